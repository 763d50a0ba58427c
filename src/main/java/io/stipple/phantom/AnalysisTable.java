package io.stipple.phantom;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the CSV files that an analysis writes. */
record AnalysisTable(List<NamedCsvRecord> rows) {
    static AnalysisTable read(Path folder, String name) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(name), StandardCharsets.UTF_8)) {
            csv.forEach(rows::add);
        }
        return new AnalysisTable(rows);
    }

    /** The figure in a cell; NaN where it is empty. */
    static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
