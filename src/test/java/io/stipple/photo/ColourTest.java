package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.Srgb;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/** Profiles against the JDK's colour management (LittleCMS), which shares no line with what is tested. */
class ColourTest {
    private static final int PATCH = 32;

    @TempDir
    Path folder;

    @Test
    void matrixProfilesMeanWhatLittleCmsSays() {
        for (byte[] icc : List.of(
                IccBytes.displayP3(),
                IccBytes.adobeRgb(),
                IccBytes.sampled(33),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(),
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData())) {
            ColourProfile profile = IccProfile.read(icc, false);
            ICC_ColorSpace reference = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
            for (int step = 0; step < 216; step++) {
                float[] coded = {step % 6 / 5f, step / 6 % 6 / 5f, step / 36 / 5f};
                double[] expected = linear(reference.toCIEXYZ(coded));
                double[] light = light(profile, coded);
                for (int channel = 0; channel < 3; channel++) {
                    // LittleCMS passes 16-bit XYZ and rounds its curves: 0.002 of white.
                    assertThat(light[channel])
                            .as("%s of %s, channel %s", profile.name(), List.of(coded[0], coded[1], coded[2]), channel)
                            .isCloseTo(expected[channel], within(0.002));
                }
            }
        }
    }

    @Test
    void whiteIsWhiteInEverySpace() {
        for (ColourProfile profile :
                List.of(ColourProfile.srgb(), ColourProfile.displayP3(), ColourProfile.adobeRgb())) {
            // The chromaticities are given to four decimals.
            assertThat(light(profile, new float[] {1, 1, 1}))
                    .as(profile.name())
                    .containsOnly(new double[] {1}, within(1e-6));
        }
        assertThat(light(IccProfile.read(IccBytes.displayP3(), false), new float[] {1, 1, 1}))
                .containsOnly(new double[] {1}, within(5e-4)); // primaries to five decimals
    }

    @Test
    void theDisplayP3TwinOfAPhotoHasItsColours() throws Exception {
        int[] skins = {0xf3d9c6, 0xe0b896, 0xc69678, 0xa0705a, 0x7a5040, 0x503428, 0x6a4a44, 0x2c2220};
        BufferedImage srgb = new BufferedImage(skins.length * PATCH, PATCH, BufferedImage.TYPE_INT_RGB);
        BufferedImage p3 = new BufferedImage(skins.length * PATCH, PATCH, BufferedImage.TYPE_INT_RGB);
        ColourMatrix toP3 =
                ColourMatrix.toSrgb(ColourMatrix.Chromaticities.DISPLAY_P3).inverse();
        Random noise = new Random(3);
        for (int x = 0; x < srgb.getWidth(); x++) {
            for (int y = 0; y < PATCH; y++) {
                // Noise as every photo has it, so that rounding averages out.
                int colour = skins[x / PATCH] + 0x10000 * step(noise) + 0x100 * step(noise) + step(noise);
                srgb.setRGB(x, y, colour);
                p3.setRGB(x, y, coded(toP3.times(light(ColourProfile.srgb(), rgb(colour)))));
            }
        }
        PhotoReader reader = new PhotoReader(PhotoSettings.defaults());
        byte[] png = TestFiles.written(p3, "png");
        List<byte[]> twins = List.of(
                TestFiles.withIcc(TestFiles.jpeg(p3, false), IccBytes.displayP3()),
                TestFiles.withChunk(png, "iCCP", TestFiles.iccp(IccBytes.displayP3())),
                TestFiles.withChunk(png, "cICP", new byte[] {12, 13, 0, 1}));
        try (Photo original = reader.read(Files.write(folder.resolve("a.png"), TestFiles.written(srgb, "png")))) {
            for (byte[] twin : twins) {
                try (Photo photo = reader.read(Files.write(folder.resolve("twin"), twin))) {
                    assertThat(photo.info().colourProfile()).isEqualTo("Display P3");
                    for (int i = 0; i < skins.length; i++) {
                        double[] one = lab(mean(original, i));
                        double[] other = lab(mean(photo, i));
                        assertThat(distance(one, other)).isLessThan(0.5);
                    }
                }
            }
        }
    }

    private static int step(Random noise) {
        return noise.nextInt(9) - 4;
    }

    private static double[] mean(Photo photo, int patch) {
        try (MatScope mats = new MatScope()) {
            Rect inside = new Rect(patch * PATCH + PATCH / 4, PATCH / 4, PATCH / 2, PATCH / 2);
            return Core.mean(mats.own(photo.image().rgb().submat(inside))).val;
        }
    }

