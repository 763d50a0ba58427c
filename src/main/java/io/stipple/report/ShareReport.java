package io.stipple.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code share.html}: before and after for the client or for others, one file that works offline. It holds treated
 * scalp and figures alone: no face, no ear, no name, no file, no hash, no camera.
 */
final class ShareReport {
    private ShareReport() {}

    /**
     * Writes the page.
     *
     * @param dates whether the days of the visits are told
     * @param file replaced where there is one
     * @return a sentence for each view that is not shown
     * @throws ReportRefusedException when the client has not agreed, or nothing can be shown
     */
    static List<String> write(FinishedCase finished, boolean dates, Path file) throws IOException {
        if (!finished.record().consent().marketing()) {
            throw new ReportRefusedException(
                    "not shared: case.yaml does not say consent: {marketing: yes}; once the client has agreed, add it"
                            + " and run stipple analyze again",
                    finished.folder());
        }
        SharePage.Outcome outcome = SharePage.of(finished.record(), finished.folder(), dates);
        if (outcome.page().views().isEmpty()) {
            throw new ReportRefusedException(
                    "not shared: no view can be shown (" + String.join("; ", outcome.leftOut()) + ")",
                    finished.folder());
        }
        String script = Slider.script() + Template.resource("share.js");
        Template.write(
                "share.peb",
                Map.of(
                        "page",
                        outcome.page(),
                        "styles",
                        Template.resource("report.css") + Template.resource("share.css"),
                        "script",
                        script,
                        "policy",
                        Template.policy(script)),
                file);
        return outcome.leftOut();
    }
}
