package io.stipple.change;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.HashMap;
import java.util.Map;

/** Scalp behind a photo's pixels, asked once for each small square: a head is smooth and its geometry costs time. */
final class ScalpArea {
    private static final double SQUARE_PX = 8; // about half a millimetre

    private final ScalpGeometry scalp;
    private final Map<Long, Double> known = new HashMap<>();
    private long lastKey;
    private double last = -1;

    ScalpArea(ScalpGeometry scalp) {
        this.scalp = scalp;
    }

    /** Scalp behind a pixel here, mm²; 0 where the photo shows none. */
    double mm2PerPx(double x, double y) {
        long column = (long) Math.floor(x / SQUARE_PX);
        long row = (long) Math.floor(y / SQUARE_PX);
        long key = (column << 32) ^ (row & 0xffffffffL);
        if (key != lastKey || last < 0) {
            lastKey = key;
            last = known.computeIfAbsent(
                    key,
                    square -> scalp.at((column + 0.5) * SQUARE_PX, (row + 0.5) * SQUARE_PX)
                            .map(ScalpFrame::mm2PerPx)
                            .orElse(0.0));
        }
        return last;
    }
}
