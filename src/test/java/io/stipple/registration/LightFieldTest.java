package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.opencv.OpenCv;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class LightFieldTest {
    private static final int SIDE = 40;
    private static final WorkGrid GRID = new WorkGrid(0, 0, 10, 10, SIDE, SIDE);

    @BeforeAll
    static void natives() {
        OpenCv.load();
    }

    @Test
    void exposureAloneIsNoDifferenceOfLight() {
        try (LightField dim = lit(x -> 0.2 + 0.1 * x);
                LightField bright = lit(x -> 3 * (0.2 + 0.1 * x))) {
            assertThat(dim.differenceFrom(bright, still())).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void lightThatSwungIsTheSpreadOfTheLogarithmOfItsRatio() {
        double slope = 0.3;
        try (LightField even = lit(x -> 0.4);
                LightField swung = lit(x -> 0.4 * Math.exp(slope * (x - 0.5)))) {
            // A straight line over 40 columns, from 0 to 1: its standard deviation is 1/√12 of its height, and a little
            // more for so few.
            double expected = slope / Math.sqrt(12) * (1 + 1.0 / SIDE);
            assertThat(even.differenceFrom(swung, still())).isCloseTo(expected, within(0.01 * expected));
        }
    }

    @Test
    void headsThatDoNotMeetTellNothing() {
        try (LightField one = lit(x -> 0.4);
                LightField other = lit(x -> 0.4 + x)) {
            SplineSurface away =
                    SplineSurface.sampled(SplineGrid.over(0, 0, 400, 400, 100), (x, y) -> new PointPx(x + 5000, y));
            assertThat(one.differenceFrom(other, away)).isZero();
        }
    }

    private static SplineSurface still() {
        return SplineSurface.sampled(SplineGrid.over(0, 0, 400, 400, 100), PointPx::new);
    }

    /** Light that changes from left to right, 0 to 1, over a head that fills the picture. */
    private static LightField lit(DoubleUnaryOperator across) {
        Mat rgb = new Mat(SIDE, SIDE, CvType.CV_32FC3);
        for (int col = 0; col < SIDE; col++) {
            float light = (float) across.applyAsDouble(col / (SIDE - 1.0));
            for (int row = 0; row < SIDE; row++) {
                rgb.put(row, col, new float[] {light, light, light});
            }
        }
        return new LightField(GRID, rgb, new Mat(SIDE, SIDE, CvType.CV_32FC1, Scalar.all(1)));
    }
}
