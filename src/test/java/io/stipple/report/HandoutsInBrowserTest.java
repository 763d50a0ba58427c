package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.CaseRecord;
import io.stipple.model.Consent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that leave the practice or lead to the others, as a person meets them. */
class HandoutsInBrowserTest {
    private static final int PICTURE_WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final List<Integer> WIDTHS = List.of(1440, 390);

    @TempDir
    static Path root;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aSharedPageIsAccessibleAndItsSliderMoves() throws IOException {
        Path folder = Files.createDirectory(root.resolve("shared"));
        CaseRecord record = consented(new CaseFixture("C-1", 40).record());
        CaseFixture.drawPictures(record, folder, PICTURE_WIDTH);
        ReportWriter.write(record, folder);
        ReportWriter.render(folder, new ReportRequest(false, false, true, true), step -> {});

        isFitToShow(folder.resolve("share.html"));
        assertThat(browser.number("document.querySelectorAll('img-comparison-slider').length"))
                .isPositive();
        browser.run("document.querySelector('img-comparison-slider').value = 10");
        assertThat(browser.number("document.querySelector('img-comparison-slider').value"))
                .isEqualTo(10);
    }

    @Test
    void anIndexIsAccessible() throws IOException {
        for (String client : List.of("C-1 <script>window.hacked=1</script>", "C-2")) {
            Path output = Files.createDirectories(root.resolve("cases").resolve(client.substring(0, 3)));
            RecordJson.write(new CaseFixture(client, 3).record(), output.resolve("record.json"));
        }
        Path cases = root.resolve("cases");
        CaseIndex.write(cases, CaseIndex.outputsBelow(cases), step -> {});

        isFitToShow(cases.resolve("index.html"));
        assertThat(browser.is("window.hacked")).isFalse();
    }

    private static void isFitToShow(Path page) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            for (int width : WIDTHS) {
                browser.emulate("screen", scheme);
                browser.complaints();
                browser.requests();
                browser.open(page, width, HEIGHT);
                browser.settle();
                String looked = page.getFileName() + ", " + scheme + " at " + width + " px";
                assertThat(browser.complaints()).as(looked).isEmpty();
                assertThat(browser.requests())
                        .as(looked)
                        .containsOnly(page.toUri().toString());
                assertThat(browser.number("document.documentElement.scrollWidth"))
                        .as(looked + " scrolls sideways")
                        .isLessThanOrEqualTo(width);
                assertThat(browser.seriousFindings()).as(looked).isEmpty();
            }
        }
    }

    private static CaseRecord consented(CaseRecord record) {
        return new CaseRecord(
                record.client(),
                record.skin(),
                new Consent(true),
                record.stages(),
                record.photos(),
                record.views(),
                record.measurements(),
                record.comparisons(),
                record.assessment(),
                record.findings(),
                record.choices(),
                record.settings(),
                record.versions());
    }
}
