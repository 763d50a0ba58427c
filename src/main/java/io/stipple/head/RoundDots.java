package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the shapes of dots say of the skull under them.
 *
 * <p>A dot of pigment is as wide as it is long; where the photo shows it narrow, the scalp is slanted. Over thousands of
 * dots this tells the bulge and tilt that the outline leaves open (shape from texture, Witkin 1981). Blur makes dots
 * rounder too, the more the steeper the scalp: what is left of it in each photo is found along with the shape.
 */
final class RoundDots implements SkullFit.Evidence {
    // Scatter of the ellipticity of single dots, of pigment and of noise together; what lies far beyond is a stroke or
    // two dots in one.
    private static final double DOT_SD = 0.2;
    private static final double HUBER = 1.5;
    // Beyond, blur makes dots rounder than the slant.
    private static final double LEAST_COSINE = 0.45;
    // Blur told from edges left up to a third of its variance in, on phantoms.
    private static final double BLUR_SD = 0.3;

    // From 2 to 3 areas on 15 heads come out alike: off by 1.3 % (root mean square; dots of 0.30 mm, and of 0.54 mm in
    // hard photos) and 1.1 % (0.54 mm, plain). Fifty dots of each photo, whatever their number, left 2.0 % at 0.30 mm.
    private static final double WITNESSES = 2.5; // times the root of their number

    private final List<List<DotShape>> photos;
    private final boolean besideOthers;

    private RoundDots(List<List<DotShape>> photos, boolean besideOthers) {
        this.photos = photos;
        this.besideOthers = besideOthers;
    }

    /**
     * The dots of some photos where nothing else tells the shape.
     *
     * @param photos the dots of each, px of the reference
     */
    static RoundDots alone(List<List<DotShape>> photos) {
        return new RoundDots(photos, false);
    }

    /**
     * The same beside other evidence: what blur, sharpening and needle do to one dot's shape they do to all, which must
     * not count as thousands of witnesses. Nor may a photo with few dots say as much as one with many: where two hundred
     * counted of each, two photos of one head with 536 and 1,144 dots drew its areas 5 % too large.
     */
    static RoundDots besideOthers(List<List<DotShape>> photos) {
        return new RoundDots(photos, true);
    }

    /** Share of the blur that is left in each photo. */
    @Override
    public double[] expected() {
        return new double[photos.size()];
    }

    @Override
    public double[] deviations() {
        double[] sd = new double[photos.size()];
        Arrays.fill(sd, BLUR_SD);
        return sd;
    }

    @Override
    public void observe(double[] blurs, BentSkull here, BentSkull[] nudged, int first, NormalEquations into) {
        int[] unknowns = new int[nudged.length + 1];
        for (int k = 0; k < nudged.length; k++) {
            unknowns[k] = k;
        }
        for (int photo = 0; photo < photos.size(); photo++) {
            unknowns[nudged.length] = first + photo;
            double blur = 1 + blurs[photo];
            double size = typicalSize(photos.get(photo), here, blur);
            double worth = worth(photos.get(photo).size());
            for (DotShape dot : photos.get(photo)) {
                ScalpFrame frame = frame(here, dot);
                double[][] slopes = frame == null ? null : slopes(dot, frame, nudged, size);
                if (frame != null && slopes != null) {
                    add(ellipticity(onScalp(dot, frame, blur), size), slopes, unknowns, worth, into);
                }
            }
        }
    }

    /** How much of a witness each of so many dots of a photo is. */
    private double worth(int dots) {
        return besideOthers ? Math.min(1, WITNESSES / Math.sqrt(Math.max(1, dots))) : 1;
    }

    /** Median of the dots' sizes on the scalp, mm²; NaN where none can be told. */
    private static double typicalSize(List<DotShape> dots, ScalpGeometry surface, double blur) {
        double[] sizes = dots.stream()
                .flatMapToDouble(dot -> {
                    ScalpFrame frame = frame(surface, dot);
                    return frame == null
                            ? DoubleStream.empty()
                            : DoubleStream.of(onScalp(dot, frame, blur).size());
                })
                .sorted()
                .toArray();
        return sizes.length == 0 ? Double.NaN : sizes[sizes.length / 2];
    }

    /**
     * How the ellipticity of a dot that is round here goes with each unknown; null where it is seen too steeply. Of a
     * round one, for the noise of the dot's own shape would pull towards surfaces that make every dot smaller.
     */
    private static double @Nullable [][] slopes(DotShape dot, ScalpFrame frame, BentSkull[] nudged, double size) {
        Moments round = inPicture(Moments.round(size / 2), frame);
        double[][] slopes = new double[2][nudged.length + 1];
        for (int k = 0; k < nudged.length; k++) {
            ScalpFrame moved = frame(nudged[k], dot);
            if (moved == null) {
                return null;
            }
            fill(slopes, k, ellipticity(onScalp(round, moved), SkullFit.NUDGE * size));
        }
        fill(slopes, nudged.length, ellipticity(onScalp(dot.blur(), frame), -size));
        return slopes;
    }

    private static void fill(double[][] slopes, int k, double[] byComponent) {
        slopes[0][k] = byComponent[0];
        slopes[1][k] = byComponent[1];
    }

    /** The scalp under a dot; null where it is too steep to see. */
    private static @Nullable ScalpFrame frame(ScalpGeometry surface, DotShape dot) {
        return surface.at(dot.at().x(), dot.at().y())
                .filter(frame -> frame.cosineOfView() > LEAST_COSINE)
                .orElse(null);
    }

    private static void add(double[] residual, double[][] slopes, int[] unknowns, double worth, NormalEquations into) {
        double size = Math.hypot(residual[0], residual[1]) / DOT_SD;
        double weight = worth * Math.min(1, HUBER / Math.max(size, 1e-9)) / (DOT_SD * DOT_SD);
        into.observe(unknowns, slopes[0], residual[0], weight);
        into.observe(unknowns, slopes[1], residual[1], weight);
    }

    /** The moments of a dot on the scalp, its photo's blur taken off, mm². */
    private static Moments onScalp(DotShape dot, ScalpFrame frame, double blur) {
        return onScalp(dot.seen().less(blur, dot.blur()), frame);
    }

    private static Moments onScalp(Moments px2, ScalpFrame frame) {
        double det = frame.xPerU() * frame.yPerV() - frame.xPerV() * frame.yPerU();
        return px2.in(frame.yPerV() / det, -frame.xPerV() / det, -frame.yPerU() / det, frame.xPerU() / det);
    }

    private static Moments inPicture(Moments mm2, ScalpFrame frame) {
        return mm2.in(frame.xPerU(), frame.xPerV(), frame.yPerU(), frame.yPerV());
    }

    /** Its two components, both 0 for a round dot, as shares of a size. */
    private static double[] ellipticity(Moments dot, double size) {
        return new double[] {(dot.xx() - dot.yy()) / size, 2 * dot.xy() / size};
    }
}
