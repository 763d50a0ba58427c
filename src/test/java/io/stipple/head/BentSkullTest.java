package io.stipple.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BentSkullTest {
    private static final int SIDE = 1200;
    private static final double FOCAL = 3000;
    private static final double PX_PER_MM = 8;
    private static final double DOT_SIGMA_MM = 0.2;
    private static final double SCATTER = 0.15; // of a dot's ellipticity, as photos of treated scalps show
    private static final Camera CAMERA = Camera.centred(FOCAL, SIDE, SIDE);
    // In the middle of the picture and upright: the nearest point is on the optical axis.
    private static final Ellipse OUTLINE = new Ellipse((SIDE - 1) / 2.0, (SIDE - 1) / 2.0, 430, 530, 0.1);
    private static final SkullShape UPRIGHT = new SkullShape(SkullShape.Reference.SHORTER, 1.15, 0, 0);

    private static SilhouetteCone cone;
    private static SkullQuadric ellipsoid;
    private static BentSkull bent;

    @BeforeAll
    static void heads() {
        OpenCv.load();
        cone = SilhouetteCone.over(OUTLINE, CAMERA);
        ellipsoid = ellipsoidOf(UPRIGHT);
        double[] bend = new double[BentSkull.TERMS];
        bend[0] = slope(0, 0.1);
        bend[1] = slope(1, -0.08);
        bend[4] = slope(4, 0.1);
        bend[6] = slope(6, 0.06);
        bend[9] = slope(9, 0.08);
        bent = new BentSkull(ellipsoid, bend);
    }

    @Test
    void without_a_bend_it_is_the_ellipsoid() {
        BentSkull straight = new BentSkull(ellipsoid, new double[BentSkull.TERMS]);
        for (int y = 0; y < SIDE; y += 10) {
            for (int x = 0; x < SIDE; x += 10) {
                var expected = ellipsoid.at(x, y);
                var found = straight.at(x, y);
                assertThat(found.isPresent()).isEqualTo(expected.isPresent());
                expected.ifPresent(frame -> assertSame(found.orElseThrow(), frame));
            }
        }
    }

    @Test
    void the_nearest_point_keeps_its_scale() {
        double middle = (SIDE - 1) / 2.0;
        ScalpFrame frame = bent.at(middle, middle).orElseThrow();

        // The nearest line of sight is found to a millionth of the outline.
        assertThat(frame.pxPerMm()).isCloseTo(PX_PER_MM, offset(1e-4));
        // The bend has tilted it all the same, so that the scale is not kept by keeping the whole patch.
        assertThat(frame.cosineOfView()).isLessThan(0.999);
    }

    @Test
    void its_slopes_are_those_of_its_depth() {
        // An area of scalp follows from depths alone: |∂P/∂x × ∂P/∂y| of the points P = depth · ray. What differences
        // over
        // two hundredths of a pixel leave of curvature and of rounding is below 1e-4.
        double step = 0.01;
        for (PointPx p : dotPlaces(90)) {
            Vec3 right = point(p.x() + step, p.y());
            Vec3 left = point(p.x() - step, p.y());
            Vec3 down = point(p.x(), p.y() + step);
            Vec3 up = point(p.x(), p.y() - step);
            Vec3 cross = right.plus(left.times(-1)).cross(down.plus(up.times(-1)));
            double mm2PerPx = Math.sqrt(cross.dot(cross)) / (4 * step * step);
            assertThat(bent.at(p.x(), p.y()).orElseThrow().mm2PerPx() / mm2PerPx)
                    .isCloseTo(1, offset(1e-4));
        }
    }

    @Test
    void dots_of_noisy_shapes_give_the_bends_back() {
        ScalpGeometry found = SkullFit.fit(
                        UPRIGHT, BentSkullTest::ellipsoidOf, reach(), List.of(RoundDots.alone(List.of(dots()))))
                .surface();

        // 3 % is what the surface promises where dots are seen. Some 1300 dots of scatter 0.15 tell each of 15 terms to
        // about a hundredth of slope: half of it.
        assertThat(worstPatch(found)).isLessThan(0.03);
        // Slopes of 0.1 change areas by the product with the tangent of the slant, near 1 here, where they add up.
        assertThat(worstPatch(ellipsoid)).isGreaterThan(0.05);
    }

    @Test
    void bends_are_found_though_the_ellipsoid_started_from_is_another() {
        SkullShape meanAdult = SkullShape.ofMeanAdult(SkullView.ABOVE);
        SkullShape prior = new SkullShape(SkullShape.Reference.SHORTER, 0.9 * meanAdult.bulge(), 0.05, -0.05);

        ScalpGeometry found = SkullFit.fit(
                        prior, BentSkullTest::ellipsoidOf, reach(), List.of(RoundDots.alone(List.of(dots()))))
                .surface();

        assertThat(worstPatch(found)).isLessThan(0.03);
    }

    @Test
    void beside_other_evidence_sixteen_times_the_dots_tell_four_times_as_much() {
        List<DotShape> all = dots();
        List<DotShape> few = IntStream.range(0, all.size() / 16)
                .mapToObj(i -> all.get(16 * i))
                .toList();

        double byAll = areaSe(RoundDots.besideOthers(List.of(all)));
        double byFew = areaSe(RoundDots.besideOthers(List.of(few)));

        // A sixteenth of the dots tells a quarter: twice the error, or less since the prior tells something too.
        assertThat(byFew / byAll).isBetween(1.2, 2.0);
        assertThat(byAll).isGreaterThan(2 * areaSe(RoundDots.alone(List.of(all))));
    }

    private static double areaSe(RoundDots dots) {
        return SkullFit.fit(UPRIGHT, BentSkullTest::ellipsoidOf, reach(), List.of(dots))
                .relativeAreaSe(dotPlaces(60));
    }

    /** Largest relative error of the area of patches of a square centimetre or two seen at a slant. */
    private static double worstPatch(ScalpGeometry found) {
        double worst = 0;
        int slanted = 0;
        for (int y = 0; y + 100 <= SIDE; y += 50) {
            for (int x = 0; x + 100 <= SIDE; x += 50) {
                double leastCosine = leastCosine(x, y);
                if (leastCosine > 0.6 && leastCosine < 0.8) {
                    slanted++;
                    worst = Math.max(worst, Math.abs(area(found, x, y) / area(bent, x, y) - 1));
                }
            }
        }
        assertThat(slanted).isGreaterThan(20);
        return worst;
    }

    private static double leastCosine(int left, int top) {
        double least = 1;
        for (int y = top; y <= top + 100; y += 20) {
            for (int x = left; x <= left + 100; x += 20) {
                least = Math.min(
                        least, bent.at(x, y).map(ScalpFrame::cosineOfView).orElse(0.0));
            }
        }
        return least;
    }

    private static double area(ScalpGeometry surface, int left, int top) {
        double mm2 = 0;
        for (int y = top + 5; y < top + 100; y += 10) {
            for (int x = left + 5; x < left + 100; x += 10) {
                mm2 += 100 * surface.at(x, y).orElseThrow().mm2PerPx();
            }
        }
        return mm2;
    }

    /** Where a line of sight meets the bent head. */
    private static Vec3 point(double x, double y) {
        Facet base = ellipsoid.facet(x, y).orElseThrow();
        return base.ray().times(base.depthMm() * depthFactor(x, y));
    }

    /** Exponential of the bends, written out once more by hand. */
    private static double depthFactor(double xPx, double yPx) {
        double s = (xPx - CAMERA.xPx()) / FOCAL / reach();
        double t = (yPx - CAMERA.yPx()) / FOCAL / reach();
        double p2s = (3 * s * s - 1) / 2;
        double p2t = (3 * t * t - 1) / 2;
        double p3s = (5 * s * s * s - 3 * s) / 2;
        double log = slope(0, 0.1) * p2t
                + slope(1, -0.08) * s * t
                + slope(4, 0.1) * s * p2t
                + slope(6, 0.06) * p3s
                + slope(9, 0.08) * p2s * p2t;
        double atNearest = slope(0, 0.1) * -0.5 + slope(9, 0.08) * 0.25;
        return Math.exp(log - atNearest);
    }

    /** The weight with which a term slopes by so much on the mean square. */
    private static double slope(int term, double slope) {
        int order = BentSkull.order(term);
        return slope * reach() / Math.sqrt(order * (order + 1) / 2.0);
    }

    private static double reach() {
        return Math.max(cone.tan1(), cone.tan2());
    }

    private static SkullQuadric ellipsoidOf(SkullShape shape) {
        return SkullQuadric.inside(cone, CAMERA, FOCAL / PX_PER_MM, shape);
    }

    private static List<DotShape> dots() {
        Random random = new Random(11);
        List<DotShape> dots = new ArrayList<>();
        for (PointPx p : dotPlaces(20)) {
            ScalpFrame f = bent.at(p.x(), p.y()).orElseThrow();
            double e1 = scatter(random);
            double e2 = scatter(random);
            double s2 = DOT_SIGMA_MM * DOT_SIGMA_MM;
            Moments onScalp = new Moments(s2 * (1 + e1), s2 * e2, s2 * (1 - e1));
            Moments blur = Moments.round(1);
            dots.add(new DotShape(
                    p, onScalp.in(f.xPerU(), f.xPerV(), f.yPerU(), f.yPerV()).less(-1, blur), blur));
        }
        return dots;
    }

    /** Two of these together stay below 1, which no ellipse passes. */
    private static double scatter(Random random) {
        return Math.max(-0.6, Math.min(0.6, SCATTER * random.nextGaussian()));
    }

    private static List<PointPx> dotPlaces(int step) {
        Random random = new Random(7);
        List<PointPx> places = new ArrayList<>();
        for (int y = 40; y < SIDE - 40; y += step) {
            for (int x = 40; x < SIDE - 40; x += step) {
                PointPx p = new PointPx(x + step * random.nextDouble(), y + step * random.nextDouble());
                if (bent.at(p.x(), p.y()).filter(f -> f.cosineOfView() > 0.45).isPresent()) {
                    places.add(p);
                }
            }
        }
        return places;
    }

    private static void assertSame(ScalpFrame found, ScalpFrame expected) {
        // The normal is worked out another way: rounding, which grazing lines of sight make larger.
        double rounding = 1e-9 * expected.pxPerMm();
        assertThat(found.xPerU()).isCloseTo(expected.xPerU(), offset(rounding));
        assertThat(found.xPerV()).isCloseTo(expected.xPerV(), offset(rounding));
        assertThat(found.yPerU()).isCloseTo(expected.yPerU(), offset(rounding));
        assertThat(found.yPerV()).isCloseTo(expected.yPerV(), offset(rounding));
    }
}
