package io.stipple.photo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG's first picture (ITU-T T.81 annex B), walked from SOI to EOI.
 *
 * <p>Whatever lies behind EOI is no part of it: phones append more pictures there (CIPA DC-007 multi-picture files),
 * depth maps and films.
 */
final class JpegSegments {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] file;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable Segment frame;
    private int end;
    private int scans;

    private JpegSegments(byte[] file) {
        this.file = file;
    }

    /** A segment's marker and its payload; {@code from} is the first byte behind marker and length. */
    private record Segment(int marker, int from, int to) {}

    /** The segments of {@code file} up to and including the first SOS: enough for a header. */
    static JpegSegments header(byte[] file) throws IOException {
        JpegSegments jpeg = new JpegSegments(file);
        jpeg.walk(true);
        return jpeg;
    }

    /**
     * All segments of {@code file}.
     *
     * @throws IOException when the end is missing
     */
    static JpegSegments whole(byte[] file) throws IOException {
        JpegSegments jpeg = new JpegSegments(file);
        jpeg.walk(false);
        return jpeg;
    }

    private void walk(boolean headerOnly) throws IOException {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = file[at] & 0xff;
            at++;
            if (marker == EOI) {
                end = at;
                if (scans == 0) {
                    throw new IOException("the JPEG holds no picture");
                }
                return;
            }
            if (marker == SOI || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                continue; // stand alone
            }
            int length = at + 2 <= file.length ? word(at) : 0;
            if (length < 2 || at + length > file.length) {
                throw new IOException("the JPEG is cut off or damaged: segment " + hex(marker) + " at byte " + (at - 2)
                        + " does not fit the file");
            }
            Segment segment = new Segment(marker, at + 2, at + length);
            segments.add(segment);
            at += length;
            if (isFrame(marker) && frame == null) {
                frame = segment;
            }
            if (marker == SOS) {
                scans++;
                if (headerOnly) {
                    return;
                }
            }
        }
    }

    /** The position of the next marker's second byte; steps over entropy-coded data and padding. */
    private int nextMarker(int from) throws IOException {
        for (int at = from; at + 1 < file.length; at++) {
            int second = file[at + 1] & 0xff;
            if (file[at] == (byte) 0xff && second != 0 && second != 0xff) {
                return at + 1;
            }
        }
        throw new IOException(
                scans == 0 ? "the JPEG is cut off before its picture" : "the JPEG is cut off: its end is missing");
    }

    // SOF0..SOF15 without DHT (c4), JPG (c8) and DAC (cc).
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Passes over the picture: 1 in a baseline JPEG, more in a progressive one. */
    int scans() {
        return scans;
    }

    int widthPx() throws IOException {
        return word(frame().from + 3);
    }

    int heightPx() throws IOException {
        return word(frame().from + 1);
    }

    int bitsPerChannel() throws IOException {
        return file[frame().from] & 0xff;
    }

    int channels() throws IOException {
        return file[frame().from + 5] & 0xff;
    }

    /** The number of the frame's marker, 0 for SOF0. */
    int process() throws IOException {
        return frame().marker - 0xc0;
    }

    private Segment frame() throws IOException {
        if (frame == null
                || frame.to - frame.from < 6
                || frame.to - frame.from < 6 + 3 * (file[frame.from + 5] & 0xff)) {
            throw new IOException("the JPEG does not say how large its picture is");
        }
        return frame;
    }

    /** The embedded ICC profile, its chunks put together in their order (ICC.1:2022 B.4); null where there is none. */
    byte @Nullable [] icc() {
        byte[][] chunks = new byte[256][];
        int count = 0;
        for (Segment segment : segments) {
            if (segment.marker == APP2 && startsWith(segment, ICC) && segment.to - segment.from >= ICC.length + 2) {
                int number = file[segment.from + ICC.length] & 0xff;
                if (chunks[number] == null) {
                    chunks[number] = Arrays.copyOfRange(file, segment.from + ICC.length + 2, segment.to);
                    count++;
                }
            }
        }
        if (count == 0) {
            return null;
        }
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            if (chunk != null) {
                icc.writeBytes(chunk);
            }
        }
        return icc.toByteArray();
    }

    /**
     * The same picture without anything around it: no EXIF, profile or comment that a decoder could stumble over or
     * act upon, and with an explicit word on whether its channels are YCbCr or RGB.
     */
    byte[] bare() throws IOException {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(end + 16);
        bare.write(0xff);
        bare.write(SOI);
        if (channels() == 3) {
            bare.writeBytes(adobeMarker(isYcc() ? 1 : 0));
        }
        int kept = -1;
        for (Segment segment : segments) {
            boolean around = (segment.marker >= APP0 && segment.marker <= APP15) || segment.marker == COMMENT;
            if (segment.marker == SOS) {
                kept = segment.from - 4;
                break;
            }
            if (!around) {
                bare.write(0xff);
                bare.write(segment.marker);
                bare.write(file, segment.from - 2, segment.to - segment.from + 2);
            }
        }
        bare.write(file, kept, end - kept);
        return bare.toByteArray();
    }

    /** By the rules of libjpeg: JFIF is YCbCr, Adobe's marker says, else component names R, G, B mean RGB. */
    private boolean isYcc() throws IOException {
        for (Segment segment : segments) {
            if (segment.marker == APP0 && startsWith(segment, JFIF)) {
                return true;
            }
        }
        for (Segment segment : segments) {
            if (segment.marker == APP14 && startsWith(segment, ADOBE) && segment.to - segment.from >= 12) {
                return file[segment.from + 11] != 0;
            }
        }
        int names = frame().from + 6;
        return !(file[names] == 'R' && file[names + 3] == 'G' && file[names + 6] == 'B');
    }

    private static byte[] adobeMarker(int transform) {
        ByteArrayOutputStream marker = new ByteArrayOutputStream();
        marker.writeBytes(new byte[] {(byte) 0xff, (byte) APP14, 0, 14});
        marker.writeBytes(ADOBE);
        marker.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
        return marker.toByteArray();
    }

    private boolean startsWith(Segment segment, byte[] prefix) {
        return segment.to - segment.from >= prefix.length
                && Arrays.equals(file, segment.from, segment.from + prefix.length, prefix, 0, prefix.length);
    }

    private int word(int at) {
        return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
    }

    private static String hex(int marker) {
        return HexFormat.of().withUpperCase().toHexDigits((short) (0xff00 | marker));
    }
}
