package io.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Verdict;
import io.stipple.phantom.CheckResult;
import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomTruth;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.AnalysisResult;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @BeforeAll
    static void analyse() throws Exception {
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
                    // Largest today: 0.033 and 0.117 mm, at half the pixels of the bars' photos.
                    assertThat(position.medianMm()).isLessThan(0.05);
                    assertThat(position.p95Mm()).isLessThan(0.15);
                    // Half as much again either way is what a residual may be off by.
                    assertThat(position.residualMm() / position.medianMm()).isBetween(1 / 1.6, 1.6);
                });
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
        // The largest error is 9.4 % today, on the slanted crown at half the pixels of the bar's photos; artificial
        // dots
        // alone make 1.2 % of scatter.
        assertThat(check.figures().stream().filter(figure -> figure.view().equals("top")))
                .filteredOn(figure -> figure.figure().equals("density"))
                .hasSize(30)
                .allSatisfy(density -> assertThat(Math.abs(density.error())).isLessThan(13));
        assertThat(check.figures().stream().filter(figure -> figure.view().equals("top")))
                .filteredOn(figure -> figure.figure().equals("retained"))
                .hasSize(35)
                .satisfies(shares -> assertThat(shares.stream()
                                .mapToDouble(share -> Math.abs(share.error()))
                                .sorted()
                                .skip(17)
                                .findFirst()
                                .orElseThrow())
                        .isLessThan(2));
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
        assertThat(SAMPLE.resolve("stipple")).doesNotExist();
    }
}
