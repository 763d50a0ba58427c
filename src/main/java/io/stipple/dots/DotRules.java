package io.stipple.dots;

import java.util.List;

/**
 * Tells dots from what else is dark and small: strokes by their axes, moles and specks by their size, pale marks by
 * their pigment, each against the photo's own round strong blobs.
 */
final class DotRules {
    private static final double DOUBLED = 1.3;
    private static final double FAINTEST = 0.42; // of the strong ones' signal over noise: below lie pores and stub ends
    private static final double SPREADS = 3; // deviations of the photo's own dots that still belong to them

    private static final double LEAST_BESIDE = 0.6; // of the typical pigment: a known dot's own misfit is less

    private DotRules() {}

    /** Names what each candidate is. */
    static void apply(List<Blob> blobs, Calibration own, DotSettings settings, boolean skinTakenOut) {
        double size = Math.max(Math.log(settings.sizeSpread()), SPREADS * own.logSizeSpread());
        double dark = Math.max(Math.log(settings.darknessSpread()), SPREADS * own.logPigmentSpread());
        for (Blob b : blobs) {
            b.kind = kindOf(b, own, settings, size, dark, skinTakenOut);
        }
    }

    /** Whether a candidate whose shape was set against the photo's dots is as round and as large as one. */
    static boolean hasShapeOfDot(Blob b, DotSettings settings) {
        return b.axisRatio >= settings.leastAxisRatio()
                && Math.abs(Math.log(b.relativeSize)) < Math.log(settings.sizeSpread());
    }

    // Stub ends and pores of the dots' size stand below half of their strength: a fixed threshold let in 15 of them for
    // every faint dot that it kept.
    private static double leastSnr(Calibration own, DotSettings settings, boolean skinTakenOut) {
        return own.treated() && !skinTakenOut ? Math.max(settings.dotSnr(), FAINTEST * own.snr()) : settings.dotSnr();
    }

    // Noise and a near neighbour stretch a dot, but only a hair is thin as well. How thin a dot can look is known once
    // the photo has shown its dots; before that, length over width has to do.
    private static boolean isStroke(Blob b, Calibration own, DotSettings settings) {
        if (!own.treated()) {
            return b.axisRatio < settings.leastAxisRatio();
        }
        if (b.noHair) {
            return b.axisRatio < settings.leastStretchedRatio();
        }
        double relativeWidth = b.relativeSize * Math.sqrt(b.axisRatio);
        double hair = own.hairWidth(b);
        if (hair > settings.leastRelativeWidth()) {
            return b.axisRatio < settings.leastAxisRatio(); // blur has made hairs as wide as dots: length must tell
        }
        return relativeWidth < settings.leastRelativeWidth() || b.axisRatio < settings.leastStretchedRatio();
    }

    private static Mark.Kind kindOf(
            Blob b, Calibration own, DotSettings settings, double size, double dark, boolean skinTakenOut) {
        if (b.known) {
            return KnownPlaces.isThere(b, own) ? Mark.Kind.DOT : Mark.Kind.FAINT;
        }
        if (b.beside) {
            return b.snr >= settings.dotSnr() && b.ownPigment >= LEAST_BESIDE * own.pigmentMm2()
                    ? Mark.Kind.DOT
                    : Mark.Kind.FAINT;
        }
        if (b.snr < leastSnr(own, settings, skinTakenOut)) {
            return Mark.Kind.FAINT;
        }
        if (isStroke(b, own, settings)) {
            return Mark.Kind.STROKE;
        }
        double logSize = Math.log(b.relativeSize);
        if (logSize > size) {
            return Mark.Kind.MOLE;
        }
        if (logSize < -size) {
            return Mark.Kind.SPECK;
        }
        if (!own.treated()) {
            // Nothing to compare with: only what would count as strong and round anywhere.
            boolean strong = b.snr >= settings.loneSnr() && b.axisRatio >= settings.strongAxisRatio();
            return strong ? Mark.Kind.DOT : Mark.Kind.FAINT;
        }
        double logPigment = Math.log(Math.max(1e-12, b.ownPigment / own.pigmentMm2()));
        if (logPigment < -dark) {
            return Mark.Kind.PALE;
        }
        // Two dots on one spot hold twice the pigment and stay dots.
        if (logPigment > DOUBLED * dark) {
            return Mark.Kind.MOLE;
        }
        return Mark.Kind.DOT;
    }
}
