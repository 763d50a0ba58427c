package io.stipple.dots;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Tells dots among the marks that only a healed photo shows by itself and of which the fresh one shows something too. A
 * stub of hair shows in both as well, but has moved as it grew: how many stand off their places tells how many of the
 * others are none either.
 */
final class LateDots {
    private static final double DEVIATIONS = 2; // of what a dot's place repeats to
    // Of 418 stubs that two first sessions of one phantom showed 150 stood near their places. Of what stood near on ten
    // pairs of photos of four phantoms, 78 % of 1,472 dots and 31 % of 373 other marks weighed half and more: by Bayes'
    // rule such a mark is likelier a dot from 0.28 of dots among all on.
    private static final double NEAR_FOR_EACH_OFF = 0.6;
    private static final double LEAST_PART = 0.5; // of the typical pigment
    private static final double LEAST_DOTS = 0.3;

    private LateDots() {}

    /**
     * Which marks are dots.
     *
     * @param found what the fresh photo shows of each mark, weighed at its place
     * @param placeSdMm how far a dot may stand from its place, standard deviation
     * @param typicalMm2 pigment of that photo's dots
     */
    static boolean[] among(List<Optional<Blob>> found, double placeSdMm, double typicalMm2) {
        ToDoubleFunction<Blob> deviations = b -> b.frame.mmOf(b.x - b.homeX, b.y - b.homeY) / placeSdMm;
        List<Blob> shown = found.stream().flatMap(Optional::stream).toList();
        long near = shown.stream()
                .filter(b -> deviations.applyAsDouble(b) <= DEVIATIONS)
                .count();
        boolean mostlyStubs = near - NEAR_FOR_EACH_OFF * (shown.size() - near) < LEAST_DOTS * near;
        boolean[] are = new boolean[found.size()];
        for (int i = 0; i < are.length; i++) {
            are[i] = found.get(i)
                    .filter(b -> !mostlyStubs
                            && deviations.applyAsDouble(b) <= DEVIATIONS
                            && b.ownPigment >= LEAST_PART * typicalMm2)
                    .isPresent();
        }
        return are;
    }
}
