package io.stipple.report;

import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** A stage's dots as the page's script reads them: base64 of 5 bytes each, x and y in 1/65535 of the frame, and the fate. */
final class DotLayer {
    private static final int BYTES = 5;
    private static final int FULL = 65_535;

    private static final byte FREE = 3;

    private DotLayer() {}

    /**
     * Dots by their fate, and places where one still fits; those outside the frame are left out.
     *
     * @param free places, px of the reference photo
     */
    static String encode(List<TrackedDot> dots, List<PointPx> free, Frame frame) {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES * (dots.size() + free.size())).order(ByteOrder.LITTLE_ENDIAN);
        dots.forEach(dot -> put(dot.reference(), code(dot.fate()), frame, bytes));
        free.forEach(place -> put(place, FREE, frame, bytes));
        byte[] used = new byte[bytes.position()];
        bytes.flip().get(used);
        return Base64.getEncoder().encodeToString(used);
    }

    private static void put(PointPx at, byte code, Frame frame, ByteBuffer bytes) {
        // A pixel's centre is at its whole number, the frame's edge half a pixel before it.
        long x = Math.round(FULL * (at.x() + 0.5 - frame.x()) / frame.width());
        long y = Math.round(FULL * (at.y() + 0.5 - frame.y()) / frame.height());
        if (x >= 0 && x <= FULL && y >= 0 && y <= FULL) {
            bytes.putShort((short) x).putShort((short) y).put(code);
        }
    }

    private static byte code(Fate fate) {
        return switch (fate) {
            case NEW -> 0;
            case KEPT -> 1;
            case LAST_SEEN -> 2;
        };
    }
}
