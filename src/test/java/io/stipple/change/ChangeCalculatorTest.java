package io.stipple.change;

import static io.stipple.change.CountedRegions.line;
import static io.stipple.change.CountedRegions.measured;
import static io.stipple.change.CountedRegions.toneOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Change;
import io.stipple.model.ChangeEvidence;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Measurement;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeCalculatorTest {
    private static final ChangeCalculator CALCULATOR = new ChangeCalculator(ChangeSettings.defaults());
    private static final double AREA = 10;

    @Test
    void fadingTellsLossAndLighteningApart() {
        // 400 dots, tracks 301–400 vanish; those that stay go from 0.40 to 0.30 and from 0.06 to 0.048 mm².
        List<TrackedDot> fresh = line(1, 400, 0.40, 0.060);
        List<TrackedDot> settled = line(1, 300, 0.30, 0.048);

        Change fading = only(
                ChangeKind.FADING,
                List.of(measured(Stage.session(1), 400, AREA, 1), measured(Stage.settled(1), 300, AREA, 1)),
                Map.of("session-1", fresh, "session-1-settled", settled),
                CaseEvidence.none());

        assertThat(fading.kept()).isEqualTo(300);
        assertThat(fading.lost()).isEqualTo(100);
        assertThat(fading.added()).isZero();
        assertThat(fading.retained().pct()).isCloseTo(75, within(1e-9));
        assertThat(fading.density().pct()).isCloseTo(-25, within(1e-9));
        assertThat(fading.contrast().pct()).isCloseTo(-25, within(1e-9));
        assertThat(fading.pigment().pct()).isCloseTo(-20, within(1e-9));
        assertThat(fading.verdict()).isEqualTo(ChangeVerdict.REAL);
        assertThat(fading.reason()).isEmpty();
    }

    @Test
    void aChangeBelowTheFloorIsWithinNoise() {
        Change fading = only(
                ChangeKind.FADING,
                List.of(measured(Stage.session(1), 400, AREA, 0.98), measured(Stage.settled(1), 392, AREA, 0.98)),
                Map.of("session-1", line(1, 400, 0.4, 0.06), "session-1-settled", line(1, 392, 0.4, 0.06)),
                CaseEvidence.none());

        assertThat(fading.verdict()).isEqualTo(ChangeVerdict.WITHIN_NOISE);
        // The default for photographing again alone is 1.96·√2·2 %; the photos' own noise comes on top.
        assertThat(fading.mdc95Pct()).isBetween(5.54, 8.0);
    }

    @Test
    void fromUntreatedScalpNothingIsRelative() {
        Measurement before = measured(Stage.BEFORE, 8, AREA, 0.97);
        Measurement fresh = measured(Stage.session(1), 400, AREA, 0.97);

        Change placed = only(
                ChangeKind.PLACED,
                List.of(before, fresh),
                Map.of("before", line(1001, 1008, 0.2, 0.01), "session-1", line(1, 400, 0.4, 0.06)),
                CaseEvidence.none());

        assertThat(placed.density()).isNull();
        assertThat(placed.retained()).isNull();
        assertThat(placed.contrast()).isNull();
        assertThat(placed.pigment()).isNull();
        assertThat(placed.mdc95Pct()).isNull();
        assertThat(placed.added()).isEqualTo(400);
        assertThat(placed.verdict()).isEqualTo(ChangeVerdict.REAL);
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        Change blurred = only(
                ChangeKind.FADING,
                List.of(
                        measured(Stage.session(1), 400, AREA, 0.97),
                        toneOnly(Stage.settled(1), "dots are 2.1 px across, fewer than 3")),
                Map.of(),
                CaseEvidence.none());
        Change missed = only(
                ChangeKind.FADING,
                List.of(measured(Stage.session(1), 400, AREA, 0.42), measured(Stage.settled(1), 300, AREA, 0.97)),
                Map.of(),
                CaseEvidence.none());

        assertThat(blurred.verdict()).isEqualTo(ChangeVerdict.CANNOT_TELL);
        assertThat(blurred.reason()).isEqualTo("session-1-settled is tone-only: dots are 2.1 px across, fewer than 3");
        assertThat(blurred.kept()).isNull();
        assertThat(missed.verdict()).isEqualTo(ChangeVerdict.CANNOT_TELL);
        assertThat(missed.reason())
                .isEqualTo(
                        "session-1 finds 42 % of artificial dots again, fewer than the 50 % that a comparison needs");
    }

    @Test
    void aDotUnderGlossIsNotLost() {
        PhotoEvidence glossy = new PhotoEvidence(0, reference -> reference.x() < 2000, DotArea.OWN);
        ViewEvidence view = new ViewEvidence(null, Map.of(), Map.of("session-1-settled", glossy));

        Change fading = only(
                ChangeKind.FADING,
                List.of(measured(Stage.session(1), 400, AREA, 1), measured(Stage.settled(1), 190, AREA / 2, 1)),
                // Tracks lie 10 px apart: 200 and up are hidden, 191 to 199 are gone.
                Map.of("session-1", line(1, 400, 0.4, 0.06), "session-1-settled", line(1, 190, 0.4, 0.06)),
                new CaseEvidence(Map.of("top", view), List.of()));

        assertThat(fading.kept()).isEqualTo(190);
        assertThat(fading.lost()).isEqualTo(9);
        assertThat(fading.retained().pct()).isCloseTo(100.0 * 190 / 199, within(1e-9));
    }

    @Test
    void densityChangesByWhatBothPhotosShow() {
        // 199 dots left of 2000 px and half as many right of it, of which the later photo shows only the left.
        PhotoEvidence leftOnly = new PhotoEvidence(0, reference -> reference.x() < 2000, DotArea.OWN);
        List<TrackedDot> both = new ArrayList<>(line(1, 199, 0.4, 0.06));
        both.addAll(line(201, 300, 0.4, 0.06));

        Change fading = only(
                ChangeKind.FADING,
                List.of(measured(Stage.session(1), both.size(), AREA, 1), measured(Stage.settled(1), 199, AREA / 2, 1)),
                Map.of("session-1", both, "session-1-settled", line(1, 199, 0.4, 0.06)),
                new CaseEvidence(
                        Map.of("top", new ViewEvidence(null, Map.of(), Map.of("session-1-settled", leftOnly))),
                        List.of()));

        // By area alone, 299 dots on all of it would have become 199 on a half: a third more per cm².
        assertThat(fading.density().pct()).isCloseTo(0, within(1e-9));
        assertThat(fading.verdict()).isEqualTo(ChangeVerdict.WITHIN_NOISE);
    }

    @Test
    void doubleDotsAreNewDotsOnOldOnes() {
        // 10 px/mm, discs of 0.4 mm: 4 px from centre to centre is where they begin to overlap.
        List<TrackedDot> old = line(1, 100, 0.3, 0.05);
        List<TrackedDot> next = new ArrayList<>(old);
        next.addAll(line(101, 101, 0.3, 0.05).stream()
                .map(dot -> CountedRegions.dot(dot.track(), 503.5, 100, 0.3, 0.05))
                .toList());
        next.add(CountedRegions.dot(102, 500, 104.5, 0.3, 0.05));
        ViewEvidence view = new ViewEvidence(ScalpGeometry.flat(10), Map.of(), Map.of());

        Change placed = only(
                ChangeKind.PLACED,
                List.of(measured(Stage.settled(1), 100, AREA, 1), measured(Stage.session(2), 102, AREA, 1)),
                Map.of("session-1-settled", old, "session-2", next),
                new CaseEvidence(Map.of("top", view), List.of()));

        assertThat(placed.added()).isEqualTo(2);
        assertThat(placed.doubleDots()).isEqualTo(1);
        double perMm2 = 100 / (AREA * 100);
        assertThat(placed.doubleDotsByChance())
                .isCloseTo(2 * (1 - Math.exp(-perMm2 * Math.PI * 0.4 * 0.4)), within(1e-12));
    }

    @Test
    void repeatsSetTheFloorAndWidenTheInterval() {
        List<RepeatShot> repeats = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            repeats.add(new RepeatShot("top", Stage.session(1), "region-" + i, "a.jpg", 40, null, null));
            repeats.add(new RepeatShot("top", Stage.session(1), "region-" + i, "b.jpg", 46, null, null));
        }
        List<Measurement> rows =
                List.of(measured(Stage.session(1), 400, AREA, 0.98), measured(Stage.settled(1), 350, AREA, 0.98));
        Map<String, List<TrackedDot>> dots =
                Map.of("session-1", line(1, 400, 0.4, 0.06), "session-1-settled", line(1, 350, 0.4, 0.06));

        Change plain = only(ChangeKind.FADING, rows, dots, CaseEvidence.none());
        Change noisy = only(ChangeKind.FADING, rows, dots, new CaseEvidence(Map.of(), repeats));

        // ln(46/40)/√2 is a standard error of 9.9 %.
        assertThat(noisy.mdc95Pct()).isCloseTo(1.959964 * Math.sqrt(2) * 9.8828, within(0.01));
        assertThat(plain.verdict()).isEqualTo(ChangeVerdict.REAL);
        assertThat(noisy.verdict()).isEqualTo(ChangeVerdict.WITHIN_NOISE);
        assertThat(noisy.density().interval95().contains(0)).isTrue();
    }

    private static Change only(
            ChangeKind kind, List<Measurement> rows, Map<String, List<TrackedDot>> dots, CaseEvidence evidence) {
        List<Change> changes = CALCULATOR.evidence(rows, Map.of("top", dots), evidence).stream()
                .map(ChangeEvidence::change)
                .filter(change -> change.kind() == kind)
                .toList();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }
}
