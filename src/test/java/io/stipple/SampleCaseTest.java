package io.stipple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.stipple.model.Advice;
import io.stipple.model.AdviceKind;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Verdict;
import io.stipple.phantom.CheckResult;
import io.stipple.phantom.FigureScore;
import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomTruth;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.AnalysisResult;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main command on the sample case, from files to figures, against the case's exact truth. The bounds are what the
 * present code reaches with a little room for another processor's rounding: they are there to be tightened.
 */
class SampleCaseTest {
    private static final Path SAMPLE = Path.of("sample-images/client-001");

    @TempDir
    static Path folder;

    private static AnalysisResult result;
    private static CheckResult check;

    private static boolean hadResults;

    @BeforeAll
    static void analyse() throws Exception {
        hadResults = Files.exists(SAMPLE.resolve("stipple"));
        result = CaseAnalysis.run(AnalysisRequest.of(SAMPLE, folder.resolve("out")), Progress.silent());
        check = PhantomCheck.check(
                PhantomTruth.read(Path.of("src/test/resources/client-001/truth.json.gz")), folder.resolve("out"));
    }

    @Test
    void everyPhotoIsMeasuredAndLiesOnItsReferenceWithinAQuarterOfADotsSpacing() {
        assertThat(result.record().photos())
                .hasSize(14)
                .allSatisfy(photo -> assertThat(photo.verdict()).isEqualTo(Verdict.MEASURED));
        assertThat(check.positions().stream().filter(position -> Double.isFinite(position.medianMm())))
                .hasSize(12)
                .allSatisfy(position -> {
                    // Half the pixels of the bars' photos: half as much again as their bar of 0.03 mm; and of 0.15.
                    assertThat(position.medianMm()).isLessThan(0.045);
                    assertThat(position.p95Mm()).isLessThan(0.15);
                });
    }

    @Test
    void theReportedResidualTellsTheTrueErrorOfNineInTenPhotos() {
        // The bar: within half as much again either way in nine of ten; the one beyond is at 1.68.
        assertThat(residualsByTruth())
                .hasSize(12)
                .allSatisfy(ratio -> assertThat(ratio).isBetween(1 / 1.75, 1.75));
        assertThat(residualsByTruth().stream().filter(ratio -> ratio > 1 / 1.5 && ratio < 1.5))
                .hasSizeGreaterThanOrEqualTo(11);
    }

    private static List<Double> residualsByTruth() {
        return check.positions().stream()
                .filter(position -> Double.isFinite(position.medianMm()))
                .map(position -> position.residualMm() / position.medianMm())
                .toList();
    }

    @Test
    void dotsAreFound() {
        assertThat(check.detection().stream().filter(stage -> stage.truth() > 0))
                .hasSize(12)
                // The back, seen through donor stubble at half the pixels, is the harder view.
                .allSatisfy(stage ->
                        assertThat(stage.f1()).isGreaterThan(stage.view().equals("top") ? 0.95 : 0.88));
    }

    @Test
    void densityAndRetentionComeNearTheTruthFromTheTop() {
        // Half the pixels of the bar's photos; artificial dots alone make 1.2 % of scatter. One figure fails the limit
        // of
        // all others, at 14.0 %: a slanted side in a photo that shows only a part of it.
        assertThat(check.figures().stream().filter(figure -> figure.view().equals("top")))
                .filteredOn(figure -> figure.figure().equals("density"))
                .hasSize(30)
                .allSatisfy(
                        density -> assertThat(Math.abs(density.error())).isLessThan(slantedInPart(density) ? 15 : 13))
                .satisfies(densities -> assertThat(medianError(densities)).isLessThan(6));
        assertThat(check.figures().stream().filter(figure -> figure.view().equals("top")))
                .filteredOn(figure -> figure.figure().equals("retained"))
                .hasSize(35)
                .satisfies(shares -> assertThat(medianError(shares)).isLessThan(2));
    }

    private static boolean slantedInPart(FigureScore figure) {
        return figure.region().equals("right-parietal") && figure.stage().equals("session-3");
    }

    private static double medianError(List<? extends FigureScore> figures) {
        return figures.stream()
                .mapToDouble(figure -> Math.abs(figure.error()))
                .sorted()
                .skip(figures.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachSessionIsSeenToAddDots() {
        assertThat(result.record().changes().stream()
                        .filter(change -> change.kind() == ChangeKind.PLACED)
                        .filter(change -> change.view().equals("top")))
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.verdict()).isEqualTo(ChangeVerdict.REAL);
                    assertThat(change.added()).isGreaterThan(change.lost());
                });
    }

    @Test
    void thePlanAsksForAsManyDotsAsLackInTruth() {
        List<Advice> plan = result.record().assessment().plan().stream()
                .filter(advice -> advice.view().equals("top"))
                .toList();

        List<Advice> add =
                plan.stream().filter(advice -> advice.kind() == AdviceKind.ADD).toList();
        assertThat(plan).hasSize(5);
        // Of the vertex, seen at a slant, the area is known to 8 %, and it lacks 6 % of its dots: doubt speaks for
        // less.
        assertThat(add).hasSize(4).noneMatch(advice -> advice.region().equals("vertex"));
        // Density errs by up to 7 % here, and what lacks of 95 per cm² is the smaller part of it.
        assertThat(add.stream().mapToInt(Advice::addDots).sum())
                .isCloseTo(
                        (int) add.stream().mapToDouble(SampleCaseTest::lacking).sum(), withinPercentage(10));
        assertThat(add.stream().filter(advice -> advice.addDots95().contains(lacking(advice))))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static double lacking(Advice advice) {
        return truth("area", advice) * (95 - truth("density", advice));
    }

    private static double truth(String figure, Advice advice) {
        return check.figures().stream()
                .filter(score -> score.figure().equals(figure)
                        && score.view().equals(advice.view())
                        && score.region().equals(advice.region())
                        && score.stage().equals("session-3-settled"))
                .findFirst()
                .orElseThrow()
                .truth();
    }

    @Test
    void allFilesOfTheContractAreThereAndThePhotosAreUntouched() throws Exception {
        Path out = folder.resolve("out");
        for (String name : new String[] {
            "photos.csv",
            "measurements.csv",
            "changes.csv",
            "dots.csv",
            "record.json",
            "report.html",
            "aligned/top/before.jpg",
            "aligned/back/session-3-settled.jpg"
        }) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        assertThat(Files.size(out.resolve("report.html"))).isLessThan(8_000_000);
        // Someone may have run the README's first command before its second.
        assertThat(Files.exists(SAMPLE.resolve("stipple"))).isEqualTo(hadResults);
    }
}
