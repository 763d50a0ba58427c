package io.stipple.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
        return new PatchCheck(residual(sure), sure.size(), samples.size(), share, chanceScore);
    }

    /**
     * Each patch is measured twice, by its two halves. Their errors of measuring are independent, the error of the map is
     * common: so the mean product of the two is the mean square of the latter alone, however noisy each may be. Shifts of
     * several pixels are beyond those equations; there the correlation peaks are sharp enough by themselves.
     */
    private static double residual(List<Sample> sure) {
        double peaks = median(sure, s -> s.coarse().length());
        return peaks > FINE_PX ? peaks : fineResidual(sure);
    }

    private static double fineResidual(List<Sample> sure) {
        double usualDifference = median(sure, Sample::difference);
        List<Sample> agreeing = sure.stream()
                .filter(s -> s.difference() <= OUTLIER * usualDifference)
                .toList();
        double usualVariance = median(agreeing, Sample::variance);
        double sum = 0;
        double weights = 0;
        double squares = 0;
        for (Sample sample : agreeing) {
            // Noise enters a product squared: weight by the square of variance, bounded for the best patches.
            double spread = usualVariance + sample.variance();
            double weight = 1 / (spread * spread);
            sum += weight * sample.product();
            weights += weight;
            squares += weight * weight * sample.product() * sample.product();
        }
        if (weights == 0) {
            return 0;
        }
        // One standard error above the mean: no better is claimed than what this many patches can tell.
        double error = Math.sqrt(squares) / weights;
        return MEDIAN_OVER_RMS * Math.sqrt(Math.max(sum / weights, 0) + error);
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
        Optional<PatchProbe.FineShift> one =
                probe.fineShift(col - half, across ? col : col + half, row - half, across ? row + half : row);
        Optional<PatchProbe.FineShift> other =
                probe.fineShift(across ? col : col - half, col + half, across ? row - half : row, row + half);
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sample(coarse.get(), one.get(), other.get(), scores));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return quantile(samples.stream().mapToDouble(figure).sorted().toArray(), 0.5);
    }

    static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /**
     * @param coarse correlation peak of the whole patch
     * @param one shift of one half of a patch
     * @param other shift of the other half
     * @param scores of the whole patch at its place and at the eight around
     */
    private record Sample(
            PatchProbe.Shift coarse, PatchProbe.FineShift one, PatchProbe.FineShift other, List<Double> scores) {
        boolean wins() {
            return scores.stream().skip(1).allMatch(chance -> scores.get(0) > chance);
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
}
