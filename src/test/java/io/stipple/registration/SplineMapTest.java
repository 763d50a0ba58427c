package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.opencv.OpenCv;
import org.junit.jupiter.api.Test;
import org.opencv.core.Size;

class SplineMapTest {
    /** Rounding of a few hundred additions in doubles. */
    private static final double ROUNDING = 1e-9;

    private static final SplineGrid GRID = SplineGrid.over(-0.5, -0.5, 399.5, 299.5, 40);

    @Test
    void aCubicPolynomialIsHeldExactly() {
        SplineSurface surface = SplineSurface.sampled(GRID, SplineMapTest::cubic);

        for (double x = 3.7; x < 390; x += 31) {
            SplineSurface.Jet jet = surface.at(x, 0.6 * x);
            assertThat(jet.x()).isCloseTo(cubic(x, 0.6 * x).x(), within(ROUNDING));
            assertThat(jet.y()).isCloseTo(cubic(x, 0.6 * x).y(), within(ROUNDING));
        }
    }

    @Test
    void slopesAreThoseOfThePositions() {
        SplineSurface surface = SplineSurface.sampled(GRID, SplineMapTest::wavy);
        double step = 1e-4;

        SplineSurface.Jet jet = surface.at(123.4, 77.7);

        // Central differences over 1e-4 px err by 1e-8 of the third derivative, and by rounding.
        assertThat(jet.xByX())
                .isCloseTo(
                        (surface.at(123.4 + step, 77.7).x()
                                        - surface.at(123.4 - step, 77.7).x())
                                / (2 * step),
                        within(1e-6));
        assertThat(jet.yByY())
                .isCloseTo(
                        (surface.at(123.4, 77.7 + step).y()
                                        - surface.at(123.4, 77.7 - step).y())
                                / (2 * step),
                        within(1e-6));
    }

    @Test
    void thereAndBackIsWithinAHundredthOfAPixel() {
        SplineMap map = map();
        for (double x = -60; x < 460; x += 37) {
            for (double y = -60; y < 360; y += 41) {
                PointPx photo = map.toPhoto(x, y);

                // The promise to those who call the map; also beyond the domain, where it goes on straight.
                assertThat(map.toReference(photo.x(), photo.y()).distanceTo(new PointPx(x, y)))
                        .isLessThan(0.01);
            }
        }
    }

    @Test
    void beyondItsBorderItGoesOnStraight() {
        SplineMap map = map();
        PointPx border = map.toPhoto(GRID.right(), 100);
        PointPx one = map.toPhoto(GRID.right() + 50, 100);
        PointPx two = map.toPhoto(GRID.right() + 100, 100);

        assertThat(two.x() - one.x()).isCloseTo(one.x() - border.x(), within(ROUNDING));
        assertThat(two.y() - one.y()).isCloseTo(one.y() - border.y(), within(ROUNDING));
    }

    @Test
    void remapMatsSayWhatTheMapSays() {
        OpenCv.load();
        SplineMap map = map();
        try (SplineMap.RemapMats mats = map.remapMats(new Size(410, 305))) {
            for (int k = 0; k < 300; k += 13) {
                PointPx at = map.toPhoto(k + 100, k);
                // Floats of a few hundred px.
                assertThat(mats.x().get(k, k + 100)[0]).isCloseTo(at.x(), within(1e-4));
                assertThat(mats.y().get(k, k + 100)[0]).isCloseTo(at.y(), within(1e-4));
            }
        }
    }

    private static SplineMap map() {
        return new SplineMap(
                SplineSurface.sampled(GRID, SplineMapTest::wavy), new TrustGrid(0, 0, 1, 0, 0, new boolean[0]));
    }

    private static PointPx cubic(double x, double y) {
        double u = x / 100;
        double v = y / 100;
        return new PointPx(10 + 90 * u + 3 * v * v - u * u * v, 5 + 80 * v - 2 * u * u * u + v * v * u);
    }

    private static PointPx wavy(double x, double y) {
        return new PointPx(1.1 * x + 0.3 * y + 5 * Math.sin(y / 50), -0.3 * x + 1.05 * y + 4 * Math.cos(x / 60));
    }
}
