package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code report.html}: one file that works offline. It asks nothing of the network, and its own policy forbids it to;
 * only the one script that the policy names by its hash can run, so a name that holds a script stays a name.
 */
public final class HtmlReport {
    private static final List<String> OWN_SCRIPTS =
            List.of("heat.js", "layers.js", "zoom.js", "compare.js", "report.js");

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
        String scripts = scripts();
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

    /** The vendored slider with its licence, and the page's own scripts in one scope, as they stand between the tags. */
    private static String scripts() throws IOException {
        StringBuilder scripts = new StringBuilder(Slider.script()).append("\n(() => {\n'use strict';\n");
        for (String script : OWN_SCRIPTS) {
            scripts.append(Template.resource(script));
        }
        return scripts.append("})();\n").toString();
    }
}
