package io.stipple.report;

import io.stipple.model.Assessment;
import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.Finding;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import java.nio.file.Path;
import java.util.List;

/** What a finished run tells a program: the record's figures without its dots, and where the files are. */
public final class SummaryJson {
    private SummaryJson() {}

    private record Summary(
            String client,
            String report,
            List<PhotoRow> photos,
            List<Measurement> measurements,
            List<Change> changes,
            Assessment assessment,
            List<Finding> findings) {}

    /** One JSON object, in the same names and rounding as {@code record.json}. */
    public static String of(CaseRecord record, Path reportFile) {
        return RecordJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Summary(
                        record.client(),
                        reportFile.toString(),
                        record.photos(),
                        record.measurements(),
                        record.changes(),
                        record.assessment(),
                        record.findings()));
    }
}
