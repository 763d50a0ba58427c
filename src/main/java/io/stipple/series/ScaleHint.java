package io.stipple.series;

import io.stipple.model.PointPx;

/** What {@code case.yaml} says of the size of things in a view's reference photo. */
public sealed interface ScaleHint {
    /**
     * Known outright.
     *
     * @param value pixels per millimetre of scalp, above 0
     */
    record PxPerMm(double value) implements ScaleHint {
        public PxPerMm {
            positive("pxPerMm", value);
        }
    }

    /**
     * A length that was measured on the head or on a ruler beside it.
     *
     * @param from one end, px of the reference photo
     * @param to the other end, px of the reference photo, apart from {@code from}
     * @param mm between them, above 0
     */
    record Segment(PointPx from, PointPx to, double mm) implements ScaleHint {
        public Segment {
            positive("mm", mm);
            positive("distance of from and to in px", from.distanceTo(to));
        }
    }

    /**
     * The breadth of this client's head, measured with a calliper.
     *
     * @param mm greatest breadth above the ears, above 0
     */
    record HeadBreadth(double mm) implements ScaleHint {
        public HeadBreadth {
            positive("headBreadthMm", mm);
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ", not above 0");
        }
    }
}
