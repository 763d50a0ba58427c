package io.stipple.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Where strips of dots end in front, told so that neither more dots nor fewer move it.
 *
 * <p>The foremost dot would move ahead as dots get denser. Dots strewn at random with {@code λ} of them per millimetre of a
 * strip have the third foremost {@code 3/λ} behind the edge in the mean: so far ahead of it the edge is put. Where the edge
 * is soft it is the place that a sharp one with as many dots would have. {@code λ} is told just behind the third dot, so
 * that dots added farther inside do not count, from the strip and its neighbours; 1 added to their number makes its
 * reciprocal unbiased for a Poisson count.
 */
final class FrontEdge {
    private static final int THIRD = 2; // one or two dots may be strays

    private FrontEdge() {}

    /** The third foremost dot of a strip, how many stand there and ahead, and how many just behind. */
    private record Third(double atMm, int fromThere, int behind) {}

    /**
     * The edges of all strips.
     *
     * @param edgeMm of each strip; NaN where too few dots stand behind every dot that could be the third foremost
     * @param leadMm how far they lie ahead of the third foremost dot in the mean, so far as density tells it
     */
    record Edges(List<Double> edgeMm, double leadMm) {}

    /**
     * The edge of each strip.
     *
     * @param stripsMm dots of each strip, strips side by side, in each the foremost first
     */
    static Edges of(List<double[]> stripsMm, HairlineSettings settings) {
        Third[] thirds = stripsMm.stream().map(strip -> third(strip, settings)).toArray(Third[]::new);
        List<Double> edges = new ArrayList<>();
        double leads = 0;
        int traced = 0;
        for (int i = 0; i < thirds.length; i++) {
            double lead = thirds[i].fromThere() * mmPerDot(thirds, i, settings);
            edges.add(thirds[i].atMm() + lead);
            leads += lead;
            traced += Double.isNaN(thirds[i].atMm()) ? 0 : 1;
        }
        return new Edges(edges, traced == 0 ? 0 : leads / traced);
    }

    private static Third third(double[] strip, HairlineSettings settings) {
        for (int i = THIRD; i < strip.length; i++) {
            double at = strip[i];
            if (countBetween(strip, at - settings.strayMm(), at) >= settings.leastBehind()) {
                // What stands far ahead is a stray.
                int fromThere = countBetween(strip, at, at + settings.strayMm());
                return new Third(at, fromThere, countBetween(strip, at - settings.fullMm(), at));
            }
        }
        return new Third(Double.NaN, 0, 0);
    }

    /** Depth of a strip that holds one dot. */
    private static double mmPerDot(Third[] thirds, int strip, HairlineSettings settings) {
        int dots = 0;
        int strips = 0;
        int last = Math.min(thirds.length - 1, strip + settings.neighbours());
        for (int i = Math.max(0, strip - settings.neighbours()); i <= last; i++) {
            if (!Double.isNaN(thirds[i].atMm())) {
                dots += thirds[i].behind();
                strips++;
            }
        }
        return strips * settings.fullMm() / (dots + 1);
    }

    private static int countBetween(double[] forwardMm, double from, double to) {
        int count = 0;
        for (double mm : forwardMm) {
            count += mm >= from && mm < to ? 1 : 0;
        }
        return count;
    }
}
