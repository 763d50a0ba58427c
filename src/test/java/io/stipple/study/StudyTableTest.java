package io.stipple.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ChangeVerdict;
import io.stipple.phantom.FigureScore;
import io.stipple.phantom.Tier;
import io.stipple.phantom.VerdictScore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyTableTest {
    private final Map<StudyCase, CaseScores> scores = new LinkedHashMap<>();

    @Test
    void coverageErrorsAndWhatIsLeftEmptyAreCounted() {
        // Twenty intervals, one of which misses the truth; one cell left empty.
        List<FigureScore> told = new ArrayList<>(Collections.nCopies(19, HandMade.density(101, 2)));
        told.add(HandMade.density(108, 2));
        scores.put(
                HandMade.one(Tier.NORMAL, HeadCase.SERIES, 3),
                new CaseScores(told, List.of(HandMade.noDensity()), List.of()));

        assertThat(line("normal", "density "))
                .containsSubsequence(" 20 ", " 1 ", "95.0 %", "90-99 %", "1.00 %", "8.0 %")
                .endsWith("normal-III-3, top, vertex, session-1");
    }

    @Test
    void tooNarrowAndTooWideIntervalsMissWhatIsAsked() {
        scores.put(HandMade.one(Tier.NORMAL, HeadCase.SERIES, 1), HandMade.figures(HandMade.density(101, 2)));
        scores.put(HandMade.one(Tier.HARD, HeadCase.SERIES, 1), HandMade.figures(HandMade.density(103, 2)));

        assertThat(line("normal", "density ")).contains("100.0 %").endsWith("MISSED");
        assertThat(line("hard", "density ")).contains("0.0 %").endsWith("MISSED");
        assertThat(line("all", "density ")).contains("50.0 %", " 2 ").endsWith("MISSED");
    }

    @Test
    void aFigureThatNobodyReportedMissesNothing() {
        scores.put(HandMade.one(Tier.EASY, HeadCase.SERIES, 1), HandMade.figures());
        assertThat(line("easy", "retained")).contains(" 0 ", " - ").doesNotContain("MISSED");
    }

    @Test
    void onlyTheUsualTreatmentTellsOfIntervals() {
        scores.put(HandMade.one(Tier.EASY, HeadCase.UNCHANGED, 1), HandMade.figures(HandMade.density(101, 2)));
        assertThat(line("easy", "density ")).contains(" 0 ");
    }

    @Test
    void whatCannotBeToldIsNoFalseAlarmButIsOverlooked() {
        VerdictScore[] verdicts = {
            HandMade.placed(),
            HandMade.healed(-14, ChangeVerdict.REAL),
            HandMade.healed(-16, ChangeVerdict.WITHIN_NOISE),
            HandMade.healed(-15, ChangeVerdict.CANNOT_TELL),
            HandMade.healed(-15, ChangeVerdict.REAL)
        };
        VerdictSummary all = VerdictSummary.of(List.of(HandMade.verdicts(verdicts)));
        assertThat(all).isEqualTo(new VerdictSummary(4, 1, 2, -16, -14));
        assertThat(all.powerPct()).isEqualTo(50);
        assertThat(all.falseAlarmPct()).isEqualTo(200.0 / 3);
    }

    @Test
    void powerIsAskedForAtTierNormalOnly() {
        for (Tier tier : List.of(Tier.NORMAL, Tier.HARD)) {
            scores.put(
                    HandMade.one(tier, HeadCase.FADED, 1),
                    HandMade.verdicts(HandMade.healed(-15.2, ChangeVerdict.WITHIN_NOISE)));
            scores.put(
                    HandMade.one(tier, HeadCase.UNCHANGED, 1),
                    HandMade.verdicts(HandMade.healed(0, ChangeVerdict.REAL)));
        }
        assertThat(line("normal", "-15 %"))
                .containsSubsequence("0.0 %", ">= 90 %", "-15.2 to -15.2")
                .endsWith("MISSED");
        assertThat(line("hard", "-15 %")).doesNotContain("MISSED");
        assertThat(line("hard", "unchanged"))
                .containsSubsequence("100.0 %", "<= 5 %", "0.0 to 0.0")
                .endsWith("MISSED");
    }

    private String line(String tier, String head) {
        return StudyTable.text(scores)
                .lines()
                .filter(line -> line.matches(tier + " +" + head + ".*"))
                .findFirst()
                .orElseThrow();
    }
}
