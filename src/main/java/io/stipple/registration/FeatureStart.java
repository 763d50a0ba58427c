package io.stipple.registration;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;

/**
 * The first smooth map of a photo on its reference, from features: homography, quadratic, cubic, B-spline, each fitted with
 * a tighter robust scale than the last and with features matched again near its predictions (graduated non-convexity,
 * Black and Anandan 1996).
 *
 * <p>A homography's own inliers cover only a part of a round head; each freer model takes in more of it.
 */
final class FeatureStart {
    private static final int ROUNDS = 4;
    private static final double WIDEST_ZOOM = 4;

    private final StartSettings settings;
    private final DenseSettings smoothness;
    private final double pxPerMm;
    private final SplineGrid grid;

    /** @param pxPerMm nominal scale of the reference */
    FeatureStart(StartSettings settings, DenseSettings smoothness, double pxPerMm, SplineGrid grid) {
        this.settings = settings;
        this.smoothness = smoothness;
        this.pxPerMm = pxPerMm;
        this.grid = grid;
    }

    /**
     * The map from what looks alike.
     *
     * @param references features in px of the reference: its own, and those of other photos carried to it
     * @throws RegistrationFailedException when no pose has enough matches
     */
    SplineSurface from(Features photo, List<Features> references) throws RegistrationFailedException {
        List<Match> raw = new ArrayList<>();
        for (Features reference : references) {
            raw.addAll(new DescriptorMatching(settings).between(photo, reference));
        }
        List<Match> posed = new PoseVote(settings, pxPerMm).winners(raw);
        if (posed.size() < settings.leastMatches()) {
            throw new RegistrationFailedException("no common head found: only " + posed.size() + " of " + raw.size()
                    + " alike features agree on a pose, " + settings.leastMatches() + " are needed");
        }
        return refined(photo, references, posed);
    }

    /**
     * The map from pairs that a person gave.
     *
     * @throws RegistrationFailedException when the pairs do not span a plane
     */
    SplineSurface from(Features photo, List<Features> references, List<LandmarkPair> landmarks)
            throws RegistrationFailedException {
        List<Match> given = landmarks.stream()
                .map(pair -> new Match(
                        pair.reference().x(),
                        pair.reference().y(),
                        pair.photo().x(),
                        pair.photo().y(),
                        1,
                        0))
                .toList();
        return refined(photo, references, given);
    }

    private SplineSurface refined(Features photo, List<Features> references, List<Match> first)
            throws RegistrationFailedException {
        LooseHomography.Plane plane = LooseHomography.of(first, settings.homographyMm() * pxPerMm)
                .filter(this::sane)
                .orElseThrow(() -> new RegistrationFailedException(
                        "no common head found: " + first.size() + " alike features span no plane without a fold"));
        SplineSurface map = SplineSurface.sampled(grid, plane::at);
        double zoom = Math.max(1 / WIDEST_ZOOM, map.zoom());
        GuidedMatching matching =
                new GuidedMatching(settings, photo, settings.searchMm().get(0) * pxPerMm * zoom);
        int passes = settings.searchMm().size();
        for (int pass = 0; pass < passes; pass++) {
            List<Match> matches = new ArrayList<>();
            for (Features reference : references) {
                matches.addAll(matching.near(map, reference, settings.searchMm().get(pass) * pxPerMm * zoom));
            }
            if (matches.size() < settings.leastMatches()) {
                if (first.size() < settings.leastMatches()) {
                    return map; // few pairs by hand on a photo without features: the dense fit decides
                }
                throw new RegistrationFailedException("no common head found: only " + matches.size()
                        + " features recur near their predicted places, " + settings.leastMatches() + " are needed");
            }
            double scalePx = settings.robustMm().get(pass) * pxPerMm * zoom;
            int splinePasses = 2;
            map = pass < passes - splinePasses
                    ? polynomial(Math.min(3, 2 + pass), matches, map, scalePx)
                    : spline(matches, map, scalePx, zoom);
        }
        return map;
    }

    private SplineSurface polynomial(int degree, List<Match> matches, SplineSurface start, double scalePx) {
        double centreX = (grid.left() + grid.right()) / 2;
        double centreY = (grid.top() + grid.bottom()) / 2;
        double half = Math.max(grid.right() - grid.left(), grid.bottom() - grid.top()) / 2;
        SplineSurface map = start;
        for (int round = 0; round < ROUNDS; round++) {
            double[] weights = weights(matches, map, scalePx);
            PolynomialSurface fitted = PolynomialSurface.fit(degree, matches, weights, centreX, centreY, half);
            map = SplineSurface.sampled(grid, fitted::at);
        }
        return map;
    }

    private SplineSurface spline(List<Match> matches, SplineSurface start, double scalePx, double zoom) {
        SplineSurface map = start;
        double bending = smoothness.bendingWeight() / (zoom * zoom);
        for (int round = 0; round < ROUNDS; round++) {
            double[] weights = weights(matches, map, scalePx);
            SplineSystem system = new SplineSystem(grid);
            double perMatch = 1 / (scalePx * scalePx);
            for (int k = 0; k < weights.length; k++) {
                Match match = matches.get(k);
                if (!grid.holds(match.xRef(), match.yRef())) {
                    continue;
                }
                SplineSurface.Jet jet = map.at(match.xRef(), match.yRef());
                double weight = perMatch * weights[k];
                system.pull(
                        match.xRef(),
                        match.yRef(),
                        weight,
                        0,
                        weight,
                        weight * (match.xPhoto() - jet.x()),
                        weight * (match.yPhoto() - jet.y()));
            }
            system.bend(bending, map);
            system.hold(smoothness.holdWeight() * perMatch);
            map = map.moved(system.solve());
        }
        return map;
    }

    private static double[] weights(List<Match> matches, SplineSurface map, double scalePx) {
        double[] weights = new double[matches.size()];
        for (int k = 0; k < weights.length; k++) {
            Match match = matches.get(k);
            SplineSurface.Jet jet = map.at(match.xRef(), match.yRef());
            double dx = match.xPhoto() - jet.x();
            double dy = match.yPhoto() - jet.y();
            weights[k] = GemanMcClure.weight(dx * dx + dy * dy, scalePx * scalePx);
        }
        return weights;
    }

    private boolean sane(LooseHomography.Plane plane) {
        PointPx[] places = {
            new PointPx(grid.left(), grid.top()),
            new PointPx(grid.right(), grid.top()),
            new PointPx(grid.left(), grid.bottom()),
            new PointPx(grid.right(), grid.bottom()),
            new PointPx((grid.left() + grid.right()) / 2, (grid.top() + grid.bottom()) / 2)
        };
        for (PointPx place : places) {
            if (!plane.sane(place.x(), place.y(), WIDEST_ZOOM)) {
                return false;
            }
        }
        return true;
    }
}