    @Test
    void aGreyProfileIsAppliedToAGreyPhotoAndNotToAColouredOne() {
        assertThat(light(IccProfile.read(IccBytes.grey(), true), new float[] {0.5f, 0.5f, 0.5f}))
                .containsOnly(new double[] {Math.pow(0.5, 1.8)}, within(0.001)); // the exponent is stored in 1/256
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IccProfile.read(IccBytes.grey(), false))
                .withMessage("it is made for GRAY pictures");
    }

    @Test
    void aProfileThatIsATableIsLeftToTheJdk() {
        try (MatScope mats = new MatScope()) {
            ColourProfile table =
                    new ColourProfile.Table("sRGB as a table", ICC_Profile.getInstance(ColorSpace.CS_sRGB));
            Mat coded = mats.own(new Mat(200, 3, CvType.CV_8UC3));
            coded.setTo(new Scalar(196, 150, 128));
            try (LinearImage image = Linearizer.linearize(coded, 255, table)) {
                double[] light = image.rgb().get(199, 2);
                // LittleCMS on 16 bits.
                assertThat(light[0]).isCloseTo(Srgb.toLinear(196 / 255.0), within(0.001));
                assertThat(light[2]).isCloseTo(Srgb.toLinear(128 / 255.0), within(0.001));
            }
        }
    }

    @Test
    void aDamagedProfileIsNotedAndSrgbAssumed() {
        byte[] icc = IccBytes.displayP3();
        ByteBuffer.wrap(icc).putInt(128 + 4 + 12 * 2 + 4, 1_000_000); // rXYZ beyond the end

        ColourTag tag = ColourTag.ofIcc(icc, false);

        assertThat(tag.profile()).isNull();
        assertThat(tag.note())
                .contains("the embedded colour profile cannot be read (a tag lies outside it): sRGB assumed");
        assertThat(ColourTag.ofIcc(new byte[50], false).note()).isPresent();
        assertThat(ColourTag.ofIcc(null, false)).isEqualTo(ColourTag.NONE);
    }

    private static double[] light(ColourProfile profile, float[] coded) {
        ColourProfile.Matrix matrix = (ColourProfile.Matrix) profile;
        return matrix.toSrgb().times(new double[] {
            matrix.red().toLinear(coded[0]),
            matrix.green().toLinear(coded[1]),
            matrix.blue().toLinear(coded[2])
        });
    }

    /** Linear sRGB of XYZ relative to D50, by the matrix of Lindbloom's table. */
    private static double[] linear(float[] xyz) {
        return new double[] {
            3.1338561 * xyz[0] - 1.6168667 * xyz[1] - 0.4906146 * xyz[2],
            -0.9787684 * xyz[0] + 1.9161415 * xyz[1] + 0.0334540 * xyz[2],
            0.0719453 * xyz[0] - 0.2289914 * xyz[1] + 1.4052427 * xyz[2]
        };
    }

    private static float[] rgb(int packed) {
        return new float[] {(packed >> 16 & 0xff) / 255f, (packed >> 8 & 0xff) / 255f, (packed & 0xff) / 255f};
    }

    private static int coded(double[] light) {
        int packed = 0;
        for (int i = 0; i < 3; i++) {
            packed = packed << 8 | (int) Math.round(255 * Srgb.toCoded(light[i]));
        }
        return packed;
    }

    /** CIELAB of linear sRGB, D65 (CIE 15). */
    private static double[] lab(double[] light) {
        double x = response((0.4124564 * light[0] + 0.3575761 * light[1] + 0.1804375 * light[2]) / 0.95047);
        double y = response(0.2126729 * light[0] + 0.7151522 * light[1] + 0.0721750 * light[2]);
        double z = response((0.0193339 * light[0] + 0.1191920 * light[1] + 0.9503041 * light[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double response(double share) {
        return share > 216.0 / 24_389 ? Math.cbrt(share) : (24_389.0 / 27 * share + 16) / 116;
    }

    /** CIEDE2000 (Sharma, Wu and Dalal 2005). */
    private static double distance(double[] one, double[] other) {
        double meanChroma7 = Math.pow((Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2, 7);
        double stretch = 1.5 - 0.5 * Math.sqrt(meanChroma7 / (meanChroma7 + Math.pow(25, 7)));
        double chroma1 = Math.hypot(stretch * one[1], one[2]);
        double chroma2 = Math.hypot(stretch * other[1], other[2]);
        double hue1 = Math.atan2(one[2], stretch * one[1]);
        double hue2 = Math.atan2(other[2], stretch * other[1]);
        double lightness = (one[0] + other[0]) / 2 - 50;
        double chroma = (chroma1 + chroma2) / 2;
        double hue = (hue1 + hue2) / 2; // colours of skin: no hue near ±180°
        double t = 1
                - 0.17 * Math.cos(hue - Math.toRadians(30))
                + 0.24 * Math.cos(2 * hue)
                + 0.32 * Math.cos(3 * hue + Math.toRadians(6))
                - 0.20 * Math.cos(4 * hue - Math.toRadians(63));
        double turn = Math.toRadians(60) * Math.exp(-Math.pow((Math.toDegrees(hue) - 275) / 25, 2));
        double chroma7 = Math.pow(chroma, 7);
        double l = (other[0] - one[0]) / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
        double c = (chroma2 - chroma1) / (1 + 0.045 * chroma);
        double h = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin((hue2 - hue1) / 2) / (1 + 0.015 * chroma * t);
        double rotation = -2 * Math.sqrt(chroma7 / (chroma7 + Math.pow(25, 7))) * Math.sin(turn);
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }
}
