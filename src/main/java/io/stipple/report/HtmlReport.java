package io.stipple.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.stipple.model.CaseRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code report.html}: one file that works offline. It asks nothing of the network, and its own policy forbids it to;
 * only the one script that the policy names by its hash can run, so a name that holds a script stays a name.
 */
public final class HtmlReport {
    private static final String RESOURCES = "io/stipple/report/";
    private static final String SLIDER = "img-comparison-slider-8.0.7/";
    private static final List<String> OWN_SCRIPTS =
            List.of("heat.js", "layers.js", "zoom.js", "compare.js", "report.js");

    private HtmlReport() {}

    /**
     * Writes {@code report.html} into the folder.
     *
     * @param record the finished case
     * @param folder holds the aligned photos that the record names; one that is missing is named on the page
     */
    public static void write(CaseRecord record, Path folder) throws IOException {
        ReportPage page = ReportPage.of(record, folder);
        String scripts = scripts();
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(new ClasspathLoader(HtmlReport.class.getClassLoader()))
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("report.html"), StandardCharsets.UTF_8)) {
            engine.getTemplate(RESOURCES + "report.peb")
                    .evaluate(
                            out,
                            Map.of(
                                    "page",
                                    page,
                                    "styles",
                                    resource("report.css"),
                                    "scripts",
                                    scripts,
                                    "policy",
                                    policy(scripts)));
        }
    }

    /** The vendored slider with its licence, and the page's own scripts in one scope, as they stand between the tags. */
    private static String scripts() throws IOException {
        String slider = resource(SLIDER + "index.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        StringBuilder scripts = new StringBuilder("/* img-comparison-slider 8.0.7\n")
                .append(resource(SLIDER + "LICENSE"))
                .append("*/\n")
                .append(slider)
                .append("\n(() => {\n'use strict';\n");
        for (String script : OWN_SCRIPTS) {
            scripts.append(resource(script));
        }
        return scripts.append("})();\n").toString();
    }

    private static String policy(String scripts) {
        // The browser hashes all that stands between the tags, so the template puts nothing around it.
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(scripts.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource is missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
