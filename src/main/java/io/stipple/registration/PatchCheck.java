package io.stipple.registration;

import java.util.List;
import java.util.Optional;
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

    /**
     * Measures each patch twice, by its two halves: what they have in common is error of the map, what they differ by is
     * error of the measuring, and is taken off.
     */
    static PatchCheck of(PatchProbe probe, HeldBackPatches patches, PatchSettings settings, double workPxPerMm) {
        int reach = Math.max(3, (int) Math.round(settings.searchMm() * workPxPerMm));
        int half = patches.half();
        List<Sample> samples = IntStream.range(0, patches.centres().size())
                .parallel()
                .mapToObj(k -> sample(probe, patches.centres().get(k), k % 2 == 0, half, reach))
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
        double[] seen = sure.stream().mapToDouble(Sample::mean).sorted().toArray();
        double[] noise =
                sure.stream().mapToDouble(Sample::halfDifference).sorted().toArray();
        double raw = quantile(seen, 0.5);
        double measuring = quantile(noise, 0.5);
        // At least a tenth of what was seen: noise is itself only estimated.
        double residual = Math.sqrt(Math.max(raw * raw - measuring * measuring, 0.01 * raw * raw));
        double share = samples.isEmpty() ? 0 : wins / (double) samples.size();
        return new PatchCheck(residual, sure.size(), samples.size(), share, chanceScore);
    }

    private static Optional<Sample> sample(PatchProbe probe, int[] centre, boolean across, int half, int reach) {
        if (!probe.usable(centre[0], centre[1], half, half)) {
            return Optional.empty();
        }
        int halfWidth = across ? half / 2 : half;
        int halfHeight = across ? half : half / 2;
        int dx = across ? half / 2 : 0;
        int dy = across ? 0 : half / 2;
        Optional<PatchProbe.Shift> one = probe.shift(centre[0] - dx, centre[1] - dy, halfWidth, halfHeight, reach);
        Optional<PatchProbe.Shift> other = probe.shift(centre[0] + dx, centre[1] + dy, halfWidth, halfHeight, reach);
        List<Double> scores = probe.ownAndChance(centre[0], centre[1], half, reach);
        return one.isEmpty() || other.isEmpty() || scores.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sample(one.get(), other.get(), scores));
    }

    static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private record Sample(PatchProbe.Shift one, PatchProbe.Shift other, List<Double> scores) {
        boolean wins() {
            return scores.stream().skip(1).allMatch(chance -> scores.get(0) > chance);
        }

        double mean() {
            return Math.hypot(one.dx() + other.dx(), one.dy() + other.dy()) / 2;
        }

        double halfDifference() {
            return Math.hypot(one.dx() - other.dx(), one.dy() - other.dy()) / 2;
        }
    }
}
