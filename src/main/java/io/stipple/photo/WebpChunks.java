package io.stipple.photo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chunks of a WebP (RFC 9649). */
final class WebpChunks {
    private static final int RIFF_HEADER = 12;
    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final Set<String> OF_THE_PICTURE = Set.of("VP8X", "VP8 ", "VP8L", "ALPH");

    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private byte @Nullable [] icc;
    private int widthPx;
    private int heightPx;

    /**
     * The chunks of {@code file}.
     *
     * @throws IOException when it is cut off or moves
     */
    WebpChunks(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < RIFF_HEADER + 8) {
            throw new IOException("the WebP is cut off before its picture");
        }
        long end = 8 + Integer.toUnsignedLong(bytes.getInt(4));
        if (end > file.length) {
            throw new IOException("the WebP is cut off: it should have " + end + " bytes and has " + file.length);
        }
        int at = RIFF_HEADER;
        while (at + 8 <= end) {
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
            if (length > end - at - 8) {
                throw new IOException(
                        "the WebP is cut off or damaged: a chunk at byte " + at + " does not fit the file");
            }
            byte[] payload = Arrays.copyOfRange(file, at + 8, at + 8 + (int) length);
            take(type, payload);
            at += 8 + (int) length + (int) (length & 1);
        }
        if (widthPx == 0) {
            throw new IOException("the WebP holds no picture");
        }
    }

    private void take(String type, byte[] payload) throws IOException {
        if (type.equals("ICCP") && icc == null) {
            icc = payload;
        }
        if (!OF_THE_PICTURE.contains(type)) {
            return;
        }
        if (type.equals("VP8 ") || type.equals("VP8L")) {
            readSize(type, ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
        }
        if (type.equals("VP8X") && payload.length > 0) {
            if ((payload[0] & ANIMATION) != 0) {
                throw new IOException("the WebP is a film, not a photo");
            }
            payload[0] &= ALPHA; // the other flags promise chunks that are left out
        }
        bare.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        bare.writeBytes(littleEndian(payload.length));
        bare.writeBytes(payload);
        if (payload.length % 2 == 1) {
            bare.write(0);
        }
    }

    /** As the picture itself says, not the container around it: 14 bits each (RFC 6386 9.1; RFC 9649 3.4). */
    private void readSize(String type, ByteBuffer picture) throws IOException {
        boolean lossless = type.equals("VP8L");
        if (picture.limit() < 10) {
            throw new IOException("the WebP is cut off before its picture");
        }
        int width = lossless ? (picture.getInt(1) & 0x3fff) + 1 : picture.getShort(6) & 0x3fff;
        int height = lossless ? (picture.getInt(1) >> 14 & 0x3fff) + 1 : picture.getShort(8) & 0x3fff;
        if (widthPx != 0 || width == 0 || height == 0) {
            throw new IOException("the WebP is damaged: it does not say once how large its picture is");
        }
        widthPx = width;
        heightPx = height;
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    /** The same picture without profile and metadata, which a decoder could act upon. */
    byte[] bare() {
        ByteArrayOutputStream riff = new ByteArrayOutputStream();
        riff.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        riff.writeBytes(littleEndian(4 + bare.size()));
        riff.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        riff.writeBytes(bare.toByteArray());
        return riff.toByteArray();
    }

    /** The embedded ICC profile; null where there is none. */
    byte @Nullable [] icc() {
        return icc;
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
