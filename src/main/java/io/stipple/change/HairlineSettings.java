package io.stipple.change;

import io.stipple.model.Check;

/**
 * How the front edge of the dots is traced.
 *
 * @param columns strips across the head, each of which gives one place of the line; default 24: about 5 mm wide, so that a
 *     dense hairline has a dozen dots in the depth that tells its place
 * @param reach how far the columns go on either side, as a share of the way to the rim; default 0.85: where the standard
 *     regions end
 * @param stepsToRim steps in which the way to the rim is walked along the scalp; default 200: under a millimetre each
 * @param fullMm depth behind the third foremost dot in which density is told, mm; default 3: deeper, dots that fill the
 *     scalp behind the line would count
 * @param neighbours strips on either side whose density counts too; default 2: in a sparse hairline a strip has three dots
 *     in that depth
 * @param strayMm distance by which a stray dot stands apart, mm; default 6: even a sparse hairline has a dot each millimetre
 *     of a strip's depth
 * @param leastBehind fewest dots so far behind the third foremost; default 2: so many strays do not stand behind three others
 * @param aheadMm how far ahead of the outline {@code hairline} dots still count, mm; default 10: a line may be lowered out of
 *     its outline, eyebrows lie farther off
 * @param leastColumns fewest columns from which the line is told; default 8: a third of the head
 * @param leastPairs fewest columns with a counterpart on the other side from which symmetry is told; default 4
 * @param densityRelativeSe relative error of the density by which the edge is told, alike in all strips; default 0.2: dots
 *     added just behind the line
 * @param ownErrorMm standard error of a line that all strips share beside it, mm; default 0.15: an edge that thins out over a
 *     millimetre comes forward by so much when dots double
 * @param axisSeDeg standard error of the direction of the head's middle line, °; default 1: from the outline of a head
 * @param middleSeMm standard error of its place, mm; default 1
 */
public record HairlineSettings(
        int columns,
        double reach,
        int stepsToRim,
        double fullMm,
        int neighbours,
        double strayMm,
        int leastBehind,
        double aheadMm,
        int leastColumns,
        int leastPairs,
        double densityRelativeSe,
        double ownErrorMm,
        double axisSeDeg,
        double middleSeMm) {
    public HairlineSettings {
        Check.within("columns", columns, 4, 200);
        Check.within("reach of the columns", reach, 0.1, 1);
        Check.within("steps to the rim", stepsToRim, 20, 5000);
        Check.within("depth of full density mm", fullMm, 0.5, 50);
        Check.within("neighbours", neighbours, 0, columns);
        Check.within("distance of a stray mm", strayMm, 0.5, 50);
        Check.within("least dots behind", leastBehind, 1, 100);
        Check.within("dots ahead of the outline mm", aheadMm, 0, 50);
        Check.within("least columns", leastColumns, 3, columns);
        Check.within("least pairs", leastPairs, 3, columns);
        Check.within("relative error of density", densityRelativeSe, 0, 1);
        Check.within("own error mm", ownErrorMm, 0, 10);
        Check.within("error of the axis °", axisSeDeg, 0, 45);
        Check.within("error of the middle mm", middleSeMm, 0, 50);
    }

    public static HairlineSettings defaults() {
        return new HairlineSettings(24, 0.85, 200, 3, 2, 6, 2, 10, 8, 4, 0.2, 0.15, 1, 1);
    }
}
