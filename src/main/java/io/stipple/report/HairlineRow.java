package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.HairlineFigures;
import io.stipple.model.HairlineVerdict;
import io.stipple.model.Millimetres;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the hairline lies at one stage, as a row of the page. */
record HairlineRow(
        String view,
        String stage,
        Cell ahead,
        Cell sinceFirst,
        String first,
        Cell shift,
        String previous,
        Cell asymmetry,
        String verdict,
        String look,
        String note) {

    static List<HairlineRow> of(CaseRecord record) {
        return record.assessment().hairlines().stream().map(HairlineRow::of).toList();
    }

    private static HairlineRow of(HairlineFigures line) {
        String why = line.reason().isBlank() ? "nothing to compare with" : line.reason();
        return new HairlineRow(
                line.view(),
                Words.label(line.stage()),
                cell(line.aheadOfOutline(), line.reason().isBlank() ? "no outline “hairline”" : line.reason()),
                cell(line.sinceFirst(), why),
                line.first() == null ? "" : Words.label(line.first()),
                cell(line.shift(), why),
                line.previous() == null ? "" : Words.label(line.previous()),
                cell(line.asymmetry(), line.reason().isBlank() ? "too few strips have a counterpart" : line.reason()),
                word(line.verdict()),
                line.verdict().word(),
                line.reason());
    }

    private static Cell cell(@Nullable Millimetres length, String why) {
        return length == null
                ? Cell.missing(why)
                : Cell.of(Cell.minus(Words.signed(length.mm(), 1)), Cell.minus(Words.interval(length.interval95(), 1)));
    }

    private static String word(HairlineVerdict verdict) {
        return switch (verdict) {
            case LOWERED -> "lowered";
            case WITHIN_NOISE -> "within noise";
            case RECEDED -> "receded";
            case CANNOT_TELL -> "cannot tell";
        };
    }
}
