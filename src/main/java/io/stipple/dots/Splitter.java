package io.stipple.dots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes long or large candidates for what they often are on a dense scalp, two dots that touch: where two dots of the
 * photo's own size explain the light better than one ellipse with as many parameters, they replace it. Hairs are thinner
 * than dots and are left alone.
 */
final class Splitter {
    private static final double LONG_AXIS_RATIO = 0.8;
    private static final double LARGE = 1.15; // of the typical size
    private static final double DARK = 1.6; // of the typical pigment
    private static final double THINNEST = 0.8; // of a typical dot's width, across
    private static final double LEAST_TOTAL = 1.5; // of the typical pigment, both together
    private static final double BETTER = 0.85; // of the squares that one ellipse leaves
    private static final double LEAST_APART = 1.0; // typical deviations; nearer ones cannot be told from one
    private static final double LEAST_PART = 0.5; // of the typical pigment
    private static final int SWEEPS = 6;

    private final ProfileFit fit;
    private final Calibration own;

    Splitter(ProfileFit fit, Calibration own) {
        this.fit = fit;
        this.own = own;
    }

    /** The candidates with pairs in place of what was two; the fit's residual follows. */
    List<Blob> split(List<Blob> blobs, double leastSnr) {
        List<Blob> doubles = blobs.stream()
                .filter(b -> !b.known && !b.beside && b.snr >= leastSnr && looksDouble(b))
                .toList();
        Map<Blob, List<Blob>> pairs = new ConcurrentHashMap<>();
        fit.forEach(doubles, b -> pairs.put(b, pairOr(b)));
        List<Blob> result = new ArrayList<>();
        blobs.forEach(b -> result.addAll(pairs.getOrDefault(b, List.of(b))));
        return result;
    }

    private boolean looksDouble(Blob b) {
        double across = b.relativeSize * Math.sqrt(b.axisRatio);
        return across >= THINNEST
                && b.relativeSize < 2.5
                && b.ownPigment >= LEAST_TOTAL * own.pigmentMm2()
                && (b.axisRatio < LONG_AXIS_RATIO || b.relativeSize > LARGE || b.ownPigment > DARK * own.pigmentMm2());
    }

    private List<Blob> pairOr(Blob one) {
        Covariance typical = Covariance.seen(one.frame, own.scalpMm2(), own.blurPx2());
        double alone = fit.squaresAround(one);
        fit.restore(one);
        double mean = (one.xx + one.yy) / 2;
        double half = Math.hypot((one.xx - one.yy) / 2, one.xy);
        double angle = 0.5 * Math.atan2(2 * one.xy, one.xx - one.yy);
        double typicalAlong = typical.xx() * Math.cos(angle) * Math.cos(angle)
                + 2 * typical.xy() * Math.cos(angle) * Math.sin(angle)
                + typical.yy() * Math.sin(angle) * Math.sin(angle);
        // Two equal dots at ±d add d² to the variance along the line between them.
        double apart = Math.sqrt(Math.max(0.5 * typicalAlong, mean + half - typicalAlong));
        double flux = one.peak * one.areaPx() / (2 * Math.PI * Math.sqrt(typical.determinant()));
        List<Blob> pair = List.of(
                part(one, typical, apart * Math.cos(angle), apart * Math.sin(angle), flux / 2),
                part(one, typical, -apart * Math.cos(angle), -apart * Math.sin(angle), flux / 2));
        pair.forEach(fit::subtract);
        fit.sweepPlaces(pair, SWEEPS);
        pair.forEach(b -> b.ownPigment = Calibration.rawPigment(b));
        if (fit.squaresAround(one) < BETTER * alone && plausible(pair, Math.sqrt(typicalAlong))) {
            return pair;
        }
        pair.forEach(fit::restore);
        fit.subtract(one);
        return List.of(one);
    }

    private boolean plausible(List<Blob> pair, double deviation) {
        Blob a = pair.get(0);
        Blob b = pair.get(1);
        return Math.hypot(a.x - b.x, a.y - b.y) > LEAST_APART * deviation
                && Math.min(a.ownPigment, b.ownPigment) > LEAST_PART * own.pigmentMm2();
    }

    private static Blob part(Blob one, Covariance typical, double dx, double dy, double peak) {
        Blob part = new Blob(one.frame, one.snr, one.x + dx, one.y + dy, 1, peak);
        part.xx = typical.xx();
        part.xy = typical.xy();
        part.yy = typical.yy();
        return part;
    }
}
