package io.stipple.registration;

import static io.stipple.registration.RegistrationSettings.require;

import java.util.List;

/**
 * How the first rough map is found from features; lengths in nominal mm.
 *
 * @param strongest features of each texture compared all against all, spread over the head; 1500: enough to find the pose,
 *     and the square of it is the time
 * @param ratio how much nearer the best descriptor must be than the second, 0..1; 0.92: loose, the pose is voted on
 * @param poseMm how far a match may lie from a similarity and still vote for it, mm; 10: the parallax of a head that turned
 *     by 15°
 * @param poseTurnRad how far its orientation may differ, rad; 0.5
 * @param poseZoom how far its size may differ, as a factor; 1.6
 * @param homographyMm inlier distance of the homography, mm; 4: loose, a round head is no plane
 * @param leastMatches fewest matches that a start may rest on; 12
 * @param searchMm how far from its prediction a feature is looked for again, mm, one for each pass; the last two are with the
 *     spline
 * @param robustMm scale of the Geman–McClure weight, mm, one for each pass, shrinking
 * @param guidedRatio as {@code ratio}, among the few candidates near a prediction; 0.9
 * @param guidedDistance largest squared distance of two descriptors that may be the same, of bytes; 60,000: two thirds of
 *     what unlike ones have
 */
public record StartSettings(
        int strongest,
        double ratio,
        double poseMm,
        double poseTurnRad,
        double poseZoom,
        double homographyMm,
        int leastMatches,
        List<Double> searchMm,
        List<Double> robustMm,
        double guidedRatio,
        double guidedDistance) {
    public StartSettings {
        require("strongest features", strongest, 50, 20_000);
        require("ratio", ratio, 0.3, 1);
        require("pose tolerance mm", poseMm, 1, 50);
        require("pose turn rad", poseTurnRad, 0.05, 3);
        require("pose zoom", poseZoom, 1.05, 4);
        require("homography tolerance mm", homographyMm, 0.2, 20);
        require("least matches", leastMatches, 4, 1000);
        require("guided ratio", guidedRatio, 0.3, 1);
        require("guided distance", guidedDistance, 1000, 500_000);
        searchMm = List.copyOf(searchMm);
        robustMm = List.copyOf(robustMm);
        if (searchMm.size() != robustMm.size() || searchMm.size() < 3) {
            throw new IllegalArgumentException(
                    searchMm.size() + " search radii for " + robustMm.size() + " robust scales; at least 3 of each");
        }
    }

    static StartSettings defaults() {
        return new StartSettings(
                1500, 0.92, 10, 0.5, 1.6, 4, 12, List.of(5.0, 3.0, 2.0, 1.2), List.of(3.0, 1.5, 0.8, 0.4), 0.9, 60_000);
    }
}
