package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.report.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cohort's page as a person meets it. */
class CohortInBrowserTest {
    private static final int HEIGHT = 1000;

    @TempDir
    Path folder;

    @Test
    void itIsAccessibleAndAsksNothingOfTheNetwork() throws Exception {
        CohortWriter.write(Cohort.of(MadeCase.clinic(60, 3).stream(), List.of(), CohortSettings.defaults()), folder);
        Path page = folder.resolve(CohortWriter.PAGE_FILE);
        try (Browser browser = Browser.open()) {
            for (String scheme : List.of("light", "dark")) {
                for (int width : List.of(1440, 390)) {
                    browser.emulate("screen", scheme);
                    browser.open(page, width, HEIGHT);
                    browser.settle();
                    String looked = scheme + " at " + width + " px";
                    assertThat(browser.number("document.documentElement.scrollWidth"))
                            .as(looked + " scrolls sideways")
                            .isLessThanOrEqualTo(width);
                    assertThat(browser.seriousFindings()).as(looked).isEmpty();
                }
            }
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsOnly(page.toUri().toString());
        }
    }
}
