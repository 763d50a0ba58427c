package io.stipple.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file by RFC 4180 (UTF-8, CRLF, header row): cells are added from left to right, null is an empty cell. */
public final class CsvTable implements AutoCloseable {
    /** What makes a spreadsheet read a text cell as a formula; tab and return because they are skipped in front of one. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter writer;
    private final int columns;
    private final List<String> row = new ArrayList<>();

    /** Starts the file with its header; one of that name is replaced. */
    public CsvTable(Path file, String... header) throws IOException {
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, StandardCharsets.UTF_8);
        columns = header.length;
        writer.writeRecord(header);
    }

    /** Free text: guarded against being read as a formula. */
    public CsvTable text(@Nullable String cell) {
        boolean formula = cell != null && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return cell(formula ? "'" + cell : cell);
    }

    CsvTable date(@Nullable LocalDate cell) {
        return cell(cell == null ? null : cell.toString());
    }

    /** A whole number. */
    public CsvTable count(@Nullable Integer cell) {
        return cell(cell == null ? null : cell.toString());
    }

    /** A figure with so many decimals; an infinity, such as the end of an unbounded interval, is an empty cell. */
    public CsvTable number(@Nullable Double cell, int places) {
        return cell(cell == null || !Double.isFinite(cell) ? null : Decimals.fixed(cell, places));
    }

    /** Ends a row, which must have a cell for each column. */
    public void endRow() {
        if (row.size() != columns) {
            throw new IllegalStateException("a row of " + row.size() + " cells under " + columns + " columns: " + row);
        }
        writer.writeRecord(row);
        row.clear();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private CsvTable cell(@Nullable String cell) {
        row.add(cell == null ? "" : cell);
        return this;
    }
}
