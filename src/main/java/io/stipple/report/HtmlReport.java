package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;

/** {@code report.html}. */
public final class HtmlReport {
    private HtmlReport() {}

    public static void write(CaseRecord record, Path folder) throws IOException {}
}
