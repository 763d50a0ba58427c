package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Outline;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RegionOutlinesTest {
    private static final double RADIUS_MM = 90;

    private static SkinView view(HeadSurface head) {
        PhantomSettings settings = PhantomSettings.defaults();
        Camera camera = PoseChange.NONE.camera(CameraView.TOP, FrameFormat.of(settings, 0));
        return new SkinView(head, new SkinStretch(head, 0, new Dice(1, "none")), camera);
    }

    @Test
    void areaOfACapOnASphereIsTheAnalyticOne() {
        SkinView view = view(HeadSurface.sphere(RADIUS_MM));
        List<RegionOutlines.Placed> placed = new RegionOutlines(view, CameraView.TOP).place();
        RegionOutlines.Placed cap = placed.stream()
                .filter(region -> region.outline().name().equals("midscalp"))
                .findFirst()
                .orElseThrow();
        double analytic = 2 * Math.PI * RADIUS_MM * RADIUS_MM * (1 - Math.cos(Math.toRadians(19))) / 100;
        // 90 corners cut 0.08 % off a circle; the ragged edge of the sum leaves 0.1 %.
        assertThat(cap.areaCm2()).isCloseTo(analytic, Percentage.withPercentage(0.25));
    }

    @Test
    void storedScalpGivesTheSameArea() {
        SkinView view = view(HeadSurface.seeded(4));
        ReferenceScalp scalp = new ReferenceScalp(TruthRecorder.surface(view));
        for (RegionOutlines.Placed region : new RegionOutlines(view, CameraView.TOP).place()) {
            // Cubic interpolation over 1.3 mm is good to 0.05 % of a slope; the sums share their grid.
            assertThat(scalp.areaCm2(region.outline()))
                    .as(region.outline().name())
                    .isCloseTo(region.areaCm2(), Percentage.withPercentage(0.2));
        }
    }

    @Test
    void regionsEndWhereTheScalpTurnsAway() {
        SkinView view = view(HeadSurface.seeded(4));
        for (RegionOutlines.Placed region : new RegionOutlines(view, CameraView.TOP).place()) {
            Outline outline = region.outline();
            outline.points().forEach(p -> {
                double hit = view.hit(p.x(), p.y());
                double cosine =
                        view.project(view.rest(view.pointAt(p.x(), p.y(), hit))).cosine();
                // Asked for 0.5; the rim is found in steps of a quarter degree.
                assertThat(cosine).isGreaterThan(0.48);
            });
        }
    }

    @Test
    void scaleIsThatOfTheNearestPoint() {
        SkinView view = view(HeadSurface.sphere(RADIUS_MM));
        Camera camera = view.camera();
        double nearest = camera.headCentre().z() - RADIUS_MM;
        assertThat(TruthRecorder.nearestScale(view)).isCloseTo(camera.focalPx() / nearest, within(1e-3));
    }
}
