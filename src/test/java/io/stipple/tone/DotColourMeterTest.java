package io.stipple.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class DotColourMeterTest {
    private static final LinearRgb DAYLIGHT = new LinearRgb(1, 1, 1);
    private static final double NOISE = 0.02;

    @Test
    void neutralPigmentIsNeutralHoweverFadedAndBlurred() {
        for (double blurPx : new double[] {0, 1, 2}) {
            for (double density : new double[] {0.5, 0.25}) {
                DotColour colour = measured(new DottedSkin(20, 1).dots(density, density, density), blurPx, DAYLIGHT);

                // 400 dots know a ratio to 0.002–0.004 here.
                assertThat(colour.red()).as("blur %s px", blurPx).isCloseTo(1, within(4 * colour.redSe()));
                assertThat(colour.blue()).as("blur %s px", blurPx).isCloseTo(1, within(4 * colour.blueSe()));
                assertThat(colour.blueSe()).isLessThan(0.01);
            }
        }
    }

    @Test
    void whiteBalanceAndExposureChangeNothing() {
        DotColour one = measured(new DottedSkin(20, 2).dots(0.4, 0.4, 0.3), 1, DAYLIGHT);
        DotColour other = measured(new DottedSkin(20, 2).dots(0.4, 0.4, 0.3), 1, new LinearRgb(1.15, 1, 0.9));

        double rounding = 1e-4; // of floats, seven digits, in densities of a tenth
        assertThat(other.red()).isCloseTo(one.red(), within(rounding));
        assertThat(other.blue()).isCloseTo(one.blue(), within(rounding));
    }

    @Test
    void densitiesStandToEachOtherAsInThePigment() {
        double all = 0.2126729 * 0.4 + 0.7151521 * 0.4 + 0.0721750 * 0.3;
        for (double blurPx : new double[] {0, 1, 2}) {
            DotColour colour = measured(new DottedSkin(20, 3).dots(0.4, 0.4, 0.3), blurPx, DAYLIGHT);

            // Blur mixes light, not densities: a quarter less in blue may look up to a tenth of that smaller.
            double bent = 0.1 * (1 - 0.3 / all);
            assertThat(colour.blue()).isCloseTo(0.3 / all, within(bent + 4 * colour.blueSe()));
            assertThat(colour.red()).isCloseTo(0.4 / all, within(bent * 0.1 + 4 * colour.redSe()));
        }
    }

    @Test
    void theStandardErrorIsTheScatterOfPhotosTakenAgain() {
        int photos = 40;
        double sum = 0;
        double squares = 0;
        double stated = 0;
        for (int seed = 0; seed < photos; seed++) {
            DotColour colour = measured(new DottedSkin(8, 100 + seed).dots(0.4, 0.4, 0.3), 1, DAYLIGHT);
            sum += colour.blue();
            squares += colour.blue() * colour.blue();
            stated += colour.blueSe() / photos;
        }
        double seen = Math.sqrt((squares - sum * sum / photos) / (photos - 1));

        // 40 photos know their own scatter to 11 %: three of these, and 2 % that clipping takes.
        assertThat(stated / seen).isBetween(0.65, 1.35);
    }

    @Test
    void hairAmongTheDotsDoesNotTintThem() {
        DottedSkin skin = new DottedSkin(20, 4).dots(0.4, 0.4, 0.3);
        try (LinearImage photo = skin.photo(1, NOISE, DAYLIGHT)) {
            DotColour clean = measure(photo, skin.dots).orElseThrow();
            for (int i = 0; i < 20; i++) {
                PointPx at = skin.dots.get(17 * i).centre();
                // Warm brown: takes five times as much blue as red.
                Imgproc.rectangle(
                        photo.rgb(),
                        new Rect((int) at.x() - 3, (int) at.y() - 1, 7, 3),
                        new Scalar(0.3, 0.1, 0.03),
                        Imgproc.FILLED);
            }

            DotColour hairy = measure(photo, skin.dots).orElseThrow();

            assertThat(hairy.dots()).isLessThanOrEqualTo(clean.dots() - 15);
            assertThat(hairy.blue()).isCloseTo(clean.blue(), within(3 * clean.blueSe()));
        }
    }

    @Test
    void dotsUnderGlossWithoutSkinAroundOrTooSmallTellNothing() {
        DottedSkin skin = new DottedSkin(10, 5).dots(0.4, 0.4, 0.4);
        try (LinearImage photo = skin.photo(0, NOISE, DAYLIGHT);
                Mask half = new Mask(Mat.zeros(240, 240, CvType.CV_8U));
                Mask all = new Mask(new Mat(240, 240, CvType.CV_8U, new Scalar(255)))) {
            Imgproc.rectangle(half.pixels(), new Rect(0, 0, 240, 120), new Scalar(255), Imgproc.FILLED);
            HueSettings settings = HueSettings.defaults();

            Optional<DotColour> lowerHalf =
                    new DotColourMeter(photo, half, null, settings).measure(skin.dots, DottedSkin.GEOMETRY);
            Optional<DotColour> noSkin =
                    new DotColourMeter(photo, null, all, settings).measure(skin.dots, DottedSkin.GEOMETRY);
            List<Dot> small = new ArrayList<>();
            skin.dots.forEach(dot -> small.add(new Dot(dot.centre(), 0.24, 0.3, 0.03, 0.001, 9, 1)));

            assertThat(lowerHalf.orElseThrow().dots()).isBetween(45, 50);
            assertThat(noSkin).isEmpty();
            assertThat(measure(photo, small)).as("2.9 px across").isEmpty();
            assertThat(measure(photo, skin.dots.subList(0, 29))).as("29 dots").isEmpty();
        }
    }

    private static DotColour measured(DottedSkin skin, double blurPx, LinearRgb gain) {
        try (LinearImage photo = skin.photo(blurPx, NOISE, gain)) {
            return measure(photo, skin.dots).orElseThrow();
        }
    }

    private static Optional<DotColour> measure(LinearImage photo, List<Dot> dots) {
        return new DotColourMeter(photo, null, null, HueSettings.defaults()).measure(dots, DottedSkin.GEOMETRY);
    }
}
