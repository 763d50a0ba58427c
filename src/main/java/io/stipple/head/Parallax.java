package io.stipple.head;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a photo of the same head from elsewhere says of its surface: where each place must show there (bundle adjustment,
 * Triggs, McLauchlan, Hartley and Fitzgibbon 2000, with a surface in place of points). Two photos never stand quite
 * alike: a head that is turned by 5 degrees shifts what lies 5 cm behind by 4 mm, and photos lie on each other to
 * hundredths of one.
 *
 * <p>Unknown are the head's turn and shift between the photos, a little the focal length, and how skin has slid.
 */
final class Parallax {
    // Of the map between the photos, and of what skin has slid within less than 4 cm.
    private static final double PLACE_SD_MM = 0.1;
    private static final double MOST_MISFIT_MM = 0.9; // twice what two photos' skin lies off each other
    private static final double HUBER = 1.5;
    private static final double LEAST_COSINE = 0.35; // beyond, a pixel's error of the map is a millimetre and more
    private static final int FEWEST = 20; // places, to tell six unknowns of the pose and more

    private static final int POSE = 6;
    private static final int SLIDE = POSE + 1;

    /** Unknowns of a photo: pose, focal length and the slide of its skin. */
    static final int OWN = SLIDE + SkinSlide.TERMS;

    private static final double TURN_SD_RAD = 0.5;
    private static final double SHIFT_SD = 0.5; // of the distance
    private static final double FOCAL_SD = 0.03; // of the stated one; focusing near lengthens it by as much
    private static final double OWN_NUDGE = 1e-5;
    private static final double STEP_MM = 1e-3; // by which skin is nudged
    private static final int STEPS = 8;

    private final Camera camera;
    private final List<PointPx> places;
    private final List<PointPx> seen;
    private final double rollRad;
    private final Vec3 middle; // of the places, in the reference camera's frame; the head turns about it
    private final Vec3 there; // the same in the other's before any own shift
    private final double[] start;

    private Parallax(OtherView other, BentSkull surface, List<PointPx> places, List<PointPx> seen) {
        this.camera = Camera.centred(other.focalPx(), other.widthPx(), other.heightPx());
        this.places = places;
        this.seen = seen;
        PointPx at = middlemost(places);
        this.middle = point(surface, at).orElseThrow();
        double step = 8; // px: over skin's own wrinkles
        PointPx right = other.map().toPhoto(at.x() + step, at.y());
        PointPx left = other.map().toPhoto(at.x() - step, at.y());
        this.rollRad = Math.atan2(right.y() - left.y(), right.x() - left.x());
        double larger = Math.hypot(right.x() - left.x(), right.y() - left.y()) / (2 * step);
        PointPx shown = other.map().toPhoto(at.x(), at.y());
        double pxPerMm = larger * surface.at(at.x(), at.y()).orElseThrow().pxPerMm();
        this.there = camera.ray(shown.x(), shown.y()).times(other.focalPx() / pxPerMm);
        this.start = posed(surface);
    }

    /**
     * The evidence of one photo; empty where it shares too little of the head with the reference.
     *
     * @param surface a first guess
     * @param places points of the reference photo to be followed
     */
    static Optional<Parallax> of(OtherView other, BentSkull surface, List<PointPx> places) {
        List<PointPx> followed = new ArrayList<>();
        List<PointPx> seen = new ArrayList<>();
        for (PointPx place : places) {
            PointPx at = other.map().toPhoto(place.x(), place.y());
            boolean facing = surface.at(place.x(), place.y())
                    .filter(frame -> frame.cosineOfView() > LEAST_COSINE)
                    .isPresent();
            boolean inside = at.x() >= 0 && at.y() >= 0 && at.x() < other.widthPx() && at.y() < other.heightPx();
            if (facing && inside && other.map().trusted(place.x(), place.y())) {
                followed.add(place);
                seen.add(at);
            }
        }
        return followed.size() < FEWEST ? Optional.empty() : Optional.of(new Parallax(other, surface, followed, seen));
    }

    /** The point nearest to the mean of all. */
    private static PointPx middlemost(List<PointPx> points) {
        PointPx centre = new PointPx(
                points.stream().mapToDouble(PointPx::x).average().orElseThrow(),
                points.stream().mapToDouble(PointPx::y).average().orElseThrow());
        return points.stream()
                .min(Comparator.comparingDouble(centre::distanceTo))
                .orElseThrow();
    }

