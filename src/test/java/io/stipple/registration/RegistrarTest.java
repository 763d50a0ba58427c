package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.PointPx;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private static final int SIDE = 720;
    private static final int DOTS = 1200;
    private static final long PERSON = 11;
    private static final RegistrationSettings SETTINGS = RegistrationSettings.defaults();

    @Test
    void aTurnedZoomedAndStretchedPhotoIsLaidBackToAFractionOfAPixel() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> truth = warp(12, 1.06, 3);

        Registration found = register(PERSON, DOTS, PERSON, DOTS, truth);

        double[] errors = errorsPx(found, truth);
        // Noise of 1 % of the light on texture of 10 % leaves some hundredths of a px; the bar is a tenth of a small
        // dot.
        assertThat(median(errors)).isLessThan(0.08);
        assertThat(errors[(int) (0.95 * errors.length)]).isLessThan(0.3);
        assertThat(found.route()).isEqualTo("straight");
    }

    @Test
    void theResidualTellsTheTrueError() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> truth = warp(5, 0.97, 4);

        Registration found = register(PERSON, DOTS, PERSON, DOTS, truth);

        double error = median(errorsPx(found, truth));
        // Correlation peaks of 4 mm patches are good to about 0.05 px; beyond that the residual follows the error.
        assertThat(found.residualPx()).isBetween(0.3 * error, 2 * error + 0.05);
    }

    @Test
    void aPhotoTurnedByAQuarterIsRegistered() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> quarter = (x, y) -> new PointPx(y, SIDE - 1 - x);

        Registration found = register(PERSON, DOTS, PERSON, DOTS, quarter);

        assertThat(median(errorsPx(found, quarter))).isLessThan(0.08);
    }

    @Test
    void freshDotsOverTheSameSkinDoNotMislead() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> truth = warp(5, 1.03, 3);

        Registration found = register(PERSON, 3 * DOTS, PERSON, 0, truth);

        // Two dots' distance is 20 px here: a quarter of a px keeps every dot apart from its neighbour.
        assertThat(median(errorsPx(found, truth))).isLessThan(0.25);
    }

    @Test
    void anotherHeadFails() {
        assertThatThrownBy(() -> register(PERSON + 1, DOTS, PERSON, DOTS, warp(0, 1, 0)))
                .isInstanceOf(RegistrationFailedException.class);
    }

    @Test
    void theMirrorImageOfTheSameHeadFails() {
        assertThatThrownBy(() -> register(PERSON, DOTS, PERSON, DOTS, (x, y) -> new PointPx(SIDE - 1 - x, y)))
                .isInstanceOf(RegistrationFailedException.class);
    }

    @Test
    void landmarksByHandStartWhatDoesNotStartByItself() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> truth = warp(8, 1.04, 2);
        StartSettings usual = SETTINGS.start();
        StartSettings deaf = new StartSettings(
                usual.strongest(),
                usual.ratio(),
                usual.poseMm(),
                usual.poseTurnRad(),
                usual.poseZoom(),
                usual.homographyMm(),
                1000,
                usual.searchMm(),
                usual.robustMm(),
                usual.guidedRatio(),
                1000);
        Registrar registrar = new Registrar(new RegistrationSettings(
                SETTINGS.headMm(), SETTINGS.frame(), deaf, SETTINGS.dense(), SETTINGS.anchor(), SETTINGS.patches()));
        // A person points to a px or two.
        List<LandmarkPair> byHand = IntStream.range(0, 5)
                .mapToObj(k -> {
                    PointPx photo = new PointPx(260 + 45 * k, 300 + 40 * (k * 3 % 5));
                    PointPx exact = truth.apply(photo.x(), photo.y());
                    return new LandmarkPair(photo, new PointPx(exact.x() + k % 2, exact.y() - k % 3 + 1));
                })
                .toList();
        try (SyntheticSkin skin = SyntheticSkin.of(PERSON, SIDE, DOTS);
                SyntheticSkin.Shot photo = skin.shot(truth, 1, 2);
                SyntheticSkin.Shot reference = skin.reference();
                RegistrationFrame moving = photo.frame();
                RegistrationFrame fixed = reference.frame()) {
            assertThatThrownBy(() -> registrar.register(moving, fixed, List.of()))
                    .isInstanceOf(RegistrationFailedException.class);

            Registration found = registrar.register(moving, fixed, byHand);

            assertThat(median(errorsPx(found, truth))).isLessThan(0.15);
        }
    }

    @Test
    void throughAPreviousPhotoThatSharesTheDotsIsAtLeastAsGoodAsStraight() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> firstWarp = warp(3, 1.02, 2);
        BiFunction<Double, Double, PointPx> truth = warp(-4, 0.98, 3);
        Registrar registrar = new Registrar(SETTINGS);
        try (SyntheticSkin bare = SyntheticSkin.of(PERSON, SIDE, 0);
                SyntheticSkin dotted = SyntheticSkin.of(PERSON, SIDE, 3 * DOTS);
                SyntheticSkin.Shot before = bare.reference();
                SyntheticSkin.Shot first = dotted.shot(firstWarp, 1.2, 5);
                SyntheticSkin.Shot second = dotted.shot(truth, 0.8, 6);
                RegistrationFrame reference = before.frame();
                RegistrationFrame previous = first.frame();
                RegistrationFrame photo = second.frame()) {
            Registration toReference = registrar.register(previous, reference, List.of());
            Registration straight = registrar.register(photo, reference, List.of());

            Registration through = registrar.registerThrough(photo, previous, toReference.map(), reference, List.of());

            assertThat(through.route()).isEqualTo("through the previous photo");
            // A tenth of slack: both are at the noise here.
            assertThat(median(errorsPx(through, truth))).isLessThan(1.1 * median(errorsPx(straight, truth)));
        }
    }

    @Test
    void repeatedRunsGiveTheSameNumbers() throws RegistrationFailedException {
        BiFunction<Double, Double, PointPx> truth = warp(6, 1.02, 3);

        Registration one = register(PERSON, DOTS, PERSON, DOTS, truth);
        Registration other = register(PERSON, DOTS, PERSON, DOTS, truth);

        assertThat(other.map().toPhoto(300.25, 411.5)).isEqualTo(one.map().toPhoto(300.25, 411.5));
        assertThat(other.residualPx()).isEqualTo(one.residualPx());
        assertThat(other.overlapPct()).isEqualTo(one.overlapPct());
    }

    @Test
    void trustEndsWithTheHead() throws RegistrationFailedException {
        Registration found = register(PERSON, DOTS, PERSON, DOTS, warp(3, 1, 2));

        assertThat(found.map().trusted(SIDE / 2.0, SIDE / 2.0)).isTrue();
        assertThat(found.map().trusted(20, 20)).isFalse();
        assertThat(found.overlapPct()).isBetween(70.0, 100.0);
    }

    private static Registration register(
            long person, int dots, long referencePerson, int referenceDots, BiFunction<Double, Double, PointPx> warp)
            throws RegistrationFailedException {
        try (SyntheticSkin skin = SyntheticSkin.of(person, SIDE, dots);
                SyntheticSkin referenceSkin = SyntheticSkin.of(referencePerson, SIDE, referenceDots);
                SyntheticSkin.Shot photo = skin.shot(warp, 0.7, 2);
                SyntheticSkin.Shot reference = referenceSkin.reference();
                RegistrationFrame moving = photo.frame();
                RegistrationFrame fixed = reference.frame()) {
            return new Registrar(SETTINGS).register(moving, fixed, List.of());
        }
    }

    /** Photo → reference: a turn, a zoom, and waves of the given height, px, as long as a third of the head. */
    private static BiFunction<Double, Double, PointPx> warp(double turnDegrees, double zoom, double wavePx) {
        double cos = zoom * Math.cos(Math.toRadians(turnDegrees));
        double sin = zoom * Math.sin(Math.toRadians(turnDegrees));
        double middle = SIDE / 2.0;
        return (x, y) -> {
            double dx = x - middle;
            double dy = y - middle;
            return new PointPx(
                    middle + 4 + cos * dx - sin * dy + wavePx * Math.sin(dy / 35),
                    middle - 7 + sin * dx + cos * dy + wavePx * Math.cos(dx / 40));
        };
    }

    /** Errors over the trusted part of the head, px of the reference, sorted. */
    private static double[] errorsPx(Registration found, BiFunction<Double, Double, PointPx> truth) {
        return IntStream.range(0, SIDE * SIDE / 81)
                .mapToObj(k -> new PointPx(k * 9 % SIDE, k * 9 / SIDE * 9))
                .filter(photo -> {
                    PointPx at = truth.apply(photo.x(), photo.y());
                    return found.map().trusted(at.x(), at.y());
                })
                .mapToDouble(photo ->
                        found.map().toReference(photo.x(), photo.y()).distanceTo(truth.apply(photo.x(), photo.y())))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
