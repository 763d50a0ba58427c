package io.stipple.cohort;

import io.stipple.cohort.CaseFacts.PhotoFacts;
import org.jspecify.annotations.Nullable;

/**
 * A photo and whose client it shows.
 *
 * @param client pseudonym
 * @param practitioner of the visit, else of the session before it, else of the first; null where none was noted
 * @param facts of the photo
 */
record TakenPhoto(String client, @Nullable String practitioner, PhotoFacts facts) {}
