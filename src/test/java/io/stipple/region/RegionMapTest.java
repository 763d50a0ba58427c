package io.stipple.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.ShiftedMap;
import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegionMapTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static final int SIZE = 1000;
    // The bar of the room; the row rule itself is some 1e-5.
    private static final double AREA = 0.003;

    @Test
    void aFlatSquareHasItsArea() {
        RegionMap map = flat(8, square("frontal", 100, 100, 179));

        // 179 px at 8 px/mm: 22.375 mm squared.
        assertThat(map.areaCm2("frontal")).isCloseTo(5.0064, within(AREA * 5));
    }

    @Test
    void aDiscOnABallHasTheAreaOfItsCap() {
        double radius = 80 * 8;
        double half = 160; // px of the picture: sin of the cap's angle is 160/640
        RegionMap map = new RegionMap(List.of(disc("vertex", 500, 500, half)), ball(radius), SIZE, SIZE);

        double cap = 2 * Math.PI * 8 * 8 * (1 - Math.sqrt(1 - 0.25 * 0.25)); // cm², radius 8 cm
        assertThat(map.areaCm2("vertex")).isCloseTo(cap, within(AREA * cap));
    }

    @Test
    void onlyWhatCountsIsCounted() {
        RegionMap map = flat(10, square("frontal", 200, 300, 400));

        assertThat(map.areaCm2("frontal", (x, y) -> x < 300)).isCloseTo(4, within(AREA * 4));
    }

    @Test
    void theFirstOutlineHasThePlaceAndItsAreaIsNotCountedTwice() {
        RegionMap map = flat(10, square("scar-1", 250, 250, 100), square("frontal", 200, 200, 400));

        assertThat(map.names()).containsExactly("scar-1", "frontal");
        assertThat(map.regionAt(300, 300)).contains("scar-1");
        assertThat(map.regionAt(220, 220)).contains("frontal");
        assertThat(map.regionAt(10, 10)).isEmpty();
        assertThat(map.areaCm2("scar-1")).isCloseTo(1, within(AREA));
        assertThat(map.areaCm2("frontal")).isCloseTo(15, within(AREA * 15));
    }

    @Test
    void aRegionIsCarriedToThePhotoWithItsHole() {
        RegionMap map = flat(10, square("scar-1", 250, 250, 100), square("frontal", 200, 200, 400));

        try (Mask mask = map.maskInPhoto("frontal", ShiftedMap.by(-100, 50), 900, 700)) {
            assertThat(mask.pixels().get(260, 110)[0]).isEqualTo(255);
            assertThat(mask.pixels().get(350, 200)[0]).as("where the scar is").isZero();
            assertThat(mask.pixels().get(240, 300)[0]).as("above").isZero();
            // Whole pixels under a border of 2000 px.
            assertThat(mask.areaPx()).isBetween(150_000 - 2000, 150_000 + 2000);
        }
    }

    @Test
    void aRegionBesideThePhotoHasAnEmptyMask() {
        RegionMap map = flat(10, square("frontal", 200, 200, 400));

        try (Mask mask = map.maskInPhoto("frontal", ShiftedMap.by(5000, 0), 900, 700)) {
            assertThat(mask.areaPx()).isZero();
        }
    }

    @Test
    void refusesOutlinesThatCannotBeRegions() {
        Outline bow = new Outline(
                "frontal", List.of(new PointPx(10, 10), new PointPx(90, 90), new PointPx(90, 10), new PointPx(10, 90)));
        Outline outside = square("vertex", 900, 900, 200);
        Outline flat = new Outline("nape", List.of(new PointPx(1, 1), new PointPx(9, 9), new PointPx(5, 5)));

        assertThatThrownBy(() -> flat(10, bow))
                .isInstanceOf(OutlineException.class)
                .hasMessageContaining("frontal")
                .hasMessageContaining("(50.0, 50.0)");
        assertThatThrownBy(() -> flat(10, outside))
                .isInstanceOf(OutlineException.class)
                .hasMessageContaining("vertex leaves the photo of 1000 x 1000 px");
        assertThatThrownBy(() -> flat(10, flat))
                .isInstanceOf(OutlineException.class)
                .hasMessageContaining("nape");
        assertThatThrownBy(() -> flat(10, square("a", 1, 1, 50), square("a", 99, 1, 50)))
                .isInstanceOf(OutlineException.class)
                .hasMessageContaining("twice");
    }

    private static RegionMap flat(double pxPerMm, Outline... outlines) {
        return new RegionMap(List.of(outlines), ScalpGeometry.flat(pxPerMm), SIZE, SIZE);
    }

    /** A ball of that many px in radius, 80 mm, seen from very far. */
    private static ScalpGeometry ball(double radiusPx) {
        return (x, y) -> {
            double off = Math.hypot(x - 500, y - 500) / radiusPx;
            return off < 1
                    ? Optional.of(
                            ScalpFrame.tilted(radiusPx / 80, Math.sqrt(1 - off * off), Math.atan2(y - 500, x - 500)))
                    : Optional.empty();
        };
    }

    private static Outline square(String name, double x, double y, double side) {
        return new Outline(
                name,
                List.of(
                        new PointPx(x, y),
                        new PointPx(x + side, y),
                        new PointPx(x + side, y + side),
                        new PointPx(x, y + side)));
    }

    private static Outline disc(String name, double x, double y, double radius) {
        return new Outline(
                name,
                new ArrayList<>(IntStream.range(0, 720)
                        .mapToObj(i -> new PointPx(
                                x + radius * Math.cos(i * Math.PI / 360), y + radius * Math.sin(i * Math.PI / 360)))
                        .toList()));
    }
}
