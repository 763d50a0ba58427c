package io.stipple.report;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/**
 * A stage's dots as the page's script reads them: base64 of 8 bytes each. x and y in 1/65535 of the frame (16 bits each,
 * little endian), the fate, the number of the region (255 for none), contrast in 1/250, diameter in 1/100 mm; the last two
 * end at what 255 says (1.02 and 2.55 mm), above any dot.
 */
final class DotLayer {
    private static final int BYTES = 8;
    private static final int FULL = 65_535;
    private static final int NO_REGION = 255;
    private static final double CONTRAST_CODES = 250;
    private static final double DIAMETER_CODES_PER_MM = 100;

    private static final int FREE = 3;

    private final List<String> regions;
    private final Frame frame;
    private final ByteBuffer bytes;

    private DotLayer(List<String> regions, Frame frame, int dots) {
        if (regions.size() > NO_REGION) {
            throw new IllegalArgumentException(regions.size() + " regions are more than " + NO_REGION);
        }
        this.regions = regions;
        this.frame = frame;
        this.bytes = ByteBuffer.allocate(BYTES * dots).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Dots by their fate, and places where one still fits; those outside the frame are left out.
     *
     * @param free places, px of the reference photo
     * @param regions names in the order that the script knows them by
     */
    static String encode(List<TrackedDot> dots, List<PointPx> free, List<String> regions, Frame frame) {
        DotLayer layer = new DotLayer(regions, frame, dots.size() + free.size());
        dots.forEach(layer::put);
        free.forEach(place -> layer.put(place, FREE, NO_REGION, 0, 0));
        byte[] used = new byte[layer.bytes.position()];
        layer.bytes.flip().get(used);
        return Base64.getEncoder().encodeToString(used);
    }

    private void put(TrackedDot tracked) {
        String region = tracked.recovered() ? null : tracked.region(); // shown, and in no map or figure
        int number = region == null ? -1 : regions.indexOf(region);
        Dot dot = tracked.dot();
        put(
                tracked.reference(),
                code(tracked.fate()),
                number < 0 ? NO_REGION : number,
                coded(CONTRAST_CODES * dot.contrast()),
                coded(DIAMETER_CODES_PER_MM * dot.diameterMm()));
    }

    private void put(PointPx at, int fate, int region, int contrast, int diameter) {
        // A pixel's centre is at its whole number, the frame's edge half a pixel before it.
        long x = Math.round(FULL * (at.x() + 0.5 - frame.x()) / frame.width());
        long y = Math.round(FULL * (at.y() + 0.5 - frame.y()) / frame.height());
        if (x >= 0 && x <= FULL && y >= 0 && y <= FULL) {
            bytes.putShort((short) x).putShort((short) y);
            bytes.put((byte) fate).put((byte) region).put((byte) contrast).put((byte) diameter);
        }
    }

    private static int coded(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int code(Fate fate) {
        return switch (fate) {
            case NEW -> 0;
            case KEPT -> 1;
            case LAST_SEEN -> 2;
        };
    }
}
