package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What an untreated skin may show of itself in a later photo: itself sharp and blurred, and its slopes. Made tile by
 * tile whenever they are asked for: to keep them all would take five pictures.
 */
final class SkinTerms {
    private static final double[] BLURS_PX = {0.7, 1.6, 3.2};
    static final int COUNT = BLURS_PX.length + 2;
    private static final double DOT_PX = 1; // what is smaller than a small dot shall not decide the weights
    private static final int REACH_PX = 18; // of the widest blur, then a slope, then that of a dot

    private final float[] untreated;
    private final Tiles tiles;

    /** @param untreated light missing over the local skin, row by row */
    SkinTerms(float[] untreated, Tiles tiles) {
        this.untreated = untreated;
        this.tiles = tiles;
    }

    /** Work on a tile and the terms of its pixels, row by row. */
    interface Work {
        void on(Tiles.Tile tile, float[][] terms);
    }

    void forEach(Work work) {
        tiles.forEach(tile -> {
            try (var mats = new MatScope()) {
                float[][] values = new float[COUNT][];
                List<Mat> terms = terms(tile, mats);
                for (int i = 0; i < COUNT; i++) {
                    values[i] = core(terms.get(i), tile, mats);
                }
                work.on(tile, values);
            }
        });
    }

    private List<Mat> terms(Tiles.Tile tile, MatScope mats) {
        Mat skin = around(untreated, tile, mats);
        List<Mat> terms = new ArrayList<>();
        for (double sigma : BLURS_PX) {
            Mat blurred = mats.mat();
            Imgproc.GaussianBlur(skin, blurred, new Size(0, 0), sigma);
            terms.add(blurred);
        }
        for (int axis = 0; axis < 2; axis++) {
            Mat slope = mats.mat();
            Imgproc.Scharr(terms.get(1), slope, CvType.CV_32F, 1 - axis, axis, 1 / 32.0);
            terms.add(slope);
        }
        return terms;
    }

    private Mat around(float[] picture, Tiles.Tile tile, MatScope mats) {
        int columns = tile.width() + 2 * REACH_PX;
        int rows = tile.height() + 2 * REACH_PX;
        float[] pixels = new float[columns * rows];
        tiles.copy(picture, tile, REACH_PX, pixels);
        Mat mat = mats.own(new Mat(rows, columns, CvType.CV_32F));
        mat.put(0, 0, pixels);
        return mat;
    }

    private static float[] core(Mat around, Tiles.Tile tile, MatScope mats) {
        Mat core = mats.own(around.submat(new Rect(REACH_PX, REACH_PX, tile.width(), tile.height())));
        return DotFinder.pixelsOf(core);
    }

    /** Some pixels of a photo and of the terms, smoothed to the size of a small dot; skin is 0 outside the mask. */
    static final class Sampled {
        final int columns;
        final int rows;
        final float[] photo;
        final float[][] terms;
        final byte[] skin;

        private Sampled(int columns, int rows, float[] photo, float[][] terms, byte[] skin) {
            this.columns = columns;
            this.rows = rows;
            this.photo = photo;
            this.terms = terms;
            this.skin = skin;
        }
    }

    /** Every so-manyeth pixel in x and y. */
    Sampled sampled(float[] photo, byte[] mask, int stride) {
        int columns = tiles.widthPx / stride;
        int rows = tiles.heightPx / stride;
        float[] few = new float[columns * rows];
        float[][] fewTerms = new float[COUNT][columns * rows];
        tiles.forEach(tile -> {
            try (var mats = new MatScope()) {
                tiles.sample(smoothed(around(photo, tile, mats), tile, mats), 0, tile, stride, few);
                List<Mat> terms = terms(tile, mats);
                for (int i = 0; i < COUNT; i++) {
                    tiles.sample(smoothed(terms.get(i), tile, mats), 0, tile, stride, fewTerms[i]);
                }
            }
        });
        byte[] skin = new byte[few.length];
        for (int i = 0; i < skin.length; i++) {
            skin[i] = mask[i / columns * stride * tiles.widthPx + i % columns * stride];
        }
        return new Sampled(columns, rows, few, fewTerms, skin);
    }

    private static float[] smoothed(Mat term, Tiles.Tile tile, MatScope mats) {
        Mat smooth = mats.mat();
        Imgproc.GaussianBlur(term, smooth, new Size(0, 0), DOT_PX);
        return core(smooth, tile, mats);
    }
}
