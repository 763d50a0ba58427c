package io.stipple.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.Scale;
import io.stipple.model.ScaleGrade;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleEstimatorTest {
    private static final double FOCAL_PX = 3200;
    // A polygon of 360 corners has 5e-5 less area than its ellipse.
    private static final double POLYGON = 1e-3;

    @Test
    void theNearestScalpIsLargerInThePhotoThanTheOutlineSays() {
        double bulge = 1.11 * 76;
        double distance = 380 + bulge; // of the centre, mm
        // Half opening angle of a line of sight that grazes the ellipse x²/76² + z²/bulge² = 1.
        double semiPx = FOCAL_PX * 76 / Math.sqrt(distance * distance - bulge * bulge);

        Scale scale = ScaleEstimator.fromAverageHead(
                ellipse(semiPx, 1.28 * semiPx, 0.1), HeadAspect.ABOVE_BREADTH_LEVEL, FOCAL_PX);

        assertThat(scale.pxPerMm()).isCloseTo(FOCAL_PX / 380, within(POLYGON * FOCAL_PX / 380));
        assertThat(scale.grade()).isEqualTo(ScaleGrade.C);
        assertThat(scale.relativeSe()).isBetween(0.04, 0.06);
    }

    @Test
    void theForeheadTellsWhichWayTheBreadthLies() {
        Outline lying = ellipse(600, 500, 0);

        double foreheadLeft = pxPerMm(lying, HeadAspect.of("top", true));
        double upright = pxPerMm(ellipse(500, 600, 0), HeadAspect.of("top", false));

        assertThat(foreheadLeft).isCloseTo(upright, within(POLYGON));
    }

    @Test
    void aSideViewShowsTheLength() {
        Outline head = ellipse(600, 500, 0);

        assertThat(pxPerMm(head, HeadAspect.of("left", false)))
                .isLessThan(pxPerMm(head, HeadAspect.of("front", false)));
    }

    @Test
    void aViewWithoutATellingNameUsesTheShorterAxis() {
        assertThat(pxPerMm(ellipse(600, 500, 0.3), HeadAspect.of("close", false)))
                .isCloseTo(pxPerMm(ellipse(500, 600, 0.2), HeadAspect.of("top", false)), within(POLYGON));
    }

    @Test
    void aMeasuredBreadthIsSurerThanAMeanOne() {
        Outline head = ellipse(500, 600, 0);
        Scale measured = ScaleEstimator.fromHeadBreadth(head, 160, HeadAspect.ABOVE_BREADTH_LEVEL, FOCAL_PX);

        assertThat(measured.grade()).isEqualTo(ScaleGrade.B);
        assertThat(measured.relativeSe()).isLessThan(0.03);
    }

    @Test
    void aSegmentGivesPixelsPerMillimetre() {
        Scale scale = ScaleEstimator.fromSegment(new PointPx(100, 100), new PointPx(340, 420), 20);

        assertThat(scale.pxPerMm()).isEqualTo(20);
        assertThat(scale.grade()).isEqualTo(ScaleGrade.B);
    }

    @Test
    void refusesWhatNoHeadHas() {
        assertThatThrownBy(() -> ScaleEstimator.fromHeadBreadth(
                        ellipse(500, 600, 0), 15.2, HeadAspect.ABOVE_BREADTH_LEVEL, FOCAL_PX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15.2 mm");
        assertThatThrownBy(() -> ScaleEstimator.fromSegment(new PointPx(1, 1), new PointPx(1, 1), 20))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double pxPerMm(Outline head, HeadAspect aspect) {
        return ScaleEstimator.fromAverageHead(head, aspect, FOCAL_PX).pxPerMm();
    }

    private static Outline ellipse(double a, double b, double turn) {
        return new Outline(
                "head",
                IntStream.range(0, 360)
                        .mapToObj(i -> {
                            double u = a * Math.cos(Math.toRadians(i));
                            double v = b * Math.sin(Math.toRadians(i));
                            return new PointPx(
                                    2000 + u * Math.cos(turn) - v * Math.sin(turn),
                                    1500 + u * Math.sin(turn) + v * Math.cos(turn));
                        })
                        .toList());
    }
}
