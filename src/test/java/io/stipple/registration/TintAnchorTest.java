package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Textures made by hand: only the tint knows where the photo lies. */
class TintAnchorTest {
    private static final int SIDE = 320;
    private static final WorkGrid GRID = new WorkGrid(-0.5, -0.5, 1, 1, SIDE, SIDE);
    private static final SplineGrid NODES = SplineGrid.over(-0.5, -0.5, SIDE - 0.5, SIDE - 0.5, 64);
    private static final TintAnchor ANCHOR =
            new TintAnchor(RegistrationSettings.defaults().anchor(), DenseSettings.defaults());

    @BeforeAll
    static void loadOpenCv() {
        OpenCv.load();
    }

    @Test
    void aMapThatTheShadePulledAsideComesBackToWhereTheTintLies() {
        // Shade that moved alike over all of the head, and a little more on one side than on the other.
        SplineSurface pulled =
                SplineSurface.sampled(NODES, (x, y) -> new PointPx(x + 0.5 + 0.3 * (x - SIDE / 2.0) / SIDE, y - 0.4));
        try (Textures reference = skinWith(texture(1));
                Textures photo = skinWith(texture(1))) {
            SplineSurface found = ANCHOR.anchored(pulled, photo, List.of(reference), 2);

            // It was off by 0.65 px on average. Worked at half the pixels, a tenth of a pixel there is half of that
            // here.
            assertThat(meanError(found)).isLessThan(0.05);
        }
    }

    @Test
    void noiseInPlaceOfTintLeavesTheMapNearlyAsItIs() {
        SplineSurface start = SplineSurface.sampled(NODES, PointPx::new);
        try (Textures reference = skinWith(texture(1));
                Textures photo = skinWith(texture(2))) {
            SplineSurface found = ANCHOR.anchored(start, photo, List.of(reference), 2);

            // Blobs of 2.5 px: some 1300 of them agree by chance to a few percent, which weighs next to nothing.
            assertThat(meanError(found)).isLessThan(0.15);
        }
    }

    @Test
    void aFourthRoundHasNothingLeftToDo() {
        AnchorSettings three = RegistrationSettings.defaults().anchor();
        var four = new AnchorSettings(three.shadeMm(), three.reduction(), three.rounds() + 1, three.robustFactor());
        SplineSurface pulled = SplineSurface.sampled(NODES, (x, y) -> new PointPx(x + 0.5, y - 0.4));
        try (Textures reference = skinWith(texture(1));
                Textures photo = skinWith(texture(1))) {
            double after3 = meanError(ANCHOR.anchored(pulled, photo, List.of(reference), 2));
            double after4 = meanError(
                    new TintAnchor(four, DenseSettings.defaults()).anchored(pulled, photo, List.of(reference), 2));

            assertThat(after3 - after4).isBetween(-0.02, 0.02);
        }
    }

    @Test
    void lightThatDidNotChangeLeavesTheMapExactlyAsItIs() {
        SplineSurface start = SplineSurface.sampled(NODES, (x, y) -> new PointPx(x + 1, y));
        try (Textures reference = skinWith(texture(1));
                Textures photo = skinWith(texture(1))) {
            assertThat(ANCHOR.anchored(start, photo, List.of(reference), 0)).isSameAs(start);
        }
    }

    @Test
    void skinAndSpotsHaveNoSay() {
        SplineSurface start = SplineSurface.sampled(NODES, PointPx::new);
        try (Textures reference = skinWith(texture(1));
                Textures photo = skinWith(texture(1));
                MatScope mats = new MatScope()) {
            photo.skin().setTo(Scalar.all(3));
            mats.own(texture(4)).copyTo(photo.spots());

            assertThat(meanError(ANCHOR.anchored(start, photo, List.of(reference), 2)))
                    .isLessThan(1e-3);
        }
    }

    private static double meanError(SplineSurface map) {
        double sum = 0;
        int count = 0;
        for (int y = 20; y < SIDE - 20; y += 20) {
            for (int x = 20; x < SIDE - 20; x += 20) {
                SplineSurface.Jet at = map.at(x, y);
                sum += Math.hypot(at.x() - x, at.y() - y);
                count++;
            }
        }
        return sum / count;
    }

    private static Textures skinWith(Mat tint) {
        Mat one = new Mat(SIDE, SIDE, CvType.CV_32FC1, Scalar.all(1));
        return new Textures(GRID, texture(3), one, texture(3), tint, one.clone());
    }

    /** CV_32FC1 smooth noise of mean 0 and deviation 1, blobs of some 2.5 px; handed over. */
    private static Mat texture(long seed) {
        Mat noise = new Mat(SIDE, SIDE, CvType.CV_32FC1);
        Core.setRNGSeed((int) seed);
        Core.randn(noise, 0, 1);
        Imgproc.GaussianBlur(noise, noise, new Size(0, 0), 2.5);
        Core.multiply(noise, Scalar.all(1 / (Core.norm(noise, Core.NORM_L2) / SIDE)), noise);
        return noise;
    }
}
