package io.stipple.report;

import io.stipple.model.Blend;
import io.stipple.model.CaseRecord;
import io.stipple.model.HueDrift;
import io.stipple.model.HueShift;
import java.util.ArrayList;
import java.util.List;

/** What became of a region's colour, in lines. */
final class ColourLines {
    private ColourLines() {}

    /** Each drift of the pigment's hue, then how the region blends in at its latest stage. */
    static List<String> of(CaseRecord record, String view, String region) {
        List<String> lines = new ArrayList<>();
        record.assessment().hueDrifts().stream()
                .filter(drift -> drift.view().equals(view) && drift.region().equals(region))
                .map(ColourLines::line)
                .forEach(lines::add);
        record.assessment().blends().stream()
                .filter(blend -> blend.view().equals(view) && blend.region().equals(region))
                .reduce((earlier, later) -> later)
                .map(ColourLines::line)
                .ifPresent(lines::add);
        return lines;
    }

    private static String line(HueDrift drift) {
        String pair = "Hue of the pigment, " + Words.label(drift.from()) + " to " + Words.label(drift.to()) + ": ";
        HueShift shift = drift.shift();
        if (shift == null) {
            return pair + "cannot tell: " + drift.reason();
        }
        return pair + Words.verdict(drift.verdict()) + ", Δa* " + Cell.minus(Words.signed(shift.deltaA(), 1)) + " ("
                + Cell.minus(Words.interval(shift.deltaA95(), 1)) + "; below 0 towards green), Δb* "
                + Cell.minus(Words.signed(shift.deltaB(), 1)) + " ("
                + Cell.minus(Words.interval(shift.deltaB95(), 1)) + "; below 0 towards blue)";
    }

    private static String line(Blend blend) {
        return "Against the stubble of " + blend.donorRegion() + " at " + Words.label(blend.stage()) + ": ΔE00 "
                + Decimals.fixed(blend.deltaE00(), 1) + ", L* " + Decimals.fixed(Math.abs(blend.deltaL()), 1)
                + (blend.deltaL() < 0 ? " darker" : " lighter") + " on the same skin; its own skin is photographed "
                + Decimals.fixed(Math.abs(blend.skinDeltaL()), 1) + " L* "
                + (blend.skinDeltaL() < 0 ? "darker" : "lighter");
    }
}
