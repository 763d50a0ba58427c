package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.CaseRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CaseSummaryTest {
    private final CaseRecord record = new CaseFixture("C-017", 10).record();

    @Test
    void itSaysWhereEachRegionStandsThenWhatWentWrongThenWhereTheReportIs() {
        String text = CaseSummary.text(record, Path.of("out", "report.html"));

        assertThat(text)
                .startsWith(
                        "C-017, skin III: 7 stages from 2026-01-03 to 2026-03-03, 14 photos (12 measured, 1 tone-only,")
                .contains("\ntop at result (scale grade C)\n")
                .containsPattern(
                        "\n  frontal   77\\.4 dots/cm2 \\([0-9.]+ to [0-9.]+\\) +\\+37\\.5 % \\(32\\.3 to 42\\.7 %\\)"
                                + " since session-2-settled, real\n")
                .contains("\n  scar-1    unusable: only 0.4 cm² of it are seen, 1 cm² is needed\n")
                .containsSubsequence(
                        "not measured  session-2/front.jpg: ",
                        "take care     session-2-settled: ",
                        "note          result: ")
                .endsWith("\nReport: " + Path.of("out", "report.html") + "\n");
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        assertThat(CaseSummary.text(record, Path.of("report.html")).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void everyRegionOfEveryViewHasItsLine() {
        String text = CaseSummary.text(record, Path.of("report.html"));

        for (String region : CaseFixture.REGIONS) {
            assertThat(text.lines().filter(line -> line.startsWith("  " + region + " ")))
                    .hasSize(2);
        }
    }
}
