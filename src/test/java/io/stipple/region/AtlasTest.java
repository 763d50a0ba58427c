package io.stipple.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.HeadAxes;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasTest {
    private static final int SIZE = 1000;
    private static final Outline HEAD = ellipse(500, 500, 300, 380, 0);

    @ParameterizedTest
    @ValueSource(strings = {"top", "crown", "front", "back", "left", "right", "top-close", "somewhere"})
    void regionsLieInsideTheHeadAndApart(String view) {
        List<Outline> regions = Atlas.lay(HEAD, view, Front.UP);

        for (Outline region : regions) {
            assertThat(region.points()).as(region.name()).allSatisfy(p -> {
                double u = (p.x() - 500) / 300;
                double v = (p.y() - 500) / 380;
                // Cosine above 0.4 on a ball is less than 0.917 of the way to the rim.
                assertThat(Math.hypot(u, v)).isLessThan(0.917);
            });
        }
        // Each keeps its whole area when the earlier ones take theirs first: none overlaps another.
        RegionMap together = new RegionMap(regions, ScalpGeometry.flat(10), SIZE, SIZE);
        for (Outline region : regions) {
            double alone = new RegionMap(List.of(region), ScalpGeometry.flat(10), SIZE, SIZE).areaCm2(region.name());
            assertThat(together.areaCm2(region.name())).isCloseTo(alone, within(1e-6 * alone));
        }
    }

    @Test
    void fromAboveWithTheForeheadUpTheClientsLeftIsOnThePhotosLeft() {
        List<Outline> regions = Atlas.lay(HEAD, "top", Front.UP);

        assertThat(middle(regions, "left-temporal").x()).isLessThan(400);
        assertThat(middle(regions, "right-temporal").x()).isGreaterThan(600);
        assertThat(middle(regions, "hairline").y())
                .isLessThan(middle(regions, "frontal").y());
        assertThat(middle(regions, "frontal").y())
                .isLessThan(middle(regions, "vertex").y());
        assertThat(middle(regions, "vertex").y())
                .isLessThan(middle(regions, "occipital").y());
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "front"})
    void theHairlineLiesAheadAndTheClientsSidesWhereTheAxesSay(String view) {
        HeadAxes axes = Atlas.axes(HEAD, view, Front.UP);
        List<Outline> regions = Atlas.lay(HEAD, view, Front.UP);

        assertThat(axes.forwardOf(middle(regions, "hairline")))
                .isGreaterThan(axes.forwardOf(middle(regions, "frontal")));
        assertThat(axes.leftOf(middle(regions, "left-temporal"))).isGreaterThan(0.3);
        assertThat(axes.leftOf(middle(regions, "right-temporal"))).isLessThan(-0.3);
        assertThat(axes.leftOf(middle(regions, "hairline"))).isCloseTo(0, within(0.01));
        PointPx there = axes.at(0.3, -0.2);
        assertThat(axes.leftOf(there)).isCloseTo(0.3, within(1e-9));
        assertThat(axes.forwardOf(there)).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void theForeheadMayPointAnyWay() {
        Outline lying = ellipse(500, 500, 380, 300, 0);

        List<Outline> down = Atlas.lay(HEAD, "top", Front.DOWN);
        List<Outline> left = Atlas.lay(lying, "top", Front.LEFT);
        List<Outline> right = Atlas.lay(lying, "top", Front.RIGHT);

        assertThat(middle(down, "hairline").y()).isGreaterThan(700);
        assertThat(middle(down, "left-temporal").x()).isGreaterThan(600);
        assertThat(middle(left, "hairline").x()).isLessThan(300);
        assertThat(middle(left, "left-temporal").y()).isGreaterThan(600);
        assertThat(middle(right, "hairline").x()).isGreaterThan(700);
        assertThat(middle(right, "left-temporal").y()).isLessThan(400);
    }

    @Test
    void theRegionsTurnWithTheHead() {
        Outline turned = ellipse(500, 500, 300, 380, 0.2); // clockwise in the picture

        PointPx hairline = middle(Atlas.lay(turned, "top", Front.UP), "hairline");

        assertThat(Math.atan2(hairline.x() - 500, 500 - hairline.y())).isCloseTo(0.2, within(0.01));
    }

    @Test
    void fromTheFrontLeftAndRightAreMirroredAndFromBehindTheyAreNot() {
        assertThat(middle(Atlas.lay(HEAD, "front", Front.UP), "left-temporal").x())
                .isGreaterThan(600);
        assertThat(middle(Atlas.lay(HEAD, "back", Front.UP), "left-parietal").x())
                .isLessThan(400);
    }

    @Test
    void aSideViewShowsItsOwnSideOnlyAndTheFaceLooksThatWay() {
        List<Outline> left = Atlas.lay(HEAD, "left", Front.UP);
        List<Outline> right = Atlas.lay(HEAD, "right", Front.UP);

        assertThat(left).extracting(Outline::name).contains("left-temporal").doesNotContain("right-temporal");
        assertThat(right).extracting(Outline::name).contains("right-temporal").doesNotContain("left-temporal");
        assertThat(middle(left, "left-temporal").x())
                .isLessThan(middle(left, "occipital").x());
        assertThat(middle(right, "right-temporal").x())
                .isGreaterThan(middle(right, "occipital").x());
    }

    @Test
    void neverLaysTheReference() {
        for (String view : List.of("top", "crown", "front", "back", "left", "right", "other")) {
            assertThat(Atlas.lay(HEAD, view, Front.UP))
                    .extracting(Outline::name)
                    .doesNotContain("reference");
        }
    }

    @Test
    void regionsEndWhereThePhotoDoes() {
        Outline cutOff = ellipse(500, 200, 300, 380, 0);
        Outline photo = new Outline(
                "head", List.of(new PointPx(0, 0), new PointPx(999, 0), new PointPx(999, 999), new PointPx(0, 999)));

        List<Outline> regions = Atlas.lay(cutOff, "top", Front.UP, photo);

        assertThat(regions).extracting(Outline::name).contains("vertex").doesNotContain("hairline");
        assertThat(new RegionMap(regions, ScalpGeometry.flat(10), SIZE, SIZE).names())
                .hasSameSizeAs(regions);
    }

    private static PointPx middle(List<Outline> regions, String name) {
        Outline region =
                regions.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
        return new PointPx(
                region.points().stream().mapToDouble(PointPx::x).average().orElseThrow(),
                region.points().stream().mapToDouble(PointPx::y).average().orElseThrow());
    }

    private static Outline ellipse(double x, double y, double a, double b, double turn) {
        return new Outline(
                "head",
                IntStream.range(0, 180)
                        .mapToObj(i -> {
                            double u = a * Math.cos(Math.toRadians(2 * i));
                            double v = b * Math.sin(Math.toRadians(2 * i));
                            return new PointPx(
                                    x + u * Math.cos(turn) - v * Math.sin(turn),
                                    y + u * Math.sin(turn) + v * Math.cos(turn));
                        })
                        .toList());
    }
}
