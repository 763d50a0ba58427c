package io.stipple.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.stipple.model.Sha256;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of this room and what they embed. Every value is escaped unless a template marks it raw. Another room
 * names its own from the root, such as {@code /io/stipple/cohort/cohort.peb}.
 */
public final class Template {
    private static final String RESOURCES = "io/stipple/report/";

    private Template() {}

    /** Fills a template into a file, as UTF-8; the file is replaced where there is one. */
    public static void write(String template, Map<String, Object> values, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            fill(template, values, out);
        }
    }

    /** Fills a template. */
    static String text(String template, Map<String, Object> values) throws IOException {
        StringWriter out = new StringWriter();
        fill(template, values, out);
        return out.toString();
    }

    private static void fill(String template, Map<String, Object> values, Writer out) throws IOException {
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(new ClasspathLoader(Template.class.getClassLoader()))
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
        engine.getTemplate(template.startsWith("/") ? template.substring(1) : RESOURCES + template)
                .evaluate(out, values);
    }

    /**
     * What a browser may do with a page: show pictures that are in it, and run this one script; nothing at all where
     * it is empty.
     */
    public static String policy(String script) {
        String common = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; ";
        return common + (script.isEmpty() ? "" : "script-src 'sha256-" + sha256(script) + "'; ")
                + "base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String script) {
        // The browser hashes all that stands between the tags, so the template puts nothing around it.
        return Base64.getEncoder().encodeToString(Sha256.bytes(script.getBytes(StandardCharsets.UTF_8)));
    }

    /** A text file of the program, with {@code \n} at the end of each line. */
    public static String resource(String name) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource is missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
