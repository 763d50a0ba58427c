package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code report.html}: one file that works offline. It asks nothing of the network, and its own policy forbids it to;
 * only the one script that the policy names by its hash can run, so a name that holds a script stays a name.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** As {@link #write(CaseRecord, Path, Path)}, to {@code report.html} in the folder itself. */
    static void write(CaseRecord record, Path folder) throws IOException {
        write(record, folder, folder.resolve(ReportWriter.PAGE_FILE));
    }

    /**
     * Writes {@code report.html}.
     *
     * @param record the finished case
     * @param folder holds the aligned photos that the record names; one that is missing is named on the page
     * @param file replaced where there is one
     */
    public static void write(CaseRecord record, Path folder, Path file) throws IOException {
        ReportPage page = ReportPage.of(record, folder);
        String scripts = Slider.script() + Template.resource("report.js");
        Template.write(
                "report.peb",
                Map.of(
                        "page",
                        page,
                        "styles",
                        Template.resource("report.css"),
                        "scripts",
                        scripts,
                        "policy",
                        Template.policy(scripts)),
                file);
    }
}