    /** The pose in which a surface shows best where it was seen. */
    private double[] posed(BentSkull surface) {
        double[] own = new double[OWN];
        double[] sd = deviations();
        for (int step = 0; step < STEPS; step++) {
            var equations = new NormalEquations(OWN + SkinSlide.TERMS);
            for (int k = 0; k < OWN; k++) {
                equations.expect(k, sd[k], -own[k]);
            }
            for (int k = 0; k < SkinSlide.TERMS; k++) {
                equations.expect(OWN + k, sd[SLIDE + k], 0);
            }
            observe(own, new double[SkinSlide.TERMS], surface, new BentSkull[0], new int[] {0, OWN}, equations);
            double[] change = equations.solve();
            for (int k = 0; k < POSE; k++) { // a wrong surface would bend the focal length, and the skin
                own[k] += change[k];
            }
        }
        return own;
    }

    /** Whether places lie about where a surface shows them, the pose found anew. */
    boolean fits(BentSkull surface) {
        Pose pose = new Pose(posed(surface));
        double squares = 0;
        int count = 0;
        for (int i = 0; i < places.size(); i++) {
            Optional<Vec3> point = point(surface, places.get(i));
            if (point.isPresent()) {
                squares += Math.pow(pose.project(point.get()).distanceTo(seen.get(i)) / pose.pxPerMm(), 2);
                count++;
            }
        }
        return squares <= 2 * count * MOST_MISFIT_MM * MOST_MISFIT_MM;
    }

    /** What its unknowns are expected to be. */
    double[] expected() {
        return start.clone();
    }

    /** Standard deviations of a photo's unknowns about that. */
    static double[] deviations() {
        double[] sd = new double[OWN];
        Arrays.fill(sd, 0, 3, TURN_SD_RAD);
        Arrays.fill(sd, 3, POSE, SHIFT_SD);
        sd[POSE] = FOCAL_SD;
        System.arraycopy(SkinSlide.deviationsMm(), 0, sd, SLIDE, SkinSlide.TERMS);
        return sd;
    }

    /**
     * Adds where its places were seen.
     *
     * @param own its unknowns as they are now
     * @param slid how the reference's skin has slid
     * @param here the surface as it is now
     * @param nudged the same with each unknown of the surface nudged
     * @param first numbers of the first of its own unknowns, and of the first of the reference's slide
     */
    void observe(double[] own, double[] slid, BentSkull here, BentSkull[] nudged, int[] first, NormalEquations into) {
        Look look = new Look(own, slid);
        int[] unknowns = unknowns(nudged.length, first);
        double sd = PLACE_SD_MM * look.pose.pxPerMm();
        for (int i = 0; i < places.size(); i++) {
            double[][] slopes = new double[2][unknowns.length];
            double[] residual = look.residual(i, here, nudged, slopes);
            if (residual != null) {
                double off = Math.hypot(residual[0], residual[1]) / sd;
                double weight = Math.min(1, HUBER / Math.max(off, 1e-9)) / (sd * sd);
                into.observe(unknowns, slopes[0], residual[0], weight);
                into.observe(unknowns, slopes[1], residual[1], weight);
            }
        }
    }

    /** Those of the surface, the photo's own, and those of the reference's slide. */
    private static int[] unknowns(int ofSurface, int[] first) {
        int[] unknowns = new int[ofSurface + OWN + SkinSlide.TERMS];
        for (int k = 0; k < unknowns.length; k++) {
            int beyond = k - ofSurface;
            unknowns[k] = beyond < 0 ? k : beyond < OWN ? first[0] + beyond : first[1] + beyond - OWN;
        }
        return unknowns;
    }

    private static Optional<Vec3> point(BentSkull surface, PointPx at) {
        return surface.facet(at.x(), at.y()).map(Facet::point);
    }

    /** The photo with its unknowns at some values. */
    private final class Look {
        private final double[] own;
        private final double[] slid;
        private final Pose pose;
        private final Pose[] moved = new Pose[SLIDE];

        Look(double[] own, double[] slid) {
            this.own = own;
            this.slid = slid;
            this.pose = new Pose(own);
            for (int k = 0; k < SLIDE; k++) {
                double[] other = own.clone();
                other[k] += OWN_NUDGE;
                moved[k] = new Pose(other);
            }
        }

