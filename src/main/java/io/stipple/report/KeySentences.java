package io.stipple.report;

import io.stipple.model.Change;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.StageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The few sentences that a client wants to hear first: how dense it is, what stayed, and what is sure. */
final class KeySentences {
    private KeySentences() {}

    static List<String> of(List<RegionNow> regions) {
        List<String> sentences = new ArrayList<>();
        density(regions, sentences);
        retention(regions, sentences);
        verdicts(regions, sentences);
        return sentences;
    }

    private static void density(List<RegionNow> regions, List<String> sentences) {
        List<Measurement> measured = regions.stream()
                .map(RegionNow::now)
                .filter(row -> row.dots() != null)
                // Where no later photo could be counted the untreated scalp's density is not that of now.
                .filter(row -> row.stage().kind() != StageKind.BEFORE)
                .sorted(Comparator.comparingDouble(KeySentences::densityOf))
                .toList();
        if (measured.isEmpty()) {
            sentences.add("No region could be counted after a session.");
            return;
        }
        Measurement least = measured.get(0);
        Measurement most = measured.get(measured.size() - 1);
        if (measured.size() == 1) {
            sentences.add("Density now: " + density(most) + ".");
        } else {
            sentences.add("Density now: from " + density(least) + " to " + density(most) + ".");
        }
    }

    private static double densityOf(Measurement row) {
        DotFigures dots = row.dots();
        return dots == null ? Double.NaN : dots.densityPerCm2();
    }

    private static String density(Measurement row) {
        return Words.density(row).replace("cm2", "cm²") + " in " + row.region() + " (" + row.view() + ", "
                + Words.label(row.stage()) + ")";
    }

    private static void retention(List<RegionNow> regions, List<String> sentences) {
        List<Change> faded = regions.stream()
                .map(RegionNow::fading)
                .filter(Objects::nonNull)
                .filter(change -> change.retained() != null)
                .sorted(Comparator.comparingDouble(KeySentences::retainedOf))
                .toList();
        if (faded.isEmpty()) {
            return;
        }
        Change least = faded.get(0);
        Change most = faded.get(faded.size() - 1);
        if (faded.size() == 1) {
            sentences.add("Dots kept since the session: " + kept(most) + ".");
        } else {
            sentences.add("Dots kept since the last session: from " + kept(least) + " to " + kept(most) + ".");
        }
    }

    private static double retainedOf(Change change) {
        PercentChange retained = change.retained();
        return retained == null ? Double.NaN : retained.pct();
    }

    private static String kept(Change change) {
        PercentChange retained = change.retained();
        return (retained == null ? "–" : Words.share(retained)) + " in " + change.region() + " (" + change.view() + ")";
    }

    private static void verdicts(List<RegionNow> regions, List<String> sentences) {
        List<Change> changes =
                regions.stream().map(RegionNow::since).filter(Objects::nonNull).toList();
        if (changes.isEmpty()) {
            return;
        }
        sentences.add("Last change of density: real in " + count(changes, ChangeVerdict.REAL) + " of " + changes.size()
                + (changes.size() == 1 ? " region" : " regions") + ", within noise in "
                + count(changes, ChangeVerdict.WITHIN_NOISE) + ", cannot be told in "
                + count(changes, ChangeVerdict.CANNOT_TELL) + ".");
    }

    private static long count(List<Change> changes, ChangeVerdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }
}
