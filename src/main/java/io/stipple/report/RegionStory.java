package io.stipple.report;

import io.stipple.model.Advice;
import io.stipple.model.CaseRecord;
import io.stipple.model.FadingSplit;
import io.stipple.model.SessionShare;
import io.stipple.model.SurvivalCurve;
import java.util.List;
import java.util.Optional;

/**
 * What the record says of a region beside its tables of figures, as text.
 *
 * @param sentence for the client
 * @param next what the next session should do; empty where nothing is said
 * @param why the figures that this rests on
 * @param fading a row for each fresh session with its healed stage
 * @param shares a line for each healed stage but the last
 * @param survival a line for each step of the curve; empty where nothing is known
 * @param colour a line for what became of the pigment's hue, and how the region blends in with the donor area
 * @param followed how many dots the curve rests on
 */
record RegionStory(
        String sentence,
        String next,
        List<String> why,
        List<FadingRow> fading,
        List<String> shares,
        List<String> survival,
        List<String> colour,
        int followed) {
    /** A fading taken apart. */
    record FadingRow(String from, String to, Cell healed, Cell lost, Cell contrast, Cell diameter, Cell redness) {}

    static RegionStory of(CaseRecord record, RegionNow now) {
        String view = now.now().view();
        String region = now.now().region();
        SurvivalCurve curve = curve(record, view, region).orElse(null);
        return new RegionStory(
                ClientSentence.of(now),
                advice(record, now).map(Words::advice).orElse(""),
                advice(record, now).map(Advice::reasons).orElse(List.of()),
                record.assessment().fading().stream()
                        .filter(split ->
                                split.view().equals(view) && split.region().equals(region))
                        .map(RegionStory::row)
                        .toList(),
                record.assessment().shares().stream()
                        .filter(share ->
                                share.view().equals(view) && share.region().equals(region))
                        .map(RegionStory::line)
                        .toList(),
                curve == null
                        ? List.of()
                        : curve.steps().stream().map(RegionStory::line).toList(),
                ColourLines.of(record, view, region),
                curve == null ? 0 : curve.dots());
    }

    /** How long a region's dots last; empty where the record does not know. */
    static Optional<SurvivalCurve> curve(CaseRecord record, String view, String region) {
        return record.assessment().survival().stream()
                .filter(curve -> curve.view().equals(view) && curve.region().equals(region))
                .filter(curve -> !curve.steps().isEmpty())
                .findFirst();
    }

    /** The advice for a region; empty where the record has none. */
    static Optional<Advice> advice(CaseRecord record, RegionNow now) {
        return record.assessment().plan().stream()
                .filter(advice -> advice.view().equals(now.now().view())
                        && advice.region().equals(now.now().region()))
                .findFirst();
    }

    private static FadingRow row(FadingSplit split) {
        return new FadingRow(
                Words.label(split.from()),
                Words.label(split.to()),
                split.healedDays() == null ? Cell.missing("a date is missing") : Cell.of(split.healedDays() + " days"),
                RegionSection.share(split.lost(), "too few dots to follow"),
                RegionSection.percent(split.contrast(), "too few dots seen in both"),
                RegionSection.percent(split.diameter(), "too few dots seen in both"),
                Cell.number(split.redness(), 1, " a*", "needs a region of untreated skin named “reference”"));
    }

    private static String line(SessionShare share) {
        return Words.label(share.settled()) + ": " + Decimals.fixed(share.sharePct(), 0) + " % of the density at "
                + Words.label(share.last()) + " (" + Words.interval(share.interval95(), 0) + " %)";
    }

    /** {@code between day 0 and day 29 down to 80 % (79 to 81 %)}. */
    static String line(SurvivalCurve.Step step) {
        return "between day " + Decimals.fixed(step.fromDays(), 0) + " and day " + Decimals.fixed(step.toDays(), 0)
                + " down to " + Decimals.fixed(100 * step.survival(), 0) + " % ("
                + Decimals.fixed(100 * step.interval95().lo(), 0) + " to "
                + Decimals.fixed(100 * step.interval95().hi(), 0) + " %)";
    }
}
