package io.stipple.model;

/** How the scale of a photo is known, best first. */
public enum ScaleGrade {
    /** From the printed card found in the photo. */
    A,
    /** From {@code case.yaml}. */
    B,
    /** From the head's outline with an adult mean breadth. */
    C
}
