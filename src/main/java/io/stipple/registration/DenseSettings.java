package io.stipple.registration;

import static io.stipple.registration.RegistrationSettings.require;

import java.util.List;

/**
 * How a map is refined on all pixels; lengths in nominal mm.
 *
 * @param nodeMm spacing of the spline's control points, mm; 16: skin stretches over centimetres, and a cell then holds some
 *     two hundred pores and dots; 8 follows noise (twice the error on an unstretched head), 12 a little of it
 * @param curvatureSd expected second derivative of the map, per mm; 0.01: 1 mm of stretch over 60 mm, or a head of 75 mm
 *     radius turned by 15°
 * @param curvatureMm distance over which it is independent, mm; 15
 * @param levels reductions of the finest working scale, coarse to fine; 4, 2, 1
 * @param rounds Gauss–Newton rounds at each
 * @param blockPx side of the blocks over which pixel equations are summed before the spline sees them, work px; 4: small
 *     against a cell of the spline
 * @param robustFactor scale of the Geman–McClure weight, in standard deviations of the residual, at each level
 * @param leastDeviation lower bound of that deviation, in sigma of the texture; 0.15
 * @param correlatedPx pixels that carry one independent piece of information; 6: texture is smooth over two to three px
 * @param shares weights of skin, spots and tint; 1 each: the shade of pores moves with the light,
 *     but {@link TintAnchor} takes that out, and weaker skin loses more in detail than it gains
 * @param previousShare weight of the previous photo's textures against the reference's, when registering through it; 1
 * @param settledPx stop when no control point moves by more, work px; 0.01
 */
public record DenseSettings(
        double nodeMm,
        double curvatureSd,
        double curvatureMm,
        List<Integer> levels,
        List<Integer> rounds,
        int blockPx,
        List<Double> robustFactor,
        double leastDeviation,
        double correlatedPx,
        List<Double> shares,
        double previousShare,
        double settledPx) {
    public DenseSettings {
        require("node spacing mm", nodeMm, 2, 100);
        require("curvature per mm", curvatureSd, 1e-5, 1);
        require("curvature distance mm", curvatureMm, 1, 200);
        require("block px", blockPx, 1, 16);
        require("least deviation", leastDeviation, 0.001, 2);
        require("correlated px", correlatedPx, 1, 1000);
        shares = PixelEquations.checked(shares);
        require("share of the previous photo", previousShare, 0, 100);
        require("settled px", settledPx, 1e-6, 1);
        levels = List.copyOf(levels);
        rounds = List.copyOf(rounds);
        robustFactor = List.copyOf(robustFactor);
        if (levels.isEmpty() || levels.size() != rounds.size() || levels.size() != robustFactor.size()) {
            throw new IllegalArgumentException(levels.size() + " levels, " + rounds.size() + " rounds and "
                    + robustFactor.size() + " robust factors; the same number of each, at least 1");
        }
    }

    static DenseSettings defaults() {
        return new DenseSettings(
                16,
                0.01,
                15,
                List.of(4, 2, 1),
                List.of(6, 5, 3),
                4,
                List.of(2.5, 2.0, 2.0),
                0.15,
                6,
                List.of(1.0, 1.0, 1.0),
                1,
                0.01);
    }

    /** Weight of the bending energy in units of squared standard deviations, for a map that does not zoom. */
    double bendingWeight() {
        return 1 / (curvatureSd * curvatureSd * curvatureMm * curvatureMm);
    }

    /** Weight that decides only where neither data nor bending do: a thousandth of one datum. */
    double holdWeight() {
        return 1e-3;
    }
}
