package io.stipple.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A head of known shape before two cameras: what the second one sees tells the shape. */
class ParallaxTest {
    private static final int SIDE = StagedHead.SIDE;
    private static final double FOCAL = StagedHead.FOCAL;
    // Photos of one session, by hand: turned by some degrees, from a little farther.
    private static final double YAW = Math.toRadians(4);
    private static final double PITCH = Math.toRadians(-3);
    private static final double ROLL = Math.toRadians(6);
    private static final double FARTHER = 1.05;

    private static BentSkull truth;

    @BeforeAll
    static void head() {
        OpenCv.load();
        double[] bend = new double[BentSkull.TERMS];
        bend[0] = 0.01;
        bend[4] = -0.008;
        bend[9] = 0.004;
        SkullShape shape = new SkullShape(SkullShape.Reference.SHORTER, 1.4, 0.06, -0.1);
        truth = StagedHead.of(shape, bend);
    }

    @Test
    void aTurnedHeadShowsItsShapeWithoutAnyDot() {
        assertThat(worstArea(StagedHead.start())).as("the mean adult's").isGreaterThan(0.08);

        HeadSurface found = StagedHead.start().rounded(List.of(), series(0));

        // Exact positions under a prior of 25 %, with skin taken to have slid by some tenths of a millimetre.
        assertThat(worstArea(found)).isLessThan(0.02);
    }

    @Test
    void skinThatSlidesLeavesItsTraceWithinTheStatedError() {
        HeadSurface found = StagedHead.start().rounded(List.of(), series(0.4));

        assertErrorsAreAsStated(found);
        assertThat(worstArea(found)).isLessThan(worstArea(StagedHead.start()) / 2);
    }

    @Test
    void twoPhotosFromTheSamePlaceTellNothingAndSaySo() {
        HeadSurface found = StagedHead.start().rounded(List.of(), List.of(seen(0, 0, 0)));
        HeadSurface turned = StagedHead.start().rounded(List.of(), series(0));

        assertErrorsAreAsStated(found);
        assertThat(found.relativeAreaSe(ParallaxTest::slanted))
                .isGreaterThan(2 * turned.relativeAreaSe(ParallaxTest::slanted));
    }

    @Test
    void aPhotoThatSharesTooLittleOfTheHeadIsLeftOut() {
        OtherView nowhere =
                new OtherView(FOCAL, SIDE, SIDE, StagedHead.map(truth, (x, y) -> new PointPx(x - 2 * SIDE, y), true));
        OtherView mistrusted =
                new OtherView(FOCAL, SIDE, SIDE, StagedHead.map(truth, (x, y) -> new PointPx(x, y), false));
        HeadSurface start = StagedHead.start();

        assertThat(start.rounded(List.of(), List.of(nowhere, mistrusted))).isSameAs(start);
    }

    @Test
    void aPhotoWhoseLensIsNotWhatItSaysIsLeftOut() {
        OtherView honest = seen(YAW, PITCH, 0);
        OtherView zoomed =
                new OtherView(FOCAL / 2, SIDE, SIDE, seen(-YAW, 2 * PITCH, 0).map());

        HeadSurface found = StagedHead.start().rounded(List.of(), List.of(honest, zoomed));
        HeadSurface without = StagedHead.start().rounded(List.of(), List.of(honest));

        assertThat(areas(found)).isEqualTo(areas(without));
    }

    private static List<Double> areas(HeadSurface surface) {
        return places().stream()
                .map(at -> surface.at(at.x(), at.y()).orElseThrow().mm2PerPx())
                .toList();
    }

    private static boolean slanted(PointPx at) {
        return truth.at(at.x(), at.y())
                .filter(frame -> frame.cosineOfView() > 0.6 && frame.cosineOfView() < 0.8)
                .isPresent();
    }

    private static void assertErrorsAreAsStated(HeadSurface found) {
        // Quarters of the slanted scalp: errors of opposite sides must not cancel.
        List<List<PointPx>> quarters = IntStream.range(0, 4)
                .mapToObj(quarter -> places().stream()
                        .filter(ParallaxTest::slanted)
                        .filter(at -> (at.x() > 600 ? 1 : 0) + (at.y() > 600 ? 2 : 0) == quarter)
                        .toList())
                .toList();
        assertThat(quarters).allSatisfy(places -> {
            double error = area(found, places) / area(places) - 1;
            double se = found.relativeAreaSe(at -> places.stream().anyMatch(place -> place.distanceTo(at) < 15));
            assertThat(Math.abs(error)).isLessThan(0.005 + 1.96 * se);
        });
    }

    private static double area(HeadSurface surface, List<PointPx> places) {
        return places.stream()
                .mapToDouble(at -> surface.at(at.x(), at.y()).orElseThrow().mm2PerPx())
                .sum();
    }

    private static double area(List<PointPx> places) {
        return places.stream()
                .mapToDouble(at -> truth.at(at.x(), at.y()).orElseThrow().mm2PerPx())
                .sum();
    }

    /** Largest relative error of scalp area per pixel where the cosine of view is above 0.7. */
    private static double worstArea(HeadSurface found) {
        return places().stream()
                .mapToDouble(at -> {
                    ScalpFrame frame = truth.at(at.x(), at.y()).orElseThrow();
                    return frame.cosineOfView() < 0.7
                            ? 0
                            : Math.abs(found.at(at.x(), at.y()).orElseThrow().mm2PerPx() / frame.mm2PerPx() - 1);
                })
                .max()
                .orElseThrow();
    }

    private static List<PointPx> places() {
        List<PointPx> places = new ArrayList<>();
        for (int y = 20; y < SIDE; y += 20) {
            for (int x = 20; x < SIDE; x += 20) {
                if (truth.at(x, y).filter(frame -> frame.cosineOfView() > 0.5).isPresent()) {
                    places.add(new PointPx(x, y));
                }
            }
        }
        return places;
    }

    /** The photos of some visits. */
    private static List<OtherView> series(double slideMm) {
        return List.of(
                seen(YAW, PITCH, slideMm),
                seen(-YAW, 2 * PITCH, -slideMm),
                seen(2 * YAW, -PITCH, slideMm / 2),
                seen(-2 * YAW, -2 * PITCH, slideMm));
    }

    /**
     * The head turned about its middle before the same camera.
     *
     * @param slideMm by which skin slides over the skull, this way and that over some centimetres
     */
    private static OtherView seen(double yaw, double pitch, double slideMm) {
        Vec3 middle = new Vec3(0, 0, StagedHead.DISTANCE_MM + 60);
        return new OtherView(
                FOCAL,
                SIDE,
                SIDE,
                StagedHead.map(
                        truth,
                        (x, y) -> {
                            Facet facet = truth.facet(x, y).orElseThrow();
                            Vec3 slid =
                                    facet.point().plus(new Vec3(Math.sin(x / 120), Math.cos(y / 90), 0).times(slideMm));
                            Vec3 from = turned(slid.plus(middle.times(-1)), yaw, pitch);
                            Vec3 there = from.plus(new Vec3(5, -4, FARTHER * middle.z()));
                            return StagedHead.projected(there);
                        },
                        true));
    }

    private static Vec3 turned(Vec3 v, double yaw, double pitch) {
        Vec3 pitched = StagedHead.turned(v, yaw, pitch);
        return new Vec3(
                pitched.x() * Math.cos(ROLL) - pitched.y() * Math.sin(ROLL),
                pitched.x() * Math.sin(ROLL) + pitched.y() * Math.cos(ROLL),
                pitched.z());
    }
}
