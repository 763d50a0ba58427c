package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Dots on 8 × 8 cm of scalp at 10 px/mm, some gone, some new, and maps that are right or wrong about them. */
class PlaceDriftTest {
    private static final double PX_PER_MM = 10;
    private static final double SIDE_PX = 800;
    private static final double PER_CM2 = 40;
    private static final double CENTRING_PX = 0.3; // 0.03 mm: what two photos differ by where the map is right

    private final Random random = new Random(11);

    @Test
    void aRightMapIsLeftAsItIs() {
        List<PointPx> places = scattered(PER_CM2);

        // A third has gone since, and as many again are new: a photo right after the next session.
        PlaceDrift drift = PlaceDrift.of(places, seen(places, 0.67, PER_CM2, p -> p), PX_PER_MM);

        assertThat(drift.isNone()).isTrue();
        assertThat(drift.moved(places.get(0))).isSameAs(places.get(0));
        assertThat(drift.back(places.get(0))).isSameAs(places.get(0));
    }

    @Test
    void aPatchThatDriftedIsPutBack() {
        List<PointPx> places = scattered(PER_CM2);

        PlaceDrift drift = PlaceDrift.of(places, seen(places, 0.8, PER_CM2 / 4, this::bulged), PX_PER_MM);

        assertThat(drift.isNone()).isFalse();
        for (PointPx place : scattered(PER_CM2)) {
            double before = place.distanceTo(bulged(place));
            double left = drift.moved(place).distanceTo(bulged(place));
            // Nodes of 4 mm follow a bulge of 10 mm to a few tenths of it; far from it nothing moves.
            assertThat(left).as("at %s", place).isLessThan(1.0 + 0.3 * before);
            if (place.distanceTo(new PointPx(400, 400)) > 300) {
                assertThat(drift.moved(place).distanceTo(place)).isLessThan(CENTRING_PX);
            }
        }
        // In its middle a dot is then as near as a link may reach, 0.15 mm.
        assertThat(drift.moved(new PointPx(400, 400)).distanceTo(bulged(new PointPx(400, 400))))
                .isLessThan(1.5);
    }

    @Test
    void backUndoesMoved() {
        List<PointPx> places = scattered(PER_CM2);
        PlaceDrift drift = PlaceDrift.of(places, seen(places, 0.8, 0, this::bulged), PX_PER_MM);

        for (PointPx place : places) {
            assertThat(drift.back(drift.moved(place)).distanceTo(place)).isLessThan(0.01);
        }
    }

    @Test
    void dotsThatHaveNothingToDoWithThePlacesMoveNone() {
        assertThat(PlaceDrift.of(scattered(PER_CM2), scattered(PER_CM2), PX_PER_MM)
                        .isNone())
                .isTrue();
        assertThat(PlaceDrift.of(scattered(2 * PER_CM2), scattered(3 * PER_CM2), PX_PER_MM)
                        .isNone())
                .isTrue();
    }

    @Test
    void aHandfulTellsNothing() {
        List<PointPx> few = List.of(new PointPx(10, 10), new PointPx(40, 10), new PointPx(20, 60));

        assertThat(PlaceDrift.of(few, few, PX_PER_MM).isNone()).isTrue();
    }

    @Test
    void whatIsLeftWhereTheMapIsRightIsToldToAFractionOfAPixel() {
        List<PointPx> places = scattered(PER_CM2);
        UnaryOperator<PointPx> slid = p -> new PointPx(p.x() + 0.5 * p.x() / SIDE_PX, p.y() - 0.3);

        PlaceDrift rest = PlaceDrift.rest(places, seen(places, 0.8, PER_CM2 / 4, slid), PX_PER_MM);

        // Some 30 places within reach, by which 0.3 px of centring and now and then a stranger average out to 0.08 px;
        // a node, or two of them, is three of that off at most once in a photo.
        double[] left = places.stream()
                .mapToDouble(place -> rest.moved(place).distanceTo(slid.apply(place)))
                .sorted()
                .toArray();
        assertThat(left[left.length / 2]).isLessThan(0.12);
        assertThat(left[left.length * 99 / 100]).isLessThan(0.3);
    }

    /** A bulge of 0.5 mm, falling off over a centimetre. */
    private PointPx bulged(PointPx p) {
        double square = Math.pow(p.x() - 400, 2) + Math.pow(p.y() - 400, 2);
        double size = Math.exp(-square / (2 * 100 * 100));
        return new PointPx(p.x() + 4 * size, p.y() - 3 * size);
    }

    private List<PointPx> scattered(double perCm2) {
        List<PointPx> points = new ArrayList<>();
        int count = (int) (perCm2 * SIDE_PX * SIDE_PX / (100 * PX_PER_MM * PX_PER_MM));
        for (int i = 0; i < count; i++) {
            points.add(new PointPx(SIDE_PX * random.nextDouble(), SIDE_PX * random.nextDouble()));
        }
        return points;
    }

    private List<PointPx> seen(List<PointPx> places, double kept, double newPerCm2, UnaryOperator<PointPx> map) {
        List<PointPx> dots = new ArrayList<>(scattered(newPerCm2));
        for (PointPx place : places) {
            if (random.nextDouble() < kept) {
                PointPx at = map.apply(place);
                dots.add(new PointPx(
                        at.x() + CENTRING_PX * random.nextGaussian(), at.y() + CENTRING_PX * random.nextGaussian()));
            }
        }
        return dots;
    }
}
