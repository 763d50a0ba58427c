package io.stipple.study;

import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.phantom.VerdictScore;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How often regions of heads that were photographed at two healed visits are said to have changed.
 *
 * @param comparisons of regions
 * @param cannotTell those in which the analysis says that it cannot tell
 * @param real those in which it says that the density changed
 * @param leastTruthPct the lowest true change of density among them, %; infinite of none
 * @param mostTruthPct the highest
 */
record VerdictSummary(int comparisons, int cannotTell, int real, double leastTruthPct, double mostTruthPct) {
    /** Of heads that are all unchanged, or have all changed. */
    static VerdictSummary of(Collection<CaseScores> heads) {
        List<VerdictScore> pairs = heads.stream()
                .flatMap(head -> head.verdicts().stream())
                .filter(score ->
                        score.kind() == ChangeKind.BUILD_UP && score.stages().equals(HeadCase.HEALED_PAIR))
                .toList();
        DoubleSummaryStatistics truth =
                pairs.stream().mapToDouble(VerdictScore::truthPct).summaryStatistics();
        return new VerdictSummary(
                pairs.size(),
                count(pairs, ChangeVerdict.CANNOT_TELL),
                count(pairs, ChangeVerdict.REAL),
                truth.getMin(),
                truth.getMax());
    }

    /** Share of changes called real among those told, %: where nothing is told, nothing is a false alarm. */
    double falseAlarmPct() {
        return 100.0 * real / (comparisons - cannotTell);
    }

    /** Share of changes called real among all, %: what is not told is overlooked. */
    double powerPct() {
        return 100.0 * real / comparisons;
    }

    private static int count(List<VerdictScore> pairs, ChangeVerdict verdict) {
        return (int) pairs.stream().filter(score -> score.verdict() == verdict).count();
    }
}
