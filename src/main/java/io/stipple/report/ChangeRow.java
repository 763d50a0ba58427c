package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison of two stages of a region; {@code verdict} in words and {@code look} as a CSS class. */
record ChangeRow(
        String kind,
        String from,
        String to,
        Cell counts,
        Cell retained,
        Cell density,
        Cell contrast,
        Cell pigment,
        Cell noise,
        Cell doubles,
        String verdict,
        String look,
        String note) {
    /** Whether there is no figure at all. */
    public boolean unknown() {
        return Stream.of(counts, retained, density, contrast, pigment, noise, doubles)
                .noneMatch(Cell::known);
    }

    static List<ChangeRow> of(CaseRecord record, String view, String region) {
        return record.comparisons().stream()
                .filter(one -> one.change().view().equals(view)
                        && one.change().region().equals(region))
                .map(one -> row(one.change(), one.floorFromRepeats()))
                .toList();
    }

    private static ChangeRow row(Change change, boolean floorFromRepeats) {
        String why = change.reason().isBlank() ? "not known" : change.reason();
        return new ChangeRow(
                Words.kind(change.kind()),
                Words.label(change.from()),
                Words.label(change.to()),
                counts(change, why),
                RegionSection.share(change.retained(), why),
                RegionSection.percent(change.density(), why),
                RegionSection.percent(change.contrast(), why),
                RegionSection.percent(change.pigment(), why),
                noise(change.mdc95Pct(), floorFromRepeats, why),
                doubles(change, why),
                Words.verdict(change.verdict()),
                change.verdict().word(),
                change.reason());
    }

    private static Cell noise(@Nullable Double mdc95Pct, boolean fromRepeats, String why) {
        return mdc95Pct == null
                ? Cell.missing(why)
                : Cell.of(Decimals.fixed(mdc95Pct, 1) + " %", fromRepeats ? "from your repeats" : "by default");
    }

    private static Cell counts(Change change, String why) {
        Integer kept = change.kept();
        Integer lost = change.lost();
        Integer added = change.added();
        if (kept == null && lost == null && added == null) {
            return Cell.missing(why);
        }
        return Cell.of(or(kept) + " / " + or(lost) + " / " + or(added));
    }

    private static String or(@Nullable Integer count) {
        return count == null ? "–" : count.toString();
    }

    private static Cell doubles(Change change, String why) {
        Integer found = change.doubleDots();
        Double chance = change.doubleDotsByChance();
        if (found == null) {
            return Cell.missing(why);
        }
        return chance == null
                ? Cell.of(found.toString())
                : Cell.of(found.toString(), Decimals.fixed(chance, 1) + " by chance");
    }
}
