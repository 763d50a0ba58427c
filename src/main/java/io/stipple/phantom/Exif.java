package io.stipple.phantom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the few EXIF fields that a phone writes and that Stipple reads. */
final class Exif {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    @SuppressWarnings("ArrayRecordComponent") // stays inside this class and is never compared
    private record Entry(int tag, int type, int count, byte[] value) {}

    private Exif() {}

    /** The same JPEG with an EXIF segment behind its first marker. */
    static byte[] into(byte[] jpeg, LocalDateTime when, double focalMm35, int orientation) {
        byte[] tiff = tiff(when, focalMm35, orientation);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + tiff.length + 16);
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.length;
        out.write(0xFF);
        out.write(0xE1);
        out.write(length >> 8);
        out.write(length & 0xFF);
        out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] tiff(LocalDateTime when, double focalMm35, int orientation) {
        List<Entry> main = new ArrayList<>();
        main.add(text(0x010F, "Stipple"));
        main.add(text(0x0110, "Phantom"));
        main.add(new Entry(0x0112, SHORT, 1, shortValue(orientation)));
        main.add(text(0x0132, WHEN.format(when)));
        int mainSize = sizeOf(main, 1);
        main.add(new Entry(0x8769, LONG, 1, intValue(8 + mainSize)));
        List<Entry> camera = new ArrayList<>();
        camera.add(text(0x9003, WHEN.format(when)));
        // A phone's small sensor: a fifth of the 35 mm equivalent or so.
        camera.add(new Entry(0x920A, RATIONAL, 1, rational((int) Math.round(focalMm35 * 20), 100)));
        camera.add(new Entry(0xA405, SHORT, 1, shortValue((int) Math.round(focalMm35))));
        ByteBuffer out = ByteBuffer.allocate(8 + mainSize + sizeOf(camera, 0)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        write(out, main);
        write(out, camera);
        return out.array();
    }

    private static int sizeOf(List<Entry> entries, int more) {
        int size = 2 + 12 * (entries.size() + more) + 4;
        for (Entry entry : entries) {
            size += entry.value.length > 4 ? even(entry.value.length) : 0;
        }
        return size;
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static void write(ByteBuffer out, List<Entry> entries) {
        int data = out.position() + 2 + 12 * entries.size() + 4;
        out.putShort((short) entries.size());
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.value.length > 4) {
                out.putInt(data + behind.size());
                behind.writeBytes(entry.value);
                behind.writeBytes(new byte[entry.value.length & 1]);
            } else {
                out.put(entry.value).put(new byte[4 - entry.value.length]);
            }
        }
        out.putInt(0);
        out.put(behind.toByteArray());
    }

    private static Entry text(int tag, String value) {
        byte[] bytes = (value + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Entry(tag, ASCII, bytes.length, bytes);
    }

    private static byte[] shortValue(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] intValue(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] rational(int over, int under) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(over)
                .putInt(under)
                .array();
    }
}
