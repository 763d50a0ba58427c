package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.change.Turnbull.Lifetime;
import io.stipple.change.Turnbull.Mass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnbullTest {
    private static final double EVER = Double.POSITIVE_INFINITY;

    /**
     * Finkelstein and Wolfe (1985), Biometrics 41:933–945, radiotherapy alone, 46 patients; the estimate as printed by
     * Fay and Shaw (2010), Journal of Statistical Software 36(2).
     */
    @Test
    void agreesWithThePublishedCosmesisEstimate() {
        double[][] months = {
            {45, EVER},
            {6, 10},
            {0, 7},
            {46, EVER},
            {46, EVER},
            {7, 16},
            {17, EVER},
            {7, 14},
            {37, 44},
            {0, 8},
            {4, 11},
            {15, EVER},
            {11, 15},
            {22, EVER},
            {46, EVER},
            {46, EVER},
            {25, 37},
            {46, EVER},
            {26, 40},
            {46, EVER},
            {27, 34},
            {36, 44},
            {46, EVER},
            {36, 48},
            {37, EVER},
            {40, EVER},
            {17, 25},
            {46, EVER},
            {11, 18},
            {38, EVER},
            {5, 12},
            {37, EVER},
            {0, 5},
            {18, EVER},
            {24, EVER},
            {36, EVER},
            {5, 11},
            {19, 35},
            {17, 25},
            {24, EVER},
            {32, EVER},
            {33, EVER},
            {19, 26},
            {37, EVER},
            {34, EVER},
            {36, EVER}
        };
        List<Lifetime> lifetimes = new ArrayList<>();
        for (double[] interval : months) {
            lifetimes.add(new Lifetime(interval[0], interval[1]));
        }

        List<Mass> masses = Turnbull.of(lifetimes).stream()
                .filter(mass -> mass.share() > 1e-4)
                .toList();

        double[][] printed = {
            {4, 5, 0.0463},
            {6, 7, 0.0334},
            {7, 8, 0.0887},
            {11, 12, 0.0708},
            {24, 25, 0.0926},
            {33, 34, 0.0818},
            {38, 40, 0.1209},
            {46, 48, 0.4656}
        };
        assertThat(masses).hasSize(printed.length);
        double lastDecimal = 1e-4;
        for (int i = 0; i < printed.length; i++) {
            assertThat(masses.get(i).after()).isEqualTo(printed[i][0]);
            assertThat(masses.get(i).until()).isEqualTo(printed[i][1]);
            assertThat(masses.get(i).share()).isCloseTo(printed[i][2], within(lastDecimal));
        }
    }

    /** Freireich et al. (1963), 6-mercaptopurine arm: the textbook's Kaplan–Meier curve, weeks of remission. */
    @Test
    void knownLifetimesGiveKaplanAndMeiersCurve() {
        int[] ended = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        int[] left = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
        List<Lifetime> lifetimes = new ArrayList<>();
        for (int week : ended) {
            lifetimes.add(new Lifetime(week - 0.5, week));
        }
        for (int week : left) {
            lifetimes.add(new Lifetime(week, EVER));
        }

        double survival = 1;
        List<Double> curve = new ArrayList<>();
        for (Mass mass : Turnbull.of(lifetimes)) {
            if (mass.until() < EVER && mass.share() > 1e-9) {
                survival -= mass.share();
                curve.add(survival);
            }
        }

        double[] printed = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        double lastDecimal = 0.0006;
        assertThat(curve).hasSize(printed.length);
        for (int i = 0; i < printed.length; i++) {
            assertThat(curve.get(i)).isCloseTo(printed[i], within(lastDecimal));
        }
    }
}
