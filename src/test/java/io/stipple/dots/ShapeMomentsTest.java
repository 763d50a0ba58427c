package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShapeMomentsTest {
    private static final double PEAK = 0.3;
    private static final double A = 0.31;
    private static final double B = -0.07;
    private static final double C = 0.22;
    private static final double ROUNDING = 1e-9; // of sums up to a thousand

    @Test
    void gives_the_normal_equations_that_the_slopes_themselves_give() {
        var random = new SplittableRandom(2);
        double[][] expected = new double[6][7];
        var moments = new ShapeMoments();
        moments.clear();
        for (int y = -5; y <= 5; y++) {
            double dy = y + 0.3;
            double[] s = new double[5];
            double[] m = new double[3];
            for (int x = -5; x <= 5; x++) {
                double dx = x - 0.2;
                double g = Math.exp(-0.5 * (A * dx * dx + 2 * B * dx * dy + C * dy * dy));
                double misfit = random.nextGaussian();
                for (int power = 0; power < 5; power++) {
                    s[power] += g * g * Math.pow(dx, power);
                }
                for (int power = 0; power < 3; power++) {
                    m[power] += g * misfit * Math.pow(dx, power);
                }
                add(slopes(g, A * dx + B * dy, B * dx + C * dy), misfit, expected);
            }
            moments.addRow(dy, s[0], s[1], s[2], s[3], s[4], m[0], m[1], m[2]);
        }
        for (int parameters : new int[] {3, 6}) {
            double[][] normal = new double[parameters][parameters + 1];
            moments.fill(normal, PEAK, A, B, C);

            for (int i = 0; i < parameters; i++) {
                for (int j = 0; j < parameters; j++) {
                    assertThat(normal[i][j]).isCloseTo(expected[i][j], within(ROUNDING));
                }
                assertThat(normal[i][parameters]).isCloseTo(expected[i][6], within(ROUNDING));
            }
        }
    }

    /** By peak, x, y, and the covariance: d(-q/2)/dC = ½ (C⁻¹d)(C⁻¹d)ᵀ. */
    private static double[] slopes(double g, double u, double v) {
        double model = PEAK * g;
        return new double[] {g, model * u, model * v, 0.5 * model * u * u, model * u * v, 0.5 * model * v * v};
    }

    private static void add(double[] slopes, double misfit, double[][] normal) {
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                normal[i][j] += slopes[i] * slopes[j];
            }
            normal[i][6] += slopes[i] * misfit;
        }
    }
}
