package io.stipple.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes ICC profiles for tests, so that none has to be taken from elsewhere. */
final class IccBytes {
    private static final int HEADER = 128;

    private IccBytes() {}

    /** Display P3 as version 4 with a parametric curve, its primaries as Apple publishes them (relative to D50). */
    static byte[] displayP3() {
        return rgb(
                "Display P3",
                new double[] {0.51512, 0.24120, -0.00105},
                new double[] {0.29198, 0.69225, 0.04189},
                new double[] {0.15710, 0.06657, 0.78407},
                srgbParametric());
    }

    /** Adobe RGB (1998) with its power curve, primaries relative to D50. */
    static byte[] adobeRgb() {
        return rgb(
                "Adobe RGB (1998)",
                new double[] {0.60974, 0.31111, 0.01947},
                new double[] {0.20528, 0.62567, 0.06087},
                new double[] {0.14919, 0.06322, 0.74457},
                gamma(2.19921875));
    }

    /** sRGB's primaries with a curve of {@code entries} samples of a power of 1.8. */
    static byte[] sampled(int entries) {
        return rgb(
                "sampled",
                new double[] {0.43607, 0.22249, 0.01392},
                new double[] {0.38515, 0.71687, 0.09708},
                new double[] {0.14307, 0.06061, 0.71410},
                samples(entries, 1.8));
    }

    /** A grey profile with a power of 1.8. */
    static byte[] grey() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("Grey 1.8"));
        tags.put("wtpt", xyz(new double[] {0.9642, 1, 0.8249}));
        tags.put("kTRC", gamma(1.8));
        return profile("GRAY", tags);
    }

    private static byte[] rgb(String name, double[] red, double[] green, double[] blue, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text(name));
        tags.put("wtpt", xyz(new double[] {0.9642, 1, 0.8249}));
        tags.put("rXYZ", xyz(red));
        tags.put("gXYZ", xyz(green));
        tags.put("bXYZ", xyz(blue));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return profile("RGB ", tags);
    }

    private static byte[] profile(String space, Map<String, byte[]> tags) {
        int size = HEADER + 4 + 12 * tags.size();
        List<Integer> offsets = new ArrayList<>();
        for (byte[] tag : tags.values()) {
            offsets.add(size);
            size += (tag.length + 3) / 4 * 4;
        }
        ByteBuffer icc = ByteBuffer.allocate(size);
        icc.putInt(0, size).putInt(8, 0x04300000);
        put(icc, 12, "mntr");
        put(icc, 16, space);
        put(icc, 20, "XYZ ");
        put(icc, 36, "acsp");
        icc.putInt(68, fixed(0.9642)).putInt(72, fixed(1)).putInt(76, fixed(0.8249));
        icc.putInt(HEADER, tags.size());
        int entry = HEADER + 4;
        int index = 0;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            put(icc, entry, tag.getKey());
            icc.putInt(entry + 4, offsets.get(index)).putInt(entry + 8, tag.getValue().length);
            icc.put(offsets.get(index), tag.getValue());
            entry += 12;
            index++;
        }
        return icc.array();
    }

    private static byte[] text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer tag = ByteBuffer.allocate(28 + letters.length);
        put(tag, 0, "mluc");
        tag.putInt(8, 1).putInt(12, 12);
        put(tag, 16, "enUS");
        tag.putInt(20, letters.length).putInt(24, 28).put(28, letters);
        return tag.array();
    }

    private static byte[] xyz(double[] values) {
        ByteBuffer tag = ByteBuffer.allocate(20);
        put(tag, 0, "XYZ ");
        tag.putInt(8, fixed(values[0])).putInt(12, fixed(values[1])).putInt(16, fixed(values[2]));
        return tag.array();
    }

    private static byte[] gamma(double gamma) {
        ByteBuffer tag = ByteBuffer.allocate(14);
        put(tag, 0, "curv");
        tag.putInt(8, 1).putShort(12, (short) Math.round(gamma * 256));
        return tag.array();
    }

    private static byte[] samples(int count, double gamma) {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * count);
        put(tag, 0, "curv");
        tag.putInt(8, count);
        for (int i = 0; i < count; i++) {
            tag.putShort(12 + 2 * i, (short) Math.round(65535 * Math.pow(i / (count - 1.0), gamma)));
        }
        return tag.array();
    }

    private static byte[] srgbParametric() {
        double[] parameters = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
        ByteBuffer tag = ByteBuffer.allocate(12 + 4 * parameters.length);
        put(tag, 0, "para");
        tag.putShort(8, (short) 3);
        for (int i = 0; i < parameters.length; i++) {
            tag.putInt(12 + 4 * i, fixed(parameters[i]));
        }
        return tag.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static void put(ByteBuffer to, int at, String text) {
        to.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
