package io.stipple.study;

import io.stipple.phantom.FigureScore;
import io.stipple.phantom.VerdictScore;
import java.util.List;

/**
 * How the analysis of one case compares with its truth.
 *
 * @param told figures that were reported
 * @param untold figures that have a truth and were left empty
 * @param verdicts on changes of density
 */
record CaseScores(List<FigureScore> told, List<FigureScore> untold, List<VerdictScore> verdicts) {
    CaseScores {
        told = List.copyOf(told);
        untold = List.copyOf(untold);
        verdicts = List.copyOf(verdicts);
    }
}
