package io.stipple.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code report.html}: one file that works offline. It asks nothing of the network, and its own policy forbids it to;
 * only the one script that the policy names by its hash can run, so a name that holds a script stays a name.
 */
final class HtmlReport {
    private static final List<String> OWN_SCRIPTS =
            List.of("heat.js", "layers.js", "zoom.js", "compare.js", "report.js");

    private HtmlReport() {}

    /**
     * Writes {@code report.html}.
     *
     * @param finished its folder holds the aligned photos that the record names; one that is missing is named on the
     *     page
     * @param file replaced where there is one
     */
    static void write(FinishedCase finished, Path file) throws IOException {
        ReportPage page = ReportPage.of(finished);
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
