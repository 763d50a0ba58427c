package io.stipple.photo;

import io.stipple.opencv.MatScope;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Takes the stored channel values out of a BufferedImage, which would rather convert them. */
final class Rasters {
    private Rasters() {}

    /**
     * The channel values of {@code image}, handed over to the caller.
     *
     * @throws IOException when its layout is none that a photo has
     */
    static CodedPicture coded(BufferedImage image) throws IOException {
        ColorModel colours = image.getColorModel();
        if (image.isAlphaPremultiplied()) {
            image.coerceData(false);
            colours = image.getColorModel();
        }
        if (colours instanceof IndexColorModel palette) {
            return ofPalette(image.getRaster(), palette);
        }
        if (colours instanceof DirectColorModel direct) {
            return ofPacked(image.getRaster(), direct);
        }
        int type = image.getRaster().getTransferType();
        if (colours instanceof ComponentColorModel && type == DataBuffer.TYPE_BYTE) {
            return ofBytes(image.getRaster());
        }
        if (colours instanceof ComponentColorModel && type == DataBuffer.TYPE_USHORT) {
            return ofShorts(image.getRaster());
        }
        throw new IOException("its pixels are stored in a way that is not read (" + colours.getNumComponents()
                + " channels of " + DataBuffer.getDataTypeSize(type) + " bits)");
    }

    private static CodedPicture ofBytes(Raster raster) throws IOException {
        Mat pixels = newMat(raster, CvType.CV_8U, raster.getNumBands());
        byte[] row = new byte[raster.getWidth() * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            pixels.put(y, 0, row);
        }
        return new CodedPicture(pixels, 255);
    }

    private static CodedPicture ofShorts(Raster raster) throws IOException {
        Mat pixels = newMat(raster, CvType.CV_16U, raster.getNumBands());
        short[] row = new short[raster.getWidth() * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            pixels.put(y, 0, row);
        }
        return new CodedPicture(pixels, 65535);
    }

    private static CodedPicture ofPalette(Raster raster, IndexColorModel palette) throws IOException {
        int channels = palette.hasAlpha() ? 4 : 3;
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        Mat pixels = newMat(raster, CvType.CV_8U, channels);
        int[] indices = new int[raster.getWidth()];
        byte[] row = new byte[raster.getWidth() * channels];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, 0, indices);
            for (int x = 0; x < indices.length; x++) {
                put(row, x * channels, colours[Math.min(indices[x], colours.length - 1)], channels);
            }
            pixels.put(y, 0, row);
        }
        return new CodedPicture(pixels, 255);
    }

    private static CodedPicture ofPacked(Raster raster, DirectColorModel colours) throws IOException {
        if (raster.getTransferType() != DataBuffer.TYPE_INT) {
            throw new IOException("its pixels are packed into fewer than 8 bits a channel, which is not read");
        }
        int channels = colours.hasAlpha() ? 4 : 3;
        Mat pixels = newMat(raster, CvType.CV_8U, channels);
        int[] packed = new int[raster.getWidth()];
        byte[] row = new byte[raster.getWidth() * channels];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, packed);
            for (int x = 0; x < packed.length; x++) {
                put(row, x * channels, argb(packed[x], colours), channels);
            }
            pixels.put(y, 0, row);
        }
        return new CodedPicture(pixels, 255);
    }

    // Not getRGB: that would convert to sRGB.
    private static int argb(int packed, DirectColorModel colours) {
        int alpha = colours.hasAlpha() ? field(packed, colours.getAlphaMask()) : 255;
        return alpha << 24
                | field(packed, colours.getRedMask()) << 16
                | field(packed, colours.getGreenMask()) << 8
                | field(packed, colours.getBlueMask());
    }

    private static int field(int packed, int mask) {
        return (packed & mask) >>> Integer.numberOfTrailingZeros(mask);
    }

    private static void put(byte[] row, int at, int argb, int channels) {
        row[at] = (byte) (argb >> 16);
        row[at + 1] = (byte) (argb >> 8);
        row[at + 2] = (byte) argb;
        if (channels == 4) {
            row[at + 3] = (byte) (argb >> 24);
        }
    }

    private static Mat newMat(Raster raster, int depth, int channels) throws IOException {
        if (channels > 4) {
            throw new IOException("it has " + channels + " channels, more than the 4 that are read");
        }
        try (MatScope mats = new MatScope()) {
            return mats.keep(
                    mats.own(new Mat(raster.getHeight(), raster.getWidth(), CvType.makeType(depth, channels))));
        }
    }
}
