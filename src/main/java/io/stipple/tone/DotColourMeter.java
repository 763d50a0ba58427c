package io.stipple.tone;

import io.stipple.model.Dot;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** Measures which light the pigment of dots takes: each dot's disc against the ring of skin around it, by channel. */
public final class DotColourMeter {
    private final LinearImage photo;
    private final @Nullable Mask gloss;
    private final @Nullable Mask marks;
    private final HueSettings settings;

    /**
     * @param photo whose dots are measured
     * @param gloss of its size: light mirrored off the skin was never in the pigment; null for none
     * @param marks of its size, dots and whatever else is dark: no skin for a ring; null where unknown
     */
    public DotColourMeter(LinearImage photo, @Nullable Mask gloss, @Nullable Mask marks, HueSettings settings) {
        this.photo = photo;
        this.gloss = gloss;
        this.marks = marks;
        this.settings = settings;
    }

    /**
     * The colour of the pigment of these dots; empty where fewer than {@code settings.leastDots()} can tell it. A dot
     * that is too small, under gloss, at the picture's edge or too crowded for a ring of skin tells nothing.
     *
     * @param dots found in the photo
     * @param geometry of the scalp in the photo
     */
    public Optional<DotColour> measure(List<Dot> dots, ScalpGeometry geometry) {
        List<LinearRgb> densities = new ArrayList<>();
        int picked = Math.min(dots.size(), settings.mostDots());
        for (int i = 0; i < picked; i++) {
            Dot dot = dots.get((int) ((long) i * dots.size() / picked));
            geometry.at(dot.centre().x(), dot.centre().y())
                    .map(frame -> dot.diameterMm() * frame.pxPerMm() / 2)
                    .filter(radius -> 2 * radius >= settings.leastDiameterPx())
                    .flatMap(radius -> density(dot.centre().x(), dot.centre().y(), radius))
                    .ifPresent(densities::add);
        }
        return TintMean.of(densities, settings);
    }

    private Optional<LinearRgb> density(double x, double y, double radius) {
        int margin = (int) Math.ceil(reach(settings.ringToRadii(), radius));
        int left = (int) Math.round(x) - margin;
        int top = (int) Math.round(y) - margin;
        int side = 2 * margin + 1;
        if (left < 0 || top < 0 || left + side > photo.widthPx() || top + side > photo.heightPx()) {
            return Optional.empty();
        }
        Patch patch = new Patch(x, y, left, top, side, pixels(left, top, side));
        return patch.disc(reach(settings.discRadii(), radius))
                .flatMap(disc -> patch.ring(radius).flatMap(skin -> densityOf(disc, skin)));
    }

    private double reach(double radii, double radius) {
        return radii * radius + settings.marginPx();
    }

    private float[] pixels(int left, int top, int side) {
        float[] rgb = new float[3 * side * side];
        Mat window = photo.rgb().submat(top, top + side, left, left + side);
        window.get(0, 0, rgb);
        window.release();
        return rgb;
    }

    private static Optional<LinearRgb> densityOf(LinearRgb dot, LinearRgb skin) {
        return dot.lit() && skin.lit()
                ? Optional.of(new LinearRgb(
                        Math.log(skin.r() / dot.r()), Math.log(skin.g() / dot.g()), Math.log(skin.b() / dot.b())))
                : Optional.empty();
    }

    private static boolean in(@Nullable Mask mask, int x, int y) {
        return mask != null && mask.contains(x, y);
    }

    /** The square of the photo around a dot. */
    private final class Patch {
        private final double x;
        private final double y;
        private final int left;
        private final int top;
        private final int side;
        private final float[] rgb;

        Patch(double x, double y, int left, int top, int side, float[] rgb) {
            this.x = x;
            this.y = y;
            this.left = left;
            this.top = top;
            this.side = side;
            this.rgb = rgb;
        }

        /** Mean light of the disc; empty where gloss touches it. */
        Optional<LinearRgb> disc(double radius) {
            double[] sum = new double[3];
            int count = 0;
            for (int v = 0; v < side; v++) {
                for (int u = 0; u < side; u++) {
                    if (squaredApart(u, v) > radius * radius) {
                        continue;
                    }
                    if (in(gloss, left + u, top + v)) {
                        return Optional.empty();
                    }
                    for (int c = 0; c < 3; c++) {
                        sum[c] += rgb[3 * (v * side + u) + c];
                    }
                    count++;
                }
            }
            return Optional.of(new LinearRgb(sum[0] / count, sum[1] / count, sum[2] / count));
        }

        /** Median light of plain skin in the ring; empty where too little of it is seen. */
        Optional<LinearRgb> ring(double radius) {
            // A ring of a large dot is read on a grid: some 130 pixels tell its median at any size.
            int step = Math.max(1, (int) (radius / 3));
            double from = reach(settings.ringFromRadii(), radius);
            double to = reach(settings.ringToRadii(), radius);
            float[][] light = new float[3][side * side];
            int count = 0;
            for (int v = 0; v < side; v += step) {
                for (int u = 0; u < side; u += step) {
                    double squared = squaredApart(u, v);
                    boolean within = squared >= from * from && squared <= to * to;
                    if (within && !in(gloss, left + u, top + v) && !in(marks, left + u, top + v)) {
                        for (int c = 0; c < 3; c++) {
                            light[c][count] = rgb[3 * (v * side + u) + c];
                        }
                        count++;
                    }
                }
            }
            return count < settings.leastRingPx()
                    ? Optional.empty()
                    : Optional.of(
                            new LinearRgb(median(light[0], count), median(light[1], count), median(light[2], count)));
        }

        private double squaredApart(int u, int v) {
            double dx = left + u - x;
            double dy = top + v - y;
            return dx * dx + dy * dy;
        }

        private static double median(float[] values, int count) {
            Arrays.sort(values, 0, count);
            return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2.0;
        }
    }
}
