package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DotPhotometryTest {
    /** A patch under 60°, turned, at 13 px/mm. */
    private static final SkinPoint TILTED = tilted(40.3, 38.8, 13, 0.5, 0.6);

    private static SkinPoint tilted(double x, double y, double pxPerMm, double cosine, double turn) {
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        return new SkinPoint(x, y, cosine, 250, pxPerMm * cosine * c, -pxPerMm * s, pxPerMm * cosine * s, pxPerMm * c);
    }

    @Test
    void integratedOpticalDensityIsTheFormulas() {
        Canvas canvas = new Canvas(0, 0, 80, 80);
        canvas.addDot(TILTED, 0.27, 0.065, 0.5);
        double sum = 0;
        for (float value : canvas.values) {
            sum += value;
        }
        double mm2PerPx = 1 / (13.0 * 13.0 * 0.5);
        double stated = 0.5 * Math.PI * (0.27 * 0.27 + Math.PI * Math.PI * 0.065 * 0.065 / 3);
        // A pixel averages light, not density: where density bends within a pixel the mean of light is a little
        // brighter, some per mille at these sizes.
        assertThat(sum * mm2PerPx).isCloseTo(stated, Percentage.withPercentage(1));
    }

    @Test
    void centroidIsTheCentre() {
        Canvas canvas = new Canvas(0, 0, 80, 80);
        canvas.addDot(TILTED, 0.27, 0.065, 0.5);
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < canvas.values.length; i++) {
            sum += canvas.values[i];
            x += canvas.values[i] * (i % 80);
            y += canvas.values[i] * (i / 80);
        }
        // Samples within a pixel are symmetric about its centre, so only the slope of density inside a pixel is left.
        assertThat(x / sum).isCloseTo(40.3, within(0.01));
        assertThat(y / sum).isCloseTo(38.8, within(0.01));
    }

    @Test
    void strokesCoverTheirArea() {
        Canvas canvas = new Canvas(0, 0, 60, 40);
        canvas.cover(new double[] {10.2, 11.4}, new double[] {40.2, 21.4}, 0.7, 0.9);
        double sum = 0;
        for (float value : canvas.values) {
            sum += value;
        }
        double length = Math.hypot(30, 10);
        // The tent across a stroke sums to its width times opacity, and its round ends add up to a pixel of length.
        assertThat(sum).isBetween(0.7 * 0.9 * length * 0.95, 0.7 * 0.9 * (length + 1.6));
    }
}
