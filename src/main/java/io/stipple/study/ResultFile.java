package io.stipple.study;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.phantom.FigureScore;
import io.stipple.phantom.VerdictScore;
import io.stipple.pipeline.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scores of one finished case as a CSV file. Its first line, a comment, says of which case, settings and version
 * they are. It is there whole or not at all.
 */
final class ResultFile {
    private static final String FORMAT = "stipple study 1";
    /** Stands in the column {@code figure} where a row is a verdict. */
    private static final String VERDICT = "verdict";

    private final Path file;
    private final String origin;

    private ResultFile(Path file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    /** Of a case, in the folder of its study. */
    static ResultFile in(Path folder, StudyCase one) {
        return new ResultFile(
                folder.resolve(one.name() + ".csv"),
                String.join(
                        "; ",
                        FORMAT,
                        one.name(),
                        "stipple " + Versions.stipple(),
                        one.phantom().describe()));
    }

    /**
     * The scores; empty where the case is not finished.
     *
     * @throws OtherStudyException when the file is of other settings, another version of Stipple or another format
     */
    Optional<CaseScores> read() throws IOException, OtherStudyException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        String found = text.lines().findFirst().orElse("");
        if (!found.equals("#" + origin)) {
            throw new OtherStudyException(file, found, "#" + origin);
        }
        List<FigureScore> told = new ArrayList<>();
        List<FigureScore> untold = new ArrayList<>();
        List<VerdictScore> verdicts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("figure").equals(VERDICT)) {
                    verdicts.add(verdict(row));
                } else {
                    FigureScore score = figure(row);
                    (Double.isNaN(score.reported()) ? untold : told).add(score);
                }
            }
        }
        return Optional.of(new CaseScores(told, untold, verdicts));
    }

    /** Writes beside its place and moves there at the end. */
    void write(CaseScores scores) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (CsvWriter csv = CsvWriter.builder().build(unfinished, StandardCharsets.UTF_8)) {
            csv.writeComment(origin);
            csv.writeRecord(
                    "figure",
                    "view",
                    "region",
                    "stage",
                    "kind",
                    "truth",
                    "reported",
                    "lo95",
                    "hi95",
                    "error",
                    "verdict");
            scores.told().forEach(score -> writeFigure(csv, score));
            scores.untold().forEach(score -> writeFigure(csv, score));
            scores.verdicts().forEach(score -> writeVerdict(csv, score));
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeFigure(CsvWriter csv, FigureScore score) {
        csv.writeRecord(
                score.figure(),
                score.view(),
                score.region(),
                score.stage(),
                "",
                cell(score.truth()),
                cell(score.reported()),
                cell(score.lo95()),
                cell(score.hi95()),
                cell(score.error()),
                "");
    }

    private static void writeVerdict(CsvWriter csv, VerdictScore score) {
        csv.writeRecord(
                VERDICT,
                score.view(),
                score.region(),
                score.stages(),
                score.kind().word(),
                cell(score.truthPct()),
                "",
                "",
                "",
                "",
                score.verdict().word());
    }

    private static FigureScore figure(NamedCsvRecord row) {
        return new FigureScore(
                row.getField("view"),
                row.getField("region"),
                row.getField("stage"),
                row.getField("figure"),
                number(row, "truth"),
                number(row, "reported"),
                number(row, "lo95"),
                number(row, "hi95"),
                number(row, "error"));
    }

    private static VerdictScore verdict(NamedCsvRecord row) {
        return new VerdictScore(
                row.getField("view"),
                row.getField("region"),
                row.getField("stage"),
                ChangeKind.of(row.getField("kind")),
                number(row, "truth"),
                ChangeVerdict.of(row.getField("verdict")));
    }

    // Unrounded, so that a figure read back is the figure written; infinite where dots came from none.
    private static String cell(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
