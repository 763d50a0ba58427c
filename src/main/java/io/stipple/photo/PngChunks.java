package io.stipple.photo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG (W3C PNG, third edition), their check sums verified: the JDK's decoder does not look at them. */
final class PngChunks {
    private static final int SIGNATURE_LENGTH = 8;
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    /** A profile of a megabyte is a table for a printing press; more is a decompression bomb. */
    private static final int MAX_ICC_BYTES = 8_000_000;

    private final byte[] file;
    private final Map<String, Chunk> first = new LinkedHashMap<>();
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();

    private PngChunks(byte[] file) {
        this.file = file;
    }

    private record Chunk(int from, int to) {}

    /** The chunks before the pixels. */
    static PngChunks header(byte[] file) throws IOException {
        PngChunks png = new PngChunks(file);
        png.walk(true);
        return png;
    }

    /**
     * All chunks.
     *
     * @throws IOException when one is damaged or the end is missing
     */
    static PngChunks whole(byte[] file) throws IOException {
        PngChunks png = new PngChunks(file);
        png.walk(false);
        return png;
    }

    private void walk(boolean headerOnly) throws IOException {
        bare.write(file, 0, SIGNATURE_LENGTH);
        int at = SIGNATURE_LENGTH;
        while (true) {
            if (at + 12 > file.length) {
                throw new IOException("the PNG is cut off after " + file.length + " bytes");
            }
            int length = word(at);
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (first.isEmpty() && !type.equals("IHDR")) {
                throw new IOException("the PNG does not begin with its header");
            }
            if (headerOnly && type.equals("IDAT")) {
                return;
            }
            if (length < 0 || length > file.length - at - 12) {
                throw new IOException("the PNG is cut off: chunk " + printable(type) + " at byte " + at
                        + " should have " + Integer.toUnsignedString(length) + " bytes");
            }
            take(type, at, length);
            if (type.equals("IEND")) {
                if (!first.containsKey("IDAT")) {
                    throw new IOException("the PNG holds no picture");
                }
                return;
            }
            at += 12 + length;
        }
    }

    private void take(String type, int at, int length) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, 4 + length);
        boolean whole = (int) sum.getValue() == word(at + 8 + length);
        boolean critical = (type.charAt(0) & 0x20) == 0;
        if (critical && !CRITICAL.contains(type)) {
            throw new IOException("the PNG needs a chunk that is not known: " + printable(type));
        }
        if (critical && !whole) {
            throw new IOException(
                    "the PNG is damaged: chunk " + type + " at byte " + at + " does not match its check sum");
        }
        if (!whole) {
            return; // a damaged comment harms no pixel
        }
        first.putIfAbsent(type, new Chunk(at + 8, at + 8 + length));
        if (critical || (type.equals("tRNS") && isPalette())) {
            bare.write(file, at, 12 + length);
        }
    }

    /**
     * The same picture with the chunks that make its pixels and no other. A colour declared transparent in a picture
     * without palette is left as a colour.
     */
    byte[] bare() {
        return bare.toByteArray();
    }

    int widthPx() throws IOException {
        return word(header().from);
    }

    int heightPx() throws IOException {
        return word(header().from + 4);
    }

    int bitsPerChannel() throws IOException {
        return file[header().from + 8] & 0xff;
    }

    boolean isGrey() throws IOException {
        int type = file[header().from + 9];
        return type == 0 || type == 4;
    }

    private boolean isPalette() throws IOException {
        return file[header().from + 9] == 3;
    }

    private Chunk header() throws IOException {
        Chunk header = first.get("IHDR");
        if (header == null || header.to - header.from != 13) {
            throw new IOException("the PNG's header is damaged");
        }
        return header;
    }

    /** The payload of the first chunk of {@code type}; null where there is none. */
    byte @Nullable [] payload(String type) {
        Chunk chunk = first.get(type);
        return chunk == null ? null : Arrays.copyOfRange(file, chunk.from, chunk.to);
    }

    /**
     * The embedded ICC profile, uncompressed; null where there is none.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    byte @Nullable [] icc() {
        byte[] chunk = payload("iCCP");
        if (chunk == null) {
            return null;
        }
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, Math.min(name + 2, chunk.length), Math.max(0, chunk.length - name - 2));
            ByteArrayOutputStream icc = new ByteArrayOutputStream();
            byte[] part = new byte[16_384];
            int length;
            while ((length = inflater.inflate(part)) > 0) {
                icc.write(part, 0, length);
                if (icc.size() > MAX_ICC_BYTES) {
                    throw new IllegalArgumentException("it is larger than " + MAX_ICC_BYTES + " bytes");
                }
            }
            return icc.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("it does not unpack", e);
        } finally {
            inflater.end();
        }
    }

    private int word(int at) {
        return (file[at] & 0xff) << 24
                | (file[at + 1] & 0xff) << 16
                | (file[at + 2] & 0xff) << 8
                | (file[at + 3] & 0xff);
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }
}
