package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the untreated skin out of a later photo (optimal image subtraction: Alard and Lupton 1998, with their local
 * kernel of few components): the untreated photo sharp and blurred, and its slopes, which stand for what is left of the
 * registration, each weighed anew every few millimetres by how much of the photo's bare skin it explains. Where the
 * light or the skin has changed so much that it explains nothing, nothing is taken.
 */
final class SkinSubtraction {
    private static final double[] BLURS_PX = {0.7, 1.6, 3.2};
    private static final int TERMS = BLURS_PX.length + 2;
    private static final int DECIMATION = 2;
    private static final int ROUNDS = 2;
    private static final double DARK_CLIP = 2; // deviations of the bright side: darker pixels are dots, or their rims
    private static final double BRIGHT_CLIP = 3;
    private static final double DOT_PX = 1; // what is smaller than a small dot shall not decide the weights
    private static final double RIDGE =
            0.02; // of a term's typical power: holds weights where the skin shows no texture
    private static final double MOST = 0.6; // share of light that a texture may take; darker ones are no texture

    private SkinSubtraction() {}

    /**
     * The photo's missing light without what the skin itself takes: CV_32FC1, 0 outside the mask; handed over.
     *
     * @param missing CV_32FC1 light missing over the local skin
     * @param untreated the same of the untreated skin, laid on this photo
     * @param mask CV_8UC1
     * @param radiusPx over which the weights are taken as one
     */
    static Mat of(Mat missing, Mat untreated, Mat mask, double radiusPx) {
        try (var mats = new MatScope()) {
            List<Mat> terms = terms(untreated, mats);
            Sampled sampled = Sampled.of(missing, terms, mask, mats);
            List<Mat> weights = weights(sampled, radiusPx / DECIMATION, mats);
            for (int round = 1; round < ROUNDS; round++) {
                sampled.explain(weights, mats);
                weights = weights(sampled, radiusPx / DECIMATION, mats);
            }
            Mat texture = mats.own(weighed(weights, terms, missing.size()));
            // Dots and skin take their shares one after the other: what passes is multiplied.
            Core.min(texture, new Scalar(MOST), texture);
            Mat left = mats.mat();
            Core.subtract(missing, new Scalar(1), left);
            Core.subtract(texture, new Scalar(1), texture);
            Core.divide(left, texture, left, -1);
            Core.add(left, new Scalar(1), left);
            Mat outside = mats.mat();
            Core.bitwise_not(mask, outside);
            left.setTo(new Scalar(0), outside);
            return mats.keep(left);
        }
    }

    /** Sum of the terms, each times its mesh of weights; handed over. */
    private static Mat weighed(List<Mat> weights, List<Mat> terms, Size size) {
        try (var mats = new MatScope()) {
            Mat sum = mats.own(Mat.zeros(size, CvType.CV_32F));
            Mat part = mats.mat();
            for (int i = 0; i < TERMS; i++) {
                Imgproc.resize(weights.get(i), part, size, 0, 0, Imgproc.INTER_LINEAR);
                Core.multiply(part, terms.get(i), part);
                Core.add(sum, part, sum);
            }
            return mats.keep(sum);
        }
    }

    private static List<Mat> terms(Mat untreated, MatScope mats) {
        List<Mat> terms = new ArrayList<>();
        for (double sigma : BLURS_PX) {
            Mat blurred = mats.mat();
            Imgproc.GaussianBlur(untreated, blurred, new Size(0, 0), sigma);
            terms.add(blurred);
        }
        for (int axis = 0; axis < 2; axis++) {
            Mat slope = mats.mat();
            Imgproc.Scharr(terms.get(1), slope, CvType.CV_32F, 1 - axis, axis, 1 / 32.0);
            terms.add(slope);
        }
        return terms;
    }

    /** Every second pixel of photo and terms, smoothed to the size of a small dot, where skin is bare. */
    private static final class Sampled {
        final Mat photo;
        final List<Mat> terms;
        final Mat skin;
        final Mat left;

        private Sampled(Mat photo, List<Mat> terms, Mat skin, Mat left) {
            this.photo = photo;
            this.terms = terms;
            this.skin = skin;
            this.left = left;
        }

