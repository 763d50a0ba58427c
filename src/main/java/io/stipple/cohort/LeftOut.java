package io.stipple.cohort;

import io.stipple.model.Check;

/**
 * A case that is not among the figures.
 *
 * @param folder its name below the clinic's folder
 * @param reason in a few words
 */
public record LeftOut(String folder, String reason) {
    public LeftOut {
        Check.named("folder", folder);
        Check.named("reason", reason);
    }
}
