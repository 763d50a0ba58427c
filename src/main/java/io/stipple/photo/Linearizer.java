package io.stipple.photo;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Turns coded channel values into linear light with sRGB primaries: a table per channel, then one 3 × 3 matrix, at a
 * tenth of the time that the JDK's colour management takes.
 */
final class Linearizer {
    /** Rows of a strip: bounds the intermediate pictures of 16-bit and table-profile photos. */
    private static final int STRIP_ROWS = 64;

    private Linearizer() {}

    /**
     * The picture in linear light; what its alpha leaves through is white, as on a viewer's page.
     *
     * @param coded any layout that {@link CodedPicture} knows; not changed
     */
    static LinearImage linearize(Mat coded, int highestCode, ColourProfile profile) {
        try (MatScope mats = new MatScope()) {
            Mat rgb = mats.own(new Mat(coded.rows(), coded.cols(), CvType.CV_32FC3));
            if (profile instanceof ColourProfile.Matrix matrix) {
                linearize(coded, highestCode, matrix, rgb);
            } else if (profile instanceof ColourProfile.Table table) {
                linearize(coded, highestCode, table.profile(), rgb);
            }
            if (coded.channels() % 2 == 0) {
                layOnWhite(coded, highestCode, rgb);
            }
            return new LinearImage(mats.keep(rgb));
        }
    }

    private static void linearize(Mat coded, int highestCode, ColourProfile.Matrix profile, Mat rgb) {
        float[][] tables = {
            profile.red().table(highestCode),
            profile.green().table(highestCode),
            profile.blue().table(highestCode)
        };
        try (MatScope mats = new MatScope()) {
            Mat colours = colours(coded, mats);
            if (colours.depth() == CvType.CV_8U && highestCode == 255) {
                Core.LUT(colours, lookUp(tables, mats), rgb);
            } else {
                lookUpDeep(colours, tables, rgb);
            }
            if (!profile.toSrgb().isIdentity()) {
                Mat matrix = mats.own(new Mat(3, 3, CvType.CV_32FC1));
                float[] rows = new float[9];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = (float) profile.toSrgb().rows()[i];
                }
                matrix.put(0, 0, rows);
                Core.transform(rgb, rgb, matrix);
            }
        }
    }

    /** R, G, B of {@code coded} without its alpha, a grey value three times. */
    private static Mat colours(Mat coded, MatScope mats) {
        return switch (coded.channels()) {
            case 1 -> {
                Mat colours = mats.mat();
                Imgproc.cvtColor(coded, colours, Imgproc.COLOR_GRAY2RGB);
                yield colours;
            }
            case 2 -> {
                Mat grey = mats.mat();
                Core.extractChannel(coded, grey, 0);
                Mat colours = mats.mat();
                Imgproc.cvtColor(grey, colours, Imgproc.COLOR_GRAY2RGB);
                mats.free(grey);
                yield colours;
            }
            case 4 -> {
                Mat colours = mats.mat();
                Imgproc.cvtColor(coded, colours, Imgproc.COLOR_RGBA2RGB);
                yield colours;
            }
            default -> coded;
        };
    }

    private static Mat lookUp(float[][] tables, MatScope mats) {
        float[] interleaved = new float[3 * 256];
        for (int code = 0; code < 256; code++) {
            for (int channel = 0; channel < 3; channel++) {
                interleaved[3 * code + channel] = tables[channel][code];
            }
        }
        Mat table = mats.own(new Mat(1, 256, CvType.CV_32FC3));
        table.put(0, 0, interleaved);
        return table;
    }

    // Core.LUT takes 8-bit codes only.
    private static void lookUpDeep(Mat colours, float[][] tables, Mat rgb) {
        int samples = 3 * colours.cols();
        short[] codes = new short[samples];
        float[] light = new float[samples];
        int highest = tables[0].length - 1;
        for (int row = 0; row < colours.rows(); row++) {
            readRow(colours, row, codes);
            for (int i = 0; i < samples; i++) {
                light[i] = tables[i % 3][Math.min(codes[i] & 0xffff, highest)];
            }
            rgb.put(row, 0, light);
        }
    }

    private static void readRow(Mat colours, int row, short[] codes) {
        if (colours.depth() == CvType.CV_16U) {
            colours.get(row, 0, codes);
            return;
        }
        byte[] bytes = new byte[codes.length];
        colours.get(row, 0, bytes);
        for (int i = 0; i < bytes.length; i++) {
            codes[i] = (short) (bytes[i] & 0xff);
        }
    }

    /** By way of 16-bit sRGB, strip by strip. */
    private static void linearize(Mat coded, int highestCode, ICC_Profile from, Mat rgb) {
        ColorConvertOp toSrgb =
                new ColorConvertOp(new ICC_Profile[] {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
        float[] light = ToneCurve.srgb().table(65535);
        int width = coded.cols();
        try (MatScope mats = new MatScope()) {
            Mat colours = colours(coded, mats);
            for (int top = 0; top < coded.rows(); top += STRIP_ROWS) {
                int rows = Math.min(STRIP_ROWS, coded.rows() - top);
                WritableRaster source = raster(width, rows);
                WritableRaster target = raster(width, rows);
                try (MatScope strip = new MatScope()) {
                    Mat deep = strip.mat();
                    strip.own(colours.submat(new Rect(0, top, width, rows)))
                            .convertTo(deep, CvType.CV_16U, 65535.0 / highestCode);
                    short[] codes = new short[3 * width * rows];
                    deep.get(0, 0, codes);
                    source.setDataElements(0, 0, width, rows, codes);
                }
                toSrgb.filter(source, target);
                putLight(target, light, rgb, top);
            }
        }
    }

    private static void putLight(Raster coded, float[] light, Mat rgb, int top) {
        int width = coded.getWidth();
        short[] codes = new short[3 * width];
        float[] row = new float[3 * width];
        for (int y = 0; y < coded.getHeight(); y++) {
            coded.getDataElements(0, y, width, 1, codes);
            for (int i = 0; i < row.length; i++) {
                row[i] = light[codes[i] & 0xffff];
            }
            rgb.put(top + y, 0, row);
        }
    }

    private static WritableRaster raster(int width, int rows) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, rows, 3, null);
    }

    /** rgb = alpha rgb + (1 - alpha) in linear light (PNG 1.2, 10.4 and 12.3). */
    private static void layOnWhite(Mat coded, int highestCode, Mat rgb) {
        try (MatScope mats = new MatScope()) {
            Mat alpha = mats.mat();
            Core.extractChannel(coded, alpha, coded.channels() - 1);
            if (Core.minMaxLoc(alpha).minVal >= highestCode) {
                return;
            }
            alpha.convertTo(alpha, CvType.CV_32F, 1.0 / highestCode);
            List<Mat> thrice = new ArrayList<>(List.of(alpha, alpha, alpha));
            Mat weight = mats.mat();
            Core.merge(thrice, weight);
            Core.multiply(rgb, weight, rgb);
            Core.subtract(rgb, weight, rgb);
            Core.add(rgb, Scalar.all(1), rgb);
        }
    }
}
