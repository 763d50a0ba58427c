package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What the matched filters answer to a picture, tile by tile: each tile goes through all filters while it lies in the
 * processor's cache. Keeps the answers of the last picture, so that of one that differs little only what differs is done
 * anew.
 */
final class FilterAnswers {
    /** Answers reach so far around their tile, px: a peak is told by its neighbours. */
    static final int MARGIN = 1;

    private final Tiles tiles;
    private final List<Double> sigmas;
    private final List<Blur> blurs = new ArrayList<>();
    private final int reach;
    private final float[][] seen;
    private final float[][][] answers;

    /** @param sigmas width of the blob that each filter answers best, px */
    FilterAnswers(Tiles tiles, List<Double> sigmas) {
        this.tiles = tiles;
        this.sigmas = sigmas;
        double half = Math.sqrt(BlobFilters.STEP);
        blurs.add(new Blur(sigmas.get(0) / half));
        for (double sigma : sigmas) {
            blurs.add(new Blur(Math.sqrt(sigma * half * sigma * half - sigma / half * sigma / half)));
        }
        this.reach = MARGIN + blurs.stream().mapToInt(Blur::reach).sum();
        this.seen = new float[tiles.count()][];
        this.answers = new float[tiles.count()][][];
    }

    Tiles tiles() {
        return tiles;
    }

    int filters() {
        return sigmas.size();
    }

    /** Answers of one filter to one tile and the margin around it, row by row. */
    float[] of(int tile, int filter) {
        return answers[tile][filter];
    }

    /**
     * Filters a picture.
     *
     * @param wanted tiles outside keep the answers to an earlier picture
     */
    void to(float[] picture, Area wanted) {
        tiles.forEach(tile -> {
            if (wanted.meets(tile)) {
                filter(picture, tile);
            }
        });
    }

    private void filter(float[] picture, Tiles.Tile tile) {
        int columns = tile.width() + 2 * reach;
        int rows = tile.height() + 2 * reach;
        float[] pixels = new float[columns * rows];
        tiles.copy(picture, tile, reach, pixels);
        int number = tile.number();
        if (seen[number] != null && Arrays.equals(seen[number], pixels)) {
            return;
        }
        seen[number] = pixels;
        if (answers[number] == null) {
            answers[number] = new float[sigmas.size()][(tile.width() + 2 * MARGIN) * (tile.height() + 2 * MARGIN)];
        }
        try (var mats = new MatScope()) {
            Mat source = mats.own(new Mat(rows, columns, CvType.CV_32F));
            source.put(0, 0, pixels);
            Mat narrow = mats.own(new Mat(rows, columns, CvType.CV_32F));
            Mat wide = mats.own(new Mat(rows, columns, CvType.CV_32F));
            Mat answer = mats.mat();
            int margin = blurs.get(0).reach();
            blurs.get(0).blur(source, narrow, margin);
            for (int i = 0; i < sigmas.size(); i++) {
                Blur blur = blurs.get(i + 1);
                margin += blur.reach();
                blur.blur(narrow, wide, margin);
                Rect core =
                        new Rect(reach - MARGIN, reach - MARGIN, tile.width() + 2 * MARGIN, tile.height() + 2 * MARGIN);
                Core.subtract(mats.own(narrow.submat(core)), mats.own(wide.submat(core)), answer);
                answer.get(0, 0, answers[number][i]);
                Mat swap = narrow;
                narrow = wide;
                wide = swap;
            }
        }
    }

    /** A Gaussian, cut off where what is left stands below a hundredth of the noise. */
    private record Blur(double sigmaPx) {
        int reach() {
            return (int) Math.ceil(3 * sigmaPx);
        }

        /** Blurs what lies at least {@code margin} inside; pixels within reach around it are read. */
        void blur(Mat from, Mat to, int margin) {
            try (var mats = new MatScope()) {
                Rect inside = new Rect(margin, margin, from.cols() - 2 * margin, from.rows() - 2 * margin);
                int size = 2 * reach() + 1;
                Imgproc.GaussianBlur(
                        mats.own(from.submat(inside)),
                        mats.own(to.submat(inside)),
                        new Size(size, size),
                        sigmaPx,
                        sigmaPx,
                        Core.BORDER_REPLICATE);
            }
        }
    }

    /** Every so-manyeth pixel of one filter's answers in x and y, row by row; 0 where no tile is. */
    float[] sampled(int filter, int stride) {
        float[] few = new float[(tiles.widthPx / stride) * (tiles.heightPx / stride)];
        tiles.all().forEach(tile -> tiles.sample(of(tile.number(), filter), MARGIN, tile, stride, few));
        return few;
    }
}