        /** How far a place shows from where it was seen, px, and how that goes with each unknown; null off the surface. */
        private double @Nullable [] residual(int place, BentSkull here, BentSkull[] nudged, double[][] slopes) {
            PointPx at = places.get(place);
            Optional<Facet> facet = here.facet(at.x(), at.y());
            if (facet.isEmpty()) {
                return null;
            }
            Vec3 ray = facet.get().ray();
            double[] patterns = SkinSlide.patterns(here.acrossX(ray), here.acrossY(ray));
            double[] step = SkinSlide.stepMm(patterns, own, SLIDE, slid);
            Vec3 point = slid(facet.get(), step[0], step[1]);
            PointPx shown = pose.project(point);
            for (int k = 0; k < nudged.length; k++) {
                Optional<Facet> other = nudged[k].facet(at.x(), at.y());
                if (other.isEmpty()) {
                    return null;
                }
                slope(shown, pose.project(slid(other.get(), step[0], step[1])), SkullFit.NUDGE, slopes, k);
            }
            for (int k = 0; k < SLIDE; k++) {
                slope(shown, moved[k].project(point), OWN_NUDGE, slopes, nudged.length + k);
            }
            double[][] byStep = new double[2][2];
            slope(shown, pose.project(slid(facet.get(), step[0] + STEP_MM, step[1])), STEP_MM, byStep, 0);
            slope(shown, pose.project(slid(facet.get(), step[0], step[1] + STEP_MM)), STEP_MM, byStep, 1);
            for (int k = 0; k < SkinSlide.TERMS; k++) {
                for (int axis = 0; axis < 2; axis++) {
                    double by = byStep[axis][SkinSlide.direction(k)] * SkinSlide.weight(patterns, k);
                    slopes[axis][nudged.length + SLIDE + k] = by;
                    slopes[axis][nudged.length + OWN + k] = -by;
                }
            }
            return new double[] {
                shown.x() - seen.get(place).x(), shown.y() - seen.get(place).y()
            };
        }
    }

    private static Vec3 slid(Facet facet, double firstMm, double secondMm) {
        return facet.point()
                .plus(facet.first().times(firstMm))
                .plus(facet.second().times(secondMm));
    }

    private static void slope(PointPx from, PointPx to, double step, double[][] slopes, int k) {
        slopes[0][k] = (to.x() - from.x()) / step;
        slopes[1][k] = (to.y() - from.y()) / step;
    }

    /** How the head stands before the other camera. */
    private final class Pose {
        private final Vec3[] rows = new Vec3[3];
        private final Vec3 shift;
        private final double focalPx;

        /** @param own turn about x, y and z, rad; shift, as a share of the distance; logarithm of the focal length's factor */
        Pose(double[] own) {
            double angle = Math.sqrt(own[0] * own[0] + own[1] * own[1] + own[2] * own[2]);
            Vec3 axis = new Vec3(own[0], own[1], own[2]).times(angle > 0 ? 1 / angle : 0);
            rows[0] = turned(new Vec3(Math.cos(rollRad), -Math.sin(rollRad), 0), axis, angle);
            rows[1] = turned(new Vec3(Math.sin(rollRad), Math.cos(rollRad), 0), axis, angle);
            rows[2] = turned(new Vec3(0, 0, 1), axis, angle);
            this.shift = there.plus(new Vec3(own[3], own[4], own[5]).times(there.z()));
            this.focalPx = camera.focalPx() * Math.exp(own[POSE]);
        }

        /** Rodrigues: a row of the roll times a turn is the row turned back. */
        private static Vec3 turned(Vec3 row, Vec3 axis, double angle) {
            return row.times(Math.cos(angle))
                    .plus(row.cross(axis).times(Math.sin(angle)))
                    .plus(axis.times(axis.dot(row) * (1 - Math.cos(angle))));
        }

        PointPx project(Vec3 point) {
            Vec3 from = point.plus(middle.times(-1));
            double x = rows[0].dot(from) + shift.x();
            double y = rows[1].dot(from) + shift.y();
            double z = rows[2].dot(from) + shift.z();
            return new PointPx(camera.xPx() + focalPx * x / z, camera.yPx() + focalPx * y / z);
        }

        double pxPerMm() {
            return focalPx / shift.z();
        }
    }
}
