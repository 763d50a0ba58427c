package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadSurfaceTest {
    private static final HeadSurface HEAD = HeadSurface.seeded(5);

    @Test
    void rayMeetsTheSurfaceWhereItIs() {
        Dice dice = new Dice(1, "rays");
        Vec eye = new Vec(20, -40, 380);
        for (int i = 0; i < 2000; i++) {
            Vec aim = new Vec(dice.between(-45, 45), dice.between(-55, 55), 0);
            Vec ray = aim.minus(eye);
            Vec met = eye.plus(ray.times(HEAD.hit(eye, ray)));
            // A nanometre is where the search stops.
            assertThat(met.length()).isCloseTo(HEAD.point(met.unit()).length(), within(1e-6));
        }
    }

    @Test
    void rayPastTheHeadMissesByItsDistance() {
        HeadSurface ball = HeadSurface.sphere(90);
        double miss = ball.hit(new Vec(93, 0, 400), new Vec(0, 0, -1));
        // Sampled within half a millimetre of the least height: 0.25² / (2 · 93) = 0.3 µm.
        assertThat(miss).isCloseTo(-3, within(1e-3));
    }

    @Test
    void normalOfASphereIsItsRadius() {
        Vec at = new Vec(0.3, -0.5, 0.8).unit();
        // Central differences over 10 µrad leave rounding only.
        assertThat(HeadSurface.sphere(90).normal(at).minus(at).length()).isLessThan(1e-6);
    }

    @Test
    void skinStretchGoesBackToRest() {
        SkinStretch stretch = new SkinStretch(HEAD, 1, new Dice(3, "stretch"));
        Dice dice = new Dice(2, "directions");
        double largest = 0;
        for (int i = 0; i < 500; i++) {
            Vec rest = new Vec(dice.normal(), dice.normal(), dice.normal()).unit();
            Vec now = stretch.displace(rest);
            assertThat(stretch.undo(now).minus(rest).length() * 100).isLessThan(1e-6); // mm
            largest = Math.max(largest, HEAD.point(now).minus(HEAD.point(rest)).length());
        }
        // Normalised over 400 other directions, so a little more can turn up; radial slope adds some per cent.
        assertThat(largest).isBetween(0.7, 1.15);
    }
}
