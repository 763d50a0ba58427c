package io.stipple.study;

import io.stipple.phantom.PhantomSettings;

/**
 * One phantom to be rendered, analysed and scored.
 *
 * @param name of the case and of its files
 * @param what the head went through
 * @param phantom what to render
 */
record StudyCase(String name, HeadCase what, PhantomSettings phantom) {
    static StudyCase of(PhantomSettings head, HeadCase what) {
        return new StudyCase(what.nameOf(head), what, what.of(head));
    }
}
