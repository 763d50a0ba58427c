package io.stipple.photo;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a stored picture must be turned to stand upright: EXIF's Orientation tag (CIPA DC-008, 4.6.5). */
enum Orientation {
    UPRIGHT(1),
    MIRRORED(2),
    UPSIDE_DOWN(3),
    MIRRORED_UPSIDE_DOWN(4),
    TRANSPOSED(5),
    LYING_LEFT(6),
    TRANSVERSED(7),
    LYING_RIGHT(8);

    private final int exif;

    Orientation(int exif) {
        this.exif = exif;
    }

    /** The orientation of an EXIF value; upright for values that EXIF does not know, as viewers take them. */
    static Orientation ofExif(int value) {
        for (Orientation orientation : values()) {
            if (orientation.exif == value) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return exif >= TRANSPOSED.exif;
    }

    /** Returns {@code stored} turned upright, of the same type: itself when nothing is to do, else one owned by {@code mats}. */
    Mat upright(Mat stored, MatScope mats) {
        if (this == UPRIGHT) {
            return stored;
        }
        Mat turned = mats.mat();
        switch (this) {
            case MIRRORED -> Core.flip(stored, turned, 1);
            case UPSIDE_DOWN -> Core.flip(stored, turned, -1);
            case MIRRORED_UPSIDE_DOWN -> Core.flip(stored, turned, 0);
            case TRANSPOSED -> Core.transpose(stored, turned);
            case LYING_LEFT -> Core.rotate(stored, turned, Core.ROTATE_90_CLOCKWISE);
            case LYING_RIGHT -> Core.rotate(stored, turned, Core.ROTATE_90_COUNTERCLOCKWISE);
            case TRANSVERSED -> {
                Mat transposed = mats.mat();
                Core.transpose(stored, transposed);
                Core.flip(transposed, turned, -1);
                mats.free(transposed);
            }
            case UPRIGHT -> throw new AssertionError();
        }
        return turned;
    }
}
