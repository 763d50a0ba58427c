package io.stipple.head;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Measures the shapes of dots as weak-lensing astronomy measures those of galaxies: second moments under a Gaussian
 * weight of the dot's own expected shape, the weight's effect taken off again (Kaiser, Squires and Broadhurst 1995;
 * Bernstein and Jarvis 2002).
 */
public final class DotShapes {
    private static final double FWHM_PER_SIGMA = 2.3548;
    // Below this the noise of a shape is larger than any slant.
    private static final double LEAST_SNR = 8;
    // Pores and stubble among the dots are smaller, moles larger.
    private static final double MOST_LOG_SIZE = 0.3;
    private static final int CENTRINGS = 4;
    // Skin around a dot: from 3 to 4 of its standard deviations off.
    private static final double RING_FROM = 3;
    private static final double RING_TO = 4;
    // A neighbour nearer than this many diameters pulls at the moments.
    private static final double ALONE_DIAMETERS = 2;
    // Red and green light show pigment best against skin's own mottling.
    private static final double[] LIGHT = {0.5, 0.4, 0.1};

    private final float[] light;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    private DotShapes(float[] light, Rect box) {
        this.light = light;
        this.left = box.x;
        this.top = box.y;
        this.width = box.width;
        this.height = box.height;
    }

    /**
     * The shapes of those dots that stand alone and stand out; empty where none does.
     *
     * @param dots found in this photo
     * @param geometry of this photo, as far as it is known
     * @param blurPx standard deviation of the photo's blur, px: the crucial figure, for blur that is not taken off makes
     *     slanted dots look round
     */
    public static List<DotShape> measure(LinearImage photo, List<Dot> dots, ScalpGeometry geometry, double blurPx) {
        List<Dot> strong = dots.stream().filter(dot -> dot.snr() >= LEAST_SNR).toList();
        if (strong.isEmpty()) {
            return List.of();
        }
        double[] diameters =
                strong.stream().mapToDouble(Dot::diameterMm).sorted().toArray();
        double sigmaMm = diameters[diameters.length / 2] / FWHM_PER_SIGMA;
        DotShapes shapes = of(photo, strong);
        List<DotShape> measured = new ArrayList<>();
        STRtree neighbours = tree(dots);
        for (Dot dot : strong) {
            if (Math.abs(Math.log(dot.diameterMm() / (FWHM_PER_SIGMA * sigmaMm))) > MOST_LOG_SIZE) {
                continue;
            }
            geometry.at(dot.centre().x(), dot.centre().y())
                    .filter(frame -> alone(dot, frame, ALONE_DIAMETERS * FWHM_PER_SIGMA * sigmaMm, neighbours))
                    .flatMap(frame -> shapes.shape(dot, frame, sigmaMm, blurPx))
                    .ifPresent(measured::add);
        }
        return measured;
    }

    private static STRtree tree(List<Dot> dots) {
        STRtree tree = new STRtree();
        dots.forEach(dot -> tree.insert(
                new Envelope(new Coordinate(dot.centre().x(), dot.centre().y())), dot));
        tree.build();
        return tree;
    }

    private static boolean alone(Dot dot, ScalpFrame frame, double reachMm, STRtree neighbours) {
        Envelope around =
                new Envelope(new Coordinate(dot.centre().x(), dot.centre().y()));
        around.expandBy(reachMm * frame.pxPerMm());
        for (Object found : neighbours.query(around)) {
            PointPx other = ((Dot) found).centre();
            double dx = other.x() - dot.centre().x();
            double dy = other.y() - dot.centre().y();
            if (!other.equals(dot.centre()) && frame.mmOf(dx, dy) < reachMm) {
                return false;
            }
        }
        return true;
    }

    private static DotShapes of(LinearImage photo, List<Dot> dots) {
        double margin = 60; // px: more than any dot's ring
        int x0 = (int)
                Math.max(0, dots.stream().mapToDouble(d -> d.centre().x()).min().orElse(0) - margin);
        int y0 = (int)
                Math.max(0, dots.stream().mapToDouble(d -> d.centre().y()).min().orElse(0) - margin);
        int x1 = (int) Math.min(
                photo.widthPx(),
                dots.stream().mapToDouble(d -> d.centre().x()).max().orElse(0) + margin);
        int y1 = (int) Math.min(
                photo.heightPx(),
                dots.stream().mapToDouble(d -> d.centre().y()).max().orElse(0) + margin);
        Rect box = new Rect(x0, y0, x1 - x0, y1 - y0);
        try (MatScope mats = new MatScope()) {
            Mat weights = mats.own(new Mat(1, 3, CvType.CV_32F));
            weights.put(0, 0, LIGHT);
            Mat plane = mats.mat();
            Core.transform(mats.own(photo.rgb().submat(box)), plane, weights);
            float[] light = new float[box.width * box.height];
            plane.get(0, 0, light);
            return new DotShapes(light, box);
        }
    }

