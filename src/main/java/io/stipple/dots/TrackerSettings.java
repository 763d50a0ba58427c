package io.stipple.dots;

/**
 * How far a dot may seem to move between two photos and still be the same.
 *
 * @param residuals gate in median residuals of the two registrations together, 1; 4: beyond it lie 2 in 1000 of a
 *     two-dimensional normal error
 * @param leastGateMm least gate, mm; 0.2: a dot beside a neighbour is centred that badly now and then where the residual
 *     is nil (5 % are 0.12..0.14 mm off), and strangers stand farther apart
 * @param mostGateMm largest gate, mm; 0.35: half the spacing of dots, beyond which a neighbour is as likely
 * @param gapStages stages that a dot may be missing from and still be followed, 1
 * @param gapPenalty added to the squared distance in gates for each stage missed, 1; 0.3: of two candidates the one seen
 *     last time wins unless it lies clearly farther
 */
public record TrackerSettings(
        double residuals, double leastGateMm, double mostGateMm, int gapStages, double gapPenalty) {
    public TrackerSettings {
        if (!(residuals > 0 && leastGateMm > 0 && mostGateMm >= leastGateMm && gapStages >= 0 && gapPenalty >= 0)) {
            throw new IllegalArgumentException("tracker gates of " + residuals + " residuals, " + leastGateMm + ".."
                    + mostGateMm + " mm, " + gapStages + " stages, penalty " + gapPenalty + " are not usable");
        }
    }

    /** The settings that every track of Stipple is made with. */
    public static TrackerSettings defaults() {
        return new TrackerSettings(4, 0.2, 0.35, 1, 0.3);
    }

    double gateMm(double residualMm, double otherResidualMm) {
        double gate = residuals * Math.hypot(residualMm, otherResidualMm);
        return Math.max(leastGateMm, Math.min(mostGateMm, gate));
    }
}
