package io.stipple.dots;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What became of the dots that other photos showed, around each of their places: which share of their weight this photo
 * shows, and from which share on a single one is likelier there than gone.
 *
 * <p>Where a photo is sharp a dot stands out from noise or it has gone. Where blur and slant run dots together, weights
 * scatter so far that many a dot that is there does not stand out. But most stay from one photo to the next, and how many
 * is seen where the photo is sharp: with that prior, a dot's own weight says whether it is likelier there or gone (Bayes'
 * rule for two normal classes: weights of dots that are there scatter as those of its neighbours do, those of places
 * without a dot as noise does).
 */
final class PlaceOdds {
    /** Knows nothing: weights go on as they were, and dots must stand out. */
    static final PlaceOdds NONE = new PlaceOdds(new PointGrid(1), new double[0], new Shown[0], 1, 0.5, 1);

    private static final int ENOUGH = 20;
    private static final double DEVIATION = 0.34; // share between the median and one deviation off it
    private static final double SURE_SNR = 6; // of all of its weight: half of it still is three deviations from none
    // Of the weight: what has no light of its own falls to a fifth in every round of the fit, and below this in three.
    private static final double NOTHING = 0.02;
    private static final double FAR_LIKELIER = 3;
    private static final double LEAST_OVER_NOISE = 1.01; // weights scatter by noise at least
    private static final double LEAST_SHOWN =
            0.3; // where even the median shows less of its weight the map may be wrong

    private final PointGrid places;
    private final double[] growths;
    private final @Nullable Shown[] shown;
    private final double growth;
    private final double prior;
    private final double stayed;

    /**
     * Shares of their grown weights that the dots around a place show: a half of those that are there shows more than
     * {@code median}, and {@code scatter} is their deviation on the narrower side: above, the bound of weights cuts them
     * off; below lie those that have gone.
     */
    private record Shown(double median, double scatter) {}

    private PlaceOdds(
            PointGrid places, double[] growths, @Nullable Shown[] shown, double growth, double prior, double stayed) {
        this.places = places;
        this.growths = growths;
        this.shown = shown;
        this.growth = growth;
        this.prior = prior;
        this.stayed = stayed;
    }

    /**
     * Learns the growth of weights.
     *
     * @param weighed dots at known places, each weighed as it is
     * @param leastSnr from which one stands out, and its weight counts
     */
    static PlaceOdds ofGrowth(List<Blob> weighed, double leastSnr) {
        double[] growthOf = weighed.stream()
                .mapToDouble(b -> b.expectedPigment > 0 ? Calibration.rawPigment(b) / b.expectedPigment : Double.NaN)
                .toArray();
        IntPredicate tells = i -> !Double.isNaN(growthOf[i]);
        int[] all = IntStream.range(0, growthOf.length).filter(tells).toArray();
        if (all.length == 0) {
            return NONE;
        }
        double growth = quantile(growthOf, all, 0.5);
        PointGrid places = Surroundings.grid(weighed);
        double[] growths = IntStream.range(0, weighed.size())
                .parallel()
                .mapToDouble(place -> {
                    int[] near =
                            Surroundings.of(places, weighed, place, tells.and(i -> weighed.get(i).snr >= leastSnr));
                    return near.length < ENOUGH ? growth : quantile(growthOf, near, 0.5);
                })
                .toArray();
        return new PlaceOdds(places, growths, new Shown[growths.length], growth, NONE.prior, NONE.stayed);
    }

    /**
     * The same with the odds.
     *
     * @param weighed those that the growth was learnt from, in the same order, weighed within its bounds
     * @param snrs that each would have with all of its weight
     * @param standsOut whether one is there without any prior
     */
    PlaceOdds withShares(List<Blob> weighed, double[] snrs, IntPredicate standsOut) {
        if (growths.length == 0) {
            return this;
        }
        IntPredicate tells = i -> weighed.get(i).expectedPigment > 0;
        int[] sure = IntStream.range(0, snrs.length)
                .filter(tells.and(i -> snrs[i] >= SURE_SNR))
                .toArray();
        // Laplace's rule: where nothing is seen sharply it says one half.
        double prior = (Arrays.stream(sure).filter(standsOut).count() + 1.0) / (sure.length + 2.0);
        double[] shares =
                weighed.stream().mapToDouble(b -> b.freePeak / b.expectedPeak).toArray();
        Shown[] around = IntStream.range(0, shares.length)
                .parallel()
                .mapToObj(place -> {
                    int[] near = Surroundings.of(places, weighed, place, tells);
                    return near.length < ENOUGH ? null : shown(shares, near, prior);
                })
                .toArray(Shown[]::new);
        return new PlaceOdds(places, growths, around, growth, prior, sure.length < ENOUGH ? 1 : prior);
    }

    private static Shown shown(double[] shares, int[] near, double stayed) {
        double gone = 1 - stayed; // the lowest
        double median = quantile(shares, near, gone + 0.5 * stayed);
        double below = median - quantile(shares, near, gone + (0.5 - DEVIATION) * stayed);
        double above = quantile(shares, near, gone + (0.5 + DEVIATION) * stayed) - median;
        return new Shown(median, Math.min(below, above));
    }

    /** What the weights of all of the photo's dots are to be multiplied with for this photo. */
    double growth() {
        return growth;
    }

    /** Share of the places whose dot is still there, as the sharp ones tell it; 1 where they are too few to tell. */
    double stayed() {
        return stayed;
    }

    /** What a dot's weight here is to be multiplied with for this photo. */
    double growthAt(Blob blob) {
        int place = Surroundings.nearest(places, blob);
        return place < 0 ? growth : growths[place];
    }

    /**
     * The share of a dot's grown weight from which it is likelier there than gone, though it may not stand out; infinite
     * where that is not known, and where with half of its weight it would stand out. Neighbours that are there take up
     * all light of a place whose dot has gone: with nothing of its own a dot must be far likelier there.
     *
     * @param snr that it would have with all of that weight
     */
    double leastShareAt(Blob blob, double snr) {
        int place = Surroundings.nearest(places, blob);
        Shown here = place < 0 ? null : shown[place];
        if (here == null || here.median < LEAST_SHOWN || !(snr > 0 && snr < SURE_SNR)) {
            return Double.POSITIVE_INFINITY;
        }
        double scatter = Math.max(here.scatter, LEAST_OVER_NOISE / snr);
        double odds = Math.log(prior / (1 - prior)) - Math.log(scatter * snr);
        // Logarithm of the odds at a share p: square p² + linear p + constant, growing from 0 on.
        double square = (snr * snr - 1 / (scatter * scatter)) / 2;
        double linear = here.median / (scatter * scatter);
        double constant = odds - here.median * linear / 2;
        if (constant < 0) {
            return Math.max(NOTHING, (Math.sqrt(linear * linear - 4 * square * constant) - linear) / (2 * square));
        }
        return prior * below(here.median / scatter) > FAR_LIKELIER * (1 - prior) ? 0 : NOTHING;
    }

    /** Share of a normal class that lies more than so many deviations below its mean. */
    private static double below(double deviations) {
        return NormalDistribution.of(0, 1).cumulativeProbability(-deviations);
    }

    private static double quantile(double[] values, int[] of, double share) {
        double[] some = Arrays.stream(of).mapToDouble(i -> values[i]).sorted().toArray();
        return some[(int) (share * (some.length - 1))];
    }
}