    private Optional<DotShape> shape(Dot dot, ScalpFrame frame, double sigmaMm, double blurPx) {
        double s2 = sigmaMm * sigmaMm;
        double b2 = blurPx * blurPx;
        Window window = new Window(
                s2 * (frame.xPerU() * frame.xPerU() + frame.xPerV() * frame.xPerV()) + b2,
                s2 * (frame.xPerU() * frame.yPerU() + frame.xPerV() * frame.yPerV()),
                s2 * (frame.yPerU() * frame.yPerU() + frame.yPerV() * frame.yPerV()) + b2);
        double x = dot.centre().x() - left;
        double y = dot.centre().y() - top;
        double reach = RING_TO * Math.sqrt(Math.max(window.xx, window.yy));
        if (x < reach + 2 || y < reach + 2 || x > width - reach - 3 || y > height - reach - 3) {
            return Optional.empty();
        }
        double skin = skin(x, y, window, reach);
        double[] moments = new double[6];
        for (int i = 0; i < CENTRINGS; i++) {
            moments(x, y, window, reach, skin, moments);
            if (!(moments[0] > 0)) {
                return Optional.empty();
            }
            // A matched weight halves every shift.
            x += 2 * moments[1] / moments[0];
            y += 2 * moments[2] / moments[0];
            if (Math.hypot(x + left - dot.centre().x(), y + top - dot.centre().y()) > 1.5) {
                return Optional.empty();
            }
        }
        moments(x, y, window, reach, skin, moments);
        return window.unweighted(
                new PointPx(x + left, y + top),
                moments[3] / moments[0],
                moments[4] / moments[0],
                moments[5] / moments[0],
                b2);
    }

    private double skin(double x, double y, Window window, double reach) {
        double[] ring = new double[(int) ((2 * reach + 3) * (2 * reach + 3))];
        int n = 0;
        for (int row = (int) (y - reach); row <= y + reach + 1; row++) {
            for (int column = (int) (x - reach); column <= x + reach + 1; column++) {
                double away = Math.sqrt(window.square(column - x, row - y));
                if (away >= RING_FROM && away <= RING_TO && n < ring.length) {
                    ring[n++] = light[row * width + column];
                }
            }
        }
        Arrays.sort(ring, 0, n);
        return ring[n / 2];
    }

    private void moments(double x, double y, Window window, double reach, double skin, double[] to) {
        Arrays.fill(to, 0);
        for (int row = (int) (y - reach); row <= y + reach + 1; row++) {
            for (int column = (int) (x - reach); column <= x + reach + 1; column++) {
                double dx = column - x;
                double dy = row - y;
                double square = window.square(dx, dy);
                if (square > RING_FROM * RING_FROM) {
                    continue;
                }
                double dark = Math.exp(-square / 2) * Math.log(skin / Math.max(light[row * width + column], 1e-4));
                to[0] += dark;
                to[1] += dark * dx;
                to[2] += dark * dy;
                to[3] += dark * dx * dx;
                to[4] += dark * dx * dy;
                to[5] += dark * dy * dy;
            }
        }
    }

    /** A Gaussian weight with the given covariance, px². */
    private record Window(double xx, double xy, double yy) {
        double square(double dx, double dy) {
            return (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / (xx * yy - xy * xy);
        }

        /** The shape whose product with this weight has the given moments: inverse covariances add up. */
        Optional<DotShape> unweighted(PointPx at, double qxx, double qxy, double qyy, double blur2) {
            double q = qxx * qyy - qxy * qxy;
            double w = xx * yy - xy * xy;
            if (!(q > 0)) {
                return Optional.empty();
            }
            double ixx = qyy / q - yy / w;
            double ixy = -qxy / q + xy / w;
            double iyy = qxx / q - xx / w;
            double det = ixx * iyy - ixy * ixy;
            if (!(det > 0 && ixx > 0)) {
                return Optional.empty();
            }
            return Optional.of(new DotShape(at, new Moments(iyy / det, -ixy / det, ixx / det), Moments.round(blur2)));
        }
    }
}
