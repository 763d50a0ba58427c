package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A finished record becomes the files that people and programs read. */
public final class ReportWriter {
    static final String PAGE_FILE = "report.html";
    static final String PDF_FILE = "report.pdf";
    static final String SHARE_FILE = "share.html";

    private ReportWriter() {}

    /**
     * Writes {@code record.json} and all that {@link #render(Path)} makes from it.
     *
     * @param record the finished case
     * @param folder exists, and holds the aligned photos that the record names
     */
    public static void write(CaseRecord record, Path folder) throws IOException {
        Path file = folder.resolve(FinishedCase.RECORD_FILE);
        RecordJson.write(record, file);
        writePage(new FinishedCase(folder, RecordJson.read(file), RecordHash.of(file)), folder);
    }

    /**
     * Writes {@code photos.csv}, {@code measurements.csv}, {@code changes.csv}, {@code dots.csv} and {@code report.html}
     * from {@code record.json} and the aligned photos alone: the same bytes today as in a year.
     *
     * @return the record that was read
     * @throws ReportRefusedException when record or pictures are not whole; nothing is written
     */
    public static CaseRecord render(Path folder) throws IOException {
        return render(folder, ReportRequest.PAGE, file -> {}).record();
    }

    /**
     * Writes what is asked for from {@code record.json} and the aligned photos alone.
     *
     * @param step is told the name of each file before it is made
     * @throws ReportRefusedException when record or pictures are not whole, or the client has not agreed to what is
     *     asked for; nothing is written
     */
    public static RenderedReport render(Path folder, ReportRequest request, Consumer<String> step) throws IOException {
        FinishedCase finished = FinishedCase.read(folder);
        List<Path> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        try (Draft draft = Draft.of(folder)) {
            if (request.page()) {
                step.accept(PAGE_FILE);
                writePage(finished, draft.folder());
                files.add(folder.resolve(PAGE_FILE));
            }
            if (request.pdf()) {
                step.accept(PDF_FILE);
                PdfReport.write(finished, draft.folder().resolve(PDF_FILE));
                files.add(folder.resolve(PDF_FILE));
            }
            if (request.share()) {
                step.accept(SHARE_FILE);
                leftOut.addAll(ShareReport.write(
                        finished, request.dates(), draft.folder().resolve(SHARE_FILE)));
                files.add(folder.resolve(SHARE_FILE));
            }
            draft.publish();
        }
        return new RenderedReport(finished.record(), files, leftOut);
    }

    private static void writePage(FinishedCase finished, Path target) throws IOException {
        CaseRecord record = finished.record();
        CsvFiles.writePhotos(record, target.resolve("photos.csv"));
        CsvFiles.writeMeasurements(record, target.resolve("measurements.csv"));
        CsvFiles.writeChanges(record, target.resolve("changes.csv"));
        CsvFiles.writeDots(record, target.resolve("dots.csv"));
        HtmlReport.write(finished, target.resolve(PAGE_FILE));
    }
}
