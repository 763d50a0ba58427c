package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;

/** A finished record becomes the files that people and programs read. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Writes {@code record.json} and all that {@link #render} makes from it.
     *
     * @param record the finished case
     * @param folder exists, and holds the aligned photos that the record names
     */
    public static void write(CaseRecord record, Path folder) throws IOException {
        RecordJson.write(record, folder.resolve("record.json"));
        render(folder);
    }

    /**
     * Writes {@code photos.csv}, {@code measurements.csv}, {@code changes.csv}, {@code dots.csv} and {@code report.html}
     * from {@code record.json} and the aligned photos alone: the same bytes today as in a year.
     *
     * @return the record that was read
     */
    public static CaseRecord render(Path folder) throws IOException {
        CaseRecord record = RecordJson.read(folder.resolve("record.json"));
        CsvFiles.writePhotos(record, folder.resolve("photos.csv"));
        CsvFiles.writeMeasurements(record, folder.resolve("measurements.csv"));
        CsvFiles.writeChanges(record, folder.resolve("changes.csv"));
        CsvFiles.writeDots(record, folder.resolve("dots.csv"));
        HtmlReport.write(record, folder);
        return record;
    }
}