        static Sampled of(Mat missing, List<Mat> terms, Mat mask, MatScope mats) {
            int columns = missing.cols() / DECIMATION;
            int rows = missing.rows() / DECIMATION;
            Size few = new Size(columns, rows);
            Mat photo = mats.mat();
            Imgproc.GaussianBlur(missing, photo, new Size(0, 0), DOT_PX);
            Imgproc.resize(photo, photo, few, 0, 0, Imgproc.INTER_NEAREST);
            List<Mat> fewTerms = new ArrayList<>();
            Mat smooth = mats.mat();
            for (Mat term : terms) {
                Mat one = mats.mat();
                Imgproc.GaussianBlur(term, smooth, new Size(0, 0), DOT_PX);
                Imgproc.resize(smooth, one, few, 0, 0, Imgproc.INTER_NEAREST);
                fewTerms.add(one);
            }
            Mat skin = mats.mat();
            Imgproc.resize(mask, skin, few, 0, 0, Imgproc.INTER_NEAREST);
            Mat left = mats.mat();
            photo.copyTo(left);
            return new Sampled(photo, fewTerms, skin, left);
        }

        void explain(List<Mat> weights, MatScope mats) {
            Core.subtract(photo, mats.own(weighed(weights, terms, photo.size())), left);
        }

        /** Pixels whose rest is within the bright side's deviations, CV_8UC1. */
        Mat bare(MatScope mats) {
            double deviation = SkinBackground.brightDeviation(left, skin);
            Mat bare = mats.mat();
            Core.inRange(left, new Scalar(-BRIGHT_CLIP * deviation), new Scalar(DARK_CLIP * deviation), bare);
            Core.bitwise_and(bare, skin, bare);
            return bare;
        }
    }

    /** One mesh of weights per term: least squares over the bare skin around each cell. */
    private static List<Mat> weights(Sampled sampled, double radius, MatScope outer) {
        int cell = Math.max(2, (int) Math.round(radius / Meshes.CELLS_A_RADIUS));
        Size mesh = new Size(
                Math.ceil((double) sampled.photo.cols() / cell), Math.ceil((double) sampled.photo.rows() / cell));
        float[][] solved = solved(products(sampled, mesh, radius / cell), (int) mesh.area());
        List<Mat> weights = new ArrayList<>();
        for (float[] one : solved) {
            Mat mat = outer.own(new Mat(mesh, CvType.CV_32F));
            mat.put(0, 0, one);
            weights.add(mat);
        }
        return weights;
    }

    /** Means of the products of each two terms and of each with the photo, {@code [i][j]} for j from i on, by cell. */
    private static float[][][] products(Sampled sampled, Size mesh, double smoothingCells) {
        float[][][] products = new float[TERMS][TERMS + 1][];
        try (var mats = new MatScope()) {
            Mat bare = sampled.bare(mats);
            List<Mat> inside = new ArrayList<>();
            for (Mat term : sampled.terms) {
                Mat masked = mats.own(Mat.zeros(term.size(), CvType.CV_32F));
                term.copyTo(masked, bare);
                inside.add(masked);
            }
            Mat product = mats.mat();
            Mat sum = mats.mat();
            for (int i = 0; i < TERMS; i++) {
                for (int j = i; j <= TERMS; j++) {
                    Core.multiply(inside.get(i), j < TERMS ? inside.get(j) : sampled.photo, product);
                    Imgproc.resize(product, sum, mesh, 0, 0, Imgproc.INTER_AREA);
                    Imgproc.GaussianBlur(sum, sum, new Size(0, 0), smoothingCells);
                    products[i][j] = new float[(int) mesh.area()];
                    sum.get(0, 0, products[i][j]);
                }
            }
        }
        return products;
    }

    private static float[][] solved(float[][][] products, int cells) {
        double[] ridge = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            float[] power = products[i][i].clone();
            Arrays.sort(power);
            ridge[i] = RIDGE * power[cells / 2] + 1e-12;
        }
        float[][] solved = new float[TERMS][cells];
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j <= TERMS; j++) {
                    normal[i][j] = products[Math.min(i, j)][Math.max(i, j)][cell];
                }
                normal[i][i] += ridge[i];
            }
            double[] weight = LinearSystem.solve(normal);
            for (int i = 0; i < weight.length; i++) {
                solved[i][cell] = (float) weight[i];
            }
        }
        return solved;
    }
}
