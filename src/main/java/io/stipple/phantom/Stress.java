package io.stipple.phantom;

/** Troubles that real series hold, each to be switched on by itself. */
public enum Stress {
    /** No treatment at all: the same untreated head in every stage. For noise floors and false dots. */
    UNCHANGED,
    /** Dots placed once, before the first stage, and never changed. For noise floors with dots. */
    UNCHANGED_DOTS,
    /** Every second stage has a quarter of the pixels, every third four times as many. */
    MIXED_RESOLUTION,
    /** Every second stage is held upright instead of across. */
    MIXED_FORMAT,
    /** Every second stage is turned by 90° and no EXIF says so. */
    TURNED_WITHOUT_EXIF,
    /** Every second stage is turned by 90° and EXIF orientation says so. */
    TURNED_WITH_EXIF,
    /** A part of the head is cut off by the frame in every stage but the reference. */
    CUT_BY_FRAME,
    /** A gloved hand lies on about a third of the head in every second stage. */
    GLOVE,
    /** A cap covers about a third of the head in every second stage. */
    CAP,
    /** A barber's cape around the neck. */
    CAPE,
    /** Glasses on the face. */
    GLASSES,
    /** Long hair around a bald crown. */
    LONG_HAIR,
    /** Stubble is shaved to nothing in one stage and long in the next, and part of the fine texture changes. */
    SHAVED_AND_GROWN,
    /** Nobody sits in the room in the last stage; the truth tells where the head would have been. */
    EMPTY_CHAIR,
    /** Two more shots of every view and stage, as {@code top-2.jpg} and {@code top-3.jpg}. */
    REPEATS,
    /** case.yaml states the scale as one reads it off a ruler, off by 1 % (one standard deviation). */
    RULER
}
