package io.stipple.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.opencv.core.Rect;

/**
 * What the held-back patches say of a map: how far it is off, and whether the two photos show the same skin at all.
 *
 * @param residualPx median error, work px of the reference
 * @param landmarks patches it was measured on
 * @param usable patches that are head in both photos
 * @param winShare share of these that match better at their place than at the eight places around; chance gives a ninth
 * @param chanceScore correlation that chance exceeds only rarely in this very pair
 */
record PatchCheck(double residualPx, int landmarks, int usable, double winShare, double chanceScore) {
    /** Median over root mean square of the length of a vector with two normal components. */
    private static final double MEDIAN_OVER_RMS = 0.8326;

    /** Peaks farther off than this, work px, leave the range where a gradient still points to the match. */
    private static final double FINE_PX = 1.5;

    /** Halves that differ by more than this many times what is usual are wrong matches. */
    private static final double OUTLIER = 4;

    static PatchCheck of(PatchProbe probe, HeldBackPatches patches, PatchSettings settings, double workPxPerMm) {
        int reach = Math.max(3, (int) Math.round(settings.searchMm() * workPxPerMm));
        List<Sample> samples = IntStream.range(0, patches.centres().size())
                .parallel()
                .mapToObj(k -> sample(probe, patches.centres().get(k), k % 2 == 0, patches.half(), reach))
                .flatMap(Optional::stream)
                .toList();
        long wins = samples.stream().filter(Sample::wins).count();
        double[] chance = samples.stream()
                .flatMap(s -> s.scores().stream().skip(1))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double chanceScore = quantile(chance, settings.nullQuantile());
        List<Sample> sure = samples.stream()
                .filter(s -> s.wins() && s.scores().get(0) > chanceScore)
                .toList();
        double share = samples.isEmpty() ? 0 : wins / (double) samples.size();
        return new PatchCheck(residual(sure, settings), sure.size(), samples.size(), share, chanceScore);
    }

    /**
     * Each patch is measured twice, by its two halves. Their errors of measuring are independent, the error of the map is
     * common: so the mean product of the two is the mean square of the latter alone, however noisy each may be (two
     * instruments on one specimen: Grubbs 1948, J. Am. Stat. Assoc. 43:243). Shifts of several pixels are beyond those
     * equations; there the correlation peaks are sharp enough by themselves.
     */
    private static double residual(List<Sample> sure, PatchSettings settings) {
        double peaks = median(sure, s -> s.coarse().length());
        return peaks > FINE_PX ? peaks : fineResidual(sure, settings);
    }

    /**
     * What spots say, for they are the sharpest, and one standard error of what all say that feel no shade: no better is
     * claimed than what these can tell, since light from another side pulls spots and map together.
     */
    private static double fineResidual(List<Sample> sure, PatchSettings settings) {
        MeanProduct shadeless =
                MeanProduct.of(sure.stream().map(Sample::shadeless).toList());
        List<Halves> spots = sure.stream().flatMap(s -> s.spots().stream()).toList();
        double square = spots.size() < settings.leastPatches()
                ? shadeless.mean()
                : MeanProduct.of(spots).mean();
        return MEDIAN_OVER_RMS / settings.stepShare() * Math.sqrt(Math.max(square, 0) + shadeless.error());
    }

    private static Optional<Sample> sample(PatchProbe probe, int[] centre, boolean across, int half, int reach) {
        int col = centre[0];
        int row = centre[1];
        if (!probe.usable(col, row, half, half)) {
            return Optional.empty();
        }
        Optional<PatchProbe.Shift> coarse = probe.shift(col, row, half, half, reach);
        List<Double> scores = probe.ownAndChance(col, row, half, reach);
        if (coarse.isEmpty() || scores.isEmpty()) {
            return Optional.empty();
        }
        int width = across ? half : 2 * half;
        int height = across ? 2 * half : half;
        Rect first = new Rect(col - half, row - half, width, height);
        Rect second = new Rect(across ? col : col - half, across ? row - half : row, width, height);
        Optional<Halves> spots = Halves.of(probe.bySpots(first), probe.bySpots(second));
        return Halves.of(probe.withoutShade(first), probe.withoutShade(second))
                .map(shadeless -> new Sample(coarse.get(), shadeless, spots, scores));
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
        return quantile(values.stream().mapToDouble(figure).sorted().toArray(), 0.5);
    }

    static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /**
     * @param coarse correlation peak of the whole patch
     * @param shadeless shifts of its halves by what no shade moves
     * @param spots shifts of its halves by spots alone; empty where there are none
     * @param scores of the whole patch at its place and at the eight around
     */
    private record Sample(PatchProbe.Shift coarse, Halves shadeless, Optional<Halves> spots, List<Double> scores) {
        boolean wins() {
            return scores.stream().skip(1).allMatch(chance -> scores.get(0) > chance);
        }
    }

    /** Shifts of the two halves of a patch, work px. */
    private record Halves(PatchProbe.FineShift one, PatchProbe.FineShift other) {
        static Optional<Halves> of(Optional<PatchProbe.FineShift> one, Optional<PatchProbe.FineShift> other) {
            return one.flatMap(a -> other.map(b -> new Halves(a, b)));
        }

        double product() {
            return one.dx() * other.dx() + one.dy() * other.dy();
        }

        double difference() {
            return Math.hypot(one.dx() - other.dx(), one.dy() - other.dy());
        }

        double variance() {
            return one.variance() + other.variance();
        }
    }

    /**
     * Weighted mean of the products of halves, wrong matches left out.
     *
     * @param mean square of the error that both halves share, work px²; may be below 0
     * @param error its standard error
     */
    private record MeanProduct(double mean, double error) {
        static MeanProduct of(List<Halves> all) {
            double usualDifference = median(all, Halves::difference);
            List<Halves> agreeing = all.stream()
                    .filter(halves -> halves.difference() <= OUTLIER * usualDifference)
                    .toList();
            double usualVariance = median(agreeing, Halves::variance);
            double sum = 0;
            double weights = 0;
            double squares = 0;
            for (Halves halves : agreeing) {
                // Noise enters a product squared: weight by the square of variance, bounded for the best patches.
                double spread = usualVariance + halves.variance();
                double weight = 1 / (spread * spread);
                sum += weight * halves.product();
                weights += weight;
                squares += weight * weight * halves.product() * halves.product();
            }
            return weights == 0 ? new MeanProduct(0, 0) : new MeanProduct(sum / weights, Math.sqrt(squares) / weights);
        }
    }
}
