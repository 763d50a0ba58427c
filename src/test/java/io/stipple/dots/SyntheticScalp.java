package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A flat patch of skin whose every dot is known: discs with a logistic edge and strokes, summed in optical density at
 * four times the resolution, lit unevenly, blurred, reduced and noised. The pigment of a dot is OD·π(r² + π²s²/3).
 */
final class SyntheticScalp {
    static final double PX_PER_MM = 12;
    private static final int OVER = 4;

    /** A dot as set. */
    record Truth(PointPx centre, double diameterMm, double density) {
        static final double EDGE_MM = 0.03;

        double pigmentMm2() {
            double r = diameterMm / 2;
            return density * Math.PI * (r * r + Math.PI * Math.PI * EDGE_MM * EDGE_MM / 3);
        }
    }

    private final int size;
    private final Mat fine;
    private final SplittableRandom random;
    final List<Truth> truth = new ArrayList<>();

    SyntheticScalp(int sizePx, long seed) {
        OpenCv.load();
        size = sizePx;
        fine = Mat.zeros(sizePx * OVER, sizePx * OVER, CvType.CV_32F);
        random = new SplittableRandom(seed);
    }

    /** Dots at random, no two nearer than {@code gapMm}. */
    SyntheticScalp dots(int count, double diameterMm, double density, double gapMm) {
        int tries = 0;
        while (count > 0 && tries++ < 100_000) {
            double margin = 12;
            PointPx at = new PointPx(
                    margin + random.nextDouble() * (size - 2 * margin),
                    margin + random.nextDouble() * (size - 2 * margin));
            if (standsApart(at, gapMm)) {
                double d = diameterMm * (1 + 0.08 * gauss());
                double od = density * (1 + 0.12 * gauss());
                truth.add(new Truth(at, d, od));
                paintDot(truth.get(truth.size() - 1));
                count--;
            }
        }
        return this;
    }

    /** Pairs of dots that far apart in any direction, no nearer than {@code gapMm} to any other. */
    SyntheticScalp pairs(int count, double diameterMm, double density, double apartMm, double gapMm) {
        int tries = 0;
        while (count > 0 && tries++ < 100_000) {
            double margin = 20;
            double x = margin + random.nextDouble() * (size - 2 * margin);
            double y = margin + random.nextDouble() * (size - 2 * margin);
            double angle = random.nextDouble() * Math.PI;
            double halfPx = apartMm * PX_PER_MM / 2;
            PointPx one = new PointPx(x + halfPx * Math.cos(angle), y + halfPx * Math.sin(angle));
            PointPx other = new PointPx(x - halfPx * Math.cos(angle), y - halfPx * Math.sin(angle));
            if (standsApart(one, gapMm) && standsApart(other, gapMm)) {
                dot(one.x(), one.y(), diameterMm, density);
                dot(other.x(), other.y(), diameterMm, density);
                count--;
            }
        }
        return this;
    }

    private boolean standsApart(PointPx at, double gapMm) {
        return truth.stream().allMatch(t -> t.centre().distanceTo(at) > gapMm * PX_PER_MM);
    }

    SyntheticScalp dot(double x, double y, double diameterMm, double density) {
        truth.add(new Truth(new PointPx(x, y), diameterMm, density));
        paintDot(truth.get(truth.size() - 1));
        return this;
    }

    /** Hair stubs of the given length at random places and angles. */
    SyntheticScalp strokes(int count, double lengthMm, double density) {
        for (int i = 0; i < count; i++) {
            double angle = random.nextDouble() * Math.PI;
            double x = 15 + random.nextDouble() * (size - 30);
            double y = 15 + random.nextDouble() * (size - 30);
            double halfPx = lengthMm * PX_PER_MM / 2;
            double thin = 0.035 * PX_PER_MM; // half of a 0.07 mm shaft
            int reach = (int) Math.ceil((halfPx + 2) * OVER);
            for (int v = -reach; v <= reach; v++) {
                for (int u = -reach; u <= reach; u++) {
                    double px = u / (double) OVER;
                    double py = v / (double) OVER;
                    double along = px * Math.cos(angle) + py * Math.sin(angle);
                    double across = -px * Math.sin(angle) + py * Math.cos(angle);
                    if (Math.abs(along) < halfPx && Math.abs(across) < thin) {
                        add(x, y, u, v, density);
                    }
                }
            }
        }
        return this;
    }

    private void paintDot(Truth dot) {
        double r = dot.diameterMm() / 2 * PX_PER_MM;
        double s = Truth.EDGE_MM * PX_PER_MM;
        int reach = (int) Math.ceil((r + 8 * s) * OVER);
        double x0 = nearestFine(dot.centre().x()) - dot.centre().x();
        double y0 = nearestFine(dot.centre().y()) - dot.centre().y();
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                double rho = Math.hypot(u / (double) OVER + x0, v / (double) OVER + y0);
                add(dot.centre().x(), dot.centre().y(), u, v, dot.density() / (1 + Math.exp((rho - r) / s)));
            }
        }
    }

    private void add(double x, double y, int u, int v, double density) {
        int column = fineIndex(x) + u;
        int row = fineIndex(y) + v;
        if (column >= 0 && row >= 0 && column < fine.cols() && row < fine.rows()) {
            fine.put(row, column, fine.get(row, column)[0] + density);
        }
    }

    // The centre of coarse pixel 0 lies between fine pixels 1 and 2.
    private static int fineIndex(double coarse) {
        return (int) Math.round(coarse * OVER + (OVER - 1) / 2.0);
    }

    private static double nearestFine(double coarse) {
        return (fineIndex(coarse) - (OVER - 1) / 2.0) / OVER;
    }

    /**
     * The photo.
     *
     * @param blurPx standard deviation of the blur
     * @param noise standard deviation relative to the light
     * @param exposure factor on the light
     */
    LinearImage photo(double blurPx, double noise, double exposure) {
        Mat light = new Mat();
        Core.multiply(fine, new Scalar(-1), light);
        Core.exp(light, light);
        if (blurPx > 0) {
            Imgproc.GaussianBlur(light, light, new Size(0, 0), blurPx * OVER);
        }
        Mat coarse = new Mat();
        Imgproc.resize(light, coarse, new Size(size, size), 0, 0, Imgproc.INTER_AREA);
        float[] values = new float[size * size];
        coarse.get(0, 0, values);
        float[] rgb = new float[3 * size * size];
        float[] skin = {0.45f, 0.30f, 0.22f};
        for (int i = 0; i < values.length; i++) {
            double shading = 1 + 0.25 * Math.sin(i % size * 2.5 / size) + 0.2 * Math.cos(i / size * 3.0 / size);
            double grain = 1 + noise * gauss();
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (float) (skin[c] * exposure * values[i] * shading * grain);
            }
        }
        Mat picture = new Mat(size, size, CvType.CV_32FC3);
        picture.put(0, 0, rgb);
        light.release();
        coarse.release();
        return new LinearImage(picture);
    }

    Mask everywhere() {
        return new Mask(new Mat(size, size, CvType.CV_8U, new Scalar(255)));
    }

    /** All but a margin. */
    Mask within(int marginPx) {
        Mat mask = Mat.zeros(size, size, CvType.CV_8U);
        Mat inner = mask.submat(marginPx, size - marginPx, marginPx, size - marginPx);
        inner.setTo(new Scalar(255));
        inner.release();
        return new Mask(mask);
    }

    private double gauss() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
