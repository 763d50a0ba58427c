package io.stipple.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class HeadFinderTest {
    private static final Ellipse MIDDLE = new Ellipse(590, 460, 260, 330, 0.15);
    // Rim known to one reduced px of 2.5 px around an ellipse of 260 × 330 px: 2 × 2.5/295 of the area; twice that
    // where
    // skin at the rim is as dark as the noise.
    private static final double SAME_PLACE = 0.965;

    private final HeadFinder finder = new HeadFinder(HeadSettings.defaults());

    @ParameterizedTest(name = "skin {0}")
    @CsvSource({
        "I,   0.62, 0.43, 0.34",
        "II,  0.55, 0.36, 0.27",
        "III, 0.46, 0.28, 0.20",
        "IV,  0.34, 0.19, 0.12",
        "V,   0.19, 0.10, 0.065",
        "VI,  0.09, 0.05, 0.035"
    })
    void findsEverySkinInAGreyRoom(String type, double red, double green, double blue) throws NoHeadException {
        try (LinearImage photo = PaintedPhoto.room(0.3, 0.31, 0.33)
                        .head(MIDDLE, red, green, blue)
                        .taken();
                Head head = finder.find(photo)) {
            assertThat(overlap(head, MIDDLE)).as("skin " + type).isGreaterThan(SAME_PLACE);
            assertThat(head.cutOff()).isFalse();
        }
    }

    @ParameterizedTest(name = "red × {0}, blue × {1}")
    @CsvSource({"1.3, 0.7", "0.85, 1.25"})
    void whiteBalanceDoesNotMatter(double redGain, double blueGain) throws NoHeadException {
        try (LinearImage photo = PaintedPhoto.room(0.3, 0.31, 0.33)
                        .head(MIDDLE, 0.46, 0.28, 0.20)
                        .balanced(redGain, blueGain)
                        .taken();
                Head head = finder.find(photo)) {
            assertThat(overlap(head, MIDDLE)).isGreaterThan(SAME_PLACE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "beige wall, 0.60, 0.50, 0.40, false",
        "wooden boards, 0.40, 0.23, 0.12, true",
        "black cloth, 0.02, 0.02, 0.02, false",
        "white tiles, 0.85, 0.86, 0.85, true"
    })
    void findsTheHeadInFrontOf(String room, double red, double green, double blue, boolean boards)
            throws NoHeadException {
        PaintedPhoto painted = PaintedPhoto.room(red, green, blue);
        if (boards) {
            painted.boards();
        }
        try (LinearImage photo = painted.head(MIDDLE, 0.5, 0.31, 0.22).taken();
                Head head = finder.find(photo)) {
            assertThat(overlap(head, MIDDLE)).as(room).isGreaterThan(SAME_PLACE);
        }
    }

    @Test
    void earsAndCapeDoNotPullAtTheSkull() throws NoHeadException {
        try (LinearImage photo = PaintedPhoto.room(0.3, 0.31, 0.33)
                        .ellipse(590, 900, 500, 170, 0.02, 0.02, 0.02)
                        .ellipse(325, 470, 30, 55, 0.5, 0.29, 0.21)
                        .ellipse(855, 470, 30, 55, 0.5, 0.29, 0.21)
                        .head(MIDDLE, 0.46, 0.28, 0.20)
                        .ellipse(560, 330, 50, 40, 0.95, 0.95, 0.95)
                        .taken();
                Head head = finder.find(photo)) {
            Ellipse skull = head.skull(SkullView.ABOVE).orElseThrow();
            // 1 % of the radius is a third of what skulls differ from an ellipse.
            assertThat(Math.min(skull.a(), skull.b())).isBetween(0.99 * 260, 1.01 * 260);
            assertThat(Math.max(skull.a(), skull.b())).isBetween(0.99 * 330, 1.01 * 330);
        }
    }

    @Test
    void aHeadPartlyOutsideThePhotoKeepsItsShape() throws NoHeadException {
        Ellipse low = new Ellipse(600, 700, 300, 380, 0.1);
        try (LinearImage photo = PaintedPhoto.room(0.3, 0.31, 0.33)
                        .head(low, 0.46, 0.28, 0.20)
                        .taken();
                Head head = finder.find(photo)) {
            Ellipse skull = head.skull(SkullView.ABOVE).orElseThrow();
            assertThat(head.cutOff()).isTrue();
            assertThat(overlap(head, low)).isGreaterThan(SAME_PLACE);
            // A third of the rim is missing: the axes are known to about 2 %.
            assertThat(skull.meanRadius()).isBetween(0.98 * low.meanRadius(), 1.02 * low.meanRadius());
        }
    }

    @Test
    void scalpMayFillThePhoto() throws NoHeadException {
        try (LinearImage photo = PaintedPhoto.room(0.46, 0.28, 0.20)
                        .blotches(20, 0.15, 3)
                        .taken();
                Head head = finder.find(photo)) {
            assertThat(head.fillsFrame()).isTrue();
            assertThat(head.mask().areaPx()).isEqualTo(PaintedPhoto.WIDTH * PaintedPhoto.HEIGHT);
        }
    }

    @Test
    void aGreyWallHasNoHead() {
        refuses(PaintedPhoto.room(0.5, 0.5, 0.48));
    }

    @Test
    void aPageOfTextHasNoHead() {
        refuses(PaintedPhoto.room(0.85, 0.84, 0.80).text(0.03, 0.03, 0.03));
    }

    @Test
    void aLandscapeHasNoHead() {
        refuses(PaintedPhoto.room(0.25, 0.40, 0.75).rectangle(0, 500, 1200, 400, 0.10, 0.20, 0.05));
    }

    @Test
    void aLeatherChairHasNoHead() {
        refuses(PaintedPhoto.room(0.4, 0.4, 0.42)
                .rectangle(350, 150, 500, 450, 0.25, 0.13, 0.08)
                .rectangle(300, 560, 620, 150, 0.25, 0.13, 0.08)
                .rectangle(330, 700, 60, 200, 0.25, 0.13, 0.08)
                .rectangle(830, 700, 60, 200, 0.25, 0.13, 0.08));
    }

    private void refuses(PaintedPhoto painted) {
        try (LinearImage photo = painted.taken()) {
            assertThatThrownBy(() -> finder.find(photo).close())
                    .isInstanceOf(NoHeadException.class)
                    .hasMessageMatching(".*[0-9].*|nothing stands out.*");
        }
    }

    /** Intersection over union with the painted ellipse inside the photo. */
    private static double overlap(Head head, Ellipse e) {
        try (MatScope mats = new MatScope()) {
            Mat truth = mats.mat(head.mask().pixels().size(), CvType.CV_8UC1, Scalar.all(0));
            Size axes = new Size(e.a(), e.b());
            Imgproc.ellipse(
                    truth, new Point(e.x(), e.y()), axes, Math.toDegrees(e.turnRad()), 0, 360, Scalar.all(255), -1);
            Mat both = mats.mat();
            Core.bitwise_and(truth, head.mask().pixels(), both);
            double shared = Core.countNonZero(both);
            return shared / (Core.countNonZero(truth) + head.mask().areaPx() - shared);
        }
    }
}
