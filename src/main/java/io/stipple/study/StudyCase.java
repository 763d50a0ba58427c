package io.stipple.study;

import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.Stress;

/**
 * One phantom to be rendered, analysed and scored.
 *
 * @param name of the case and of its files
 * @param what the head went through
 * @param phantom what to render
 */
record StudyCase(String name, HeadCase what, PhantomSettings phantom) {
    /** Scales are stated as a user would: intervals allow for a ruler's error, so that without one they are too wide. */
    static StudyCase of(PhantomSettings head, HeadCase what) {
        return new StudyCase(what.nameOf(head), what, what.of(head).withStress(Stress.RULER));
    }
}
