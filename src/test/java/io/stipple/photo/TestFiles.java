package io.stipple.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes picture files for tests and plants profiles, EXIF and damage in them. */
final class TestFiles {
    private TestFiles() {}

    /** A JPEG of {@code image} in the finest quality that the JDK writes. */
    static byte[] jpeg(BufferedImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(1);
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** {@code image} in another of ImageIO's formats. */
    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("ImageIO does not write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@code jpeg} with a segment of the given marker put behind its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (payload.length + 2));
        out.put(payload).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    static byte[] withIcc(byte[] jpeg, byte[] icc) {
        return withSegment(jpeg, 0xe2, joined("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), icc));
    }

    /** {@code jpeg} with an EXIF block that names orientation, camera, time and focal length. */
    static byte[] withExif(byte[] jpeg, int orientation, String time) {
        return withSegment(
                jpeg, 0xe1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation, time)));
    }

    /** TIFF 6.0 layout, big-endian: IFD0 with orientation, make, model and a pointer to the EXIF IFD. */
    private static byte[] exif(int orientation, String time) {
        int ifd0 = 8;
        int sub = ifd0 + 2 + 4 * 12 + 4;
        int texts = sub + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(texts + 60).order(ByteOrder.BIG_ENDIAN);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(ifd0);
        tiff.putShort((short) 4);
        entry(tiff, 0x010f, 2, 6, texts);
        entry(tiff, 0x0110, 2, 11, texts + 6);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8769, 4, 1, sub);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 0x9003, 2, 20, texts + 20);
        tiff.putShort((short) 0xa405)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 26)
                .putShort((short) 0);
        tiff.putInt(0);
        tiff.put(texts, "Apple\0iPhone 8 X\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.put(texts + 20, (time + "\0").getBytes(StandardCharsets.ISO_8859_1));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** {@code png} with a chunk put behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] payload) {
        int behindHeader = 8 + 25;
        return joined(
                joined(Arrays.copyOf(png, behindHeader), chunk(type, payload)),
                Arrays.copyOfRange(png, behindHeader, png.length));
    }

    /** The payload of an iCCP chunk. */
    static byte[] iccp(byte[] icc) {
        return joined("profile\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(icc));
    }

    /** A PNG that declares {@code width} x {@code height} px of 8-bit grey and holds a few hundred bytes of zeros. */
    static byte[] pngBomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return joined(
                joined(signature, chunk("IHDR", header.array())),
                joined(chunk("IDAT", deflated(new byte[100_000])), chunk("IEND", new byte[0])));
    }

    private static byte[] chunk(String type, byte[] payload) {
        byte[] named = joined(type.getBytes(StandardCharsets.ISO_8859_1), payload);
        CRC32 sum = new CRC32();
        sum.update(named);
        ByteBuffer chunk = ByteBuffer.allocate(named.length + 8);
        return chunk.putInt(payload.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[bytes.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
