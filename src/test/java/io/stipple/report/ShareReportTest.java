package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.CaseRecord;
import io.stipple.model.Consent;
import io.stipple.model.Outline;
import io.stipple.model.PhotoRow;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.ViewRecord;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody can tell from a shared page whose head it shows. */
class ShareReportTest {
    private static final int WIDTH = CaseFixture.PHOTO_WIDTH;
    private static final int HEIGHT = CaseFixture.PHOTO_HEIGHT;

    /** The pictures of this test are smaller than the photo by this. */
    private static final int REDUCED = 5;

    /** Scalp, and everything that must not be seen; far apart, so that one is not taken for the other. */
    private static final Color SCALP = new Color(0, 160, 0);

    private static final Color FACE = new Color(200, 0, 120);

    /** JPEG spreads an edge over the 16 px of a block with halved colours, and no farther. */
    private static final int JPEG_REACH = 16;

    @TempDir
    Path folder;

    private String html = "";

    @Test
    void withoutConsentNothingIsWrittenAndFileAndKeyAreNamed() {
        CaseRecord silent = record(Consent.NONE, view("top", true, square("frontal", 1000, 800, 2000, 1600)));

        assertThatThrownBy(() -> share(silent, true))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("case.yaml")
                .hasMessageContaining("consent: {marketing: yes}");
        assertThat(folder.resolve("share.html")).doesNotExist();
    }

    @Test
    void seenFromAboveOnlyTheHullOfTheRegionsIsLeft() throws IOException {
        Outline frontal = square("frontal", 1000, 800, 2000, 1200);
        Outline vertex = square("vertex", 1000, 1500, 2000, 1900);
        // All but the hull of both, with its margin of 2 % of 1100 px, is painted as a face.
        paint("top", 1000 - 22, 800 - 22, 2000 + 22, 1900 + 22);

        share(record(new Consent(true), view("top", true, frontal, vertex)), true);

        List<BufferedImage> shown = pictures();
        assertThat(shown).hasSize(2);
        for (BufferedImage picture : shown) {
            assertThat(faces(picture)).as("pixels of the face").isZero();
            assertThat(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2))
                    .as("the scalp between two regions")
                    .matches(ShareReportTest::isScalp);
        }
    }

    @Test
    void besideAFaceOnlyTheRegionsThemselvesAreLeftAndTheRestIsBlank() throws IOException {
        Outline left = square("left-temporal", 600, 1000, 1200, 1800);
        Outline right = square("right-temporal", 2400, 1000, 3000, 1800);
        paint("front", 0, 0, 0, 0);
        paintOver("front", 600 - 24, 1000 - 24, 1200 + 24, 1800 + 24);
        paintOver("front", 2400 - 24, 1000 - 24, 3000 + 24, 1800 + 24);

        share(
                record(new Consent(true), view("front", false, left, right, square("beard", 1400, 1200, 2200, 1800))),
                true);

        for (BufferedImage picture : pictures()) {
            assertThat(faces(picture)).as("pixels of the face").isZero();
            double scale = (double) picture.getWidth() / (3000 - 600 + 2 * 24);
            int middle = picture.getWidth() / 2;
            int reach = (int) (500 * scale) - JPEG_REACH;
            for (int x = middle - reach; x <= middle + reach; x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    assertThat(picture.getRGB(x, y) & 0xffffff)
                            .as("pixel " + x + ", " + y)
                            .isEqualTo(0xffffff);
                }
            }
        }
    }

    @Test
    void aViewWhoseScalpCannotBeToldIsLeftOutByName() throws IOException {
        ViewRecord top = view("top", true, square("frontal", 1000, 800, 2000, 1600));
        ViewRecord automatic = view("left", true, square("left-temporal", 1000, 800, 2000, 1600));
        ViewRecord unnamed = view("profile", false, square("scar-1", 1000, 800, 2000, 1600));
        ViewRecord untreated = view("back", false, square("reference", 1000, 800, 2000, 1600));
        for (String view : List.of("top", "left", "profile", "back")) {
            paint(view, 0, 0, WIDTH, HEIGHT);
        }

        List<String> leftOut = share(record(new Consent(true), top, automatic, unnamed, untreated), true);

        assertThat(leftOut).hasSize(3);
        assertThat(leftOut.get(0)).contains("left", "laid automatically", "case.yaml");
        assertThat(leftOut.get(1)).contains("profile", "says it is scalp");
        assertThat(leftOut.get(2)).contains("back", "no treated region");
        assertThat(pictures()).hasSize(2);
    }

    @Test
    void whereNothingCanBeShownNothingIsWritten() throws IOException {
        paint("left", 0, 0, WIDTH, HEIGHT);
        CaseRecord record = record(new Consent(true), view("left", true, square("vertex", 1000, 800, 2000, 1600)));

        assertThatThrownBy(() -> share(record, true)).hasMessageContaining("no view can be shown");
        assertThat(folder.resolve("share.html")).doesNotExist();
    }

    @Test
    void noNameNoFileNoHashNoCameraAndWithoutDatesNoDayIsInTheBytes() throws IOException {
        CaseRecord whole = new CaseFixture("Pseudonym-4711", 40).record();
        CaseFixture.drawPictures(whole, folder, 480);
        for (String aligned : whole.views().get(1).aligned().values()) {
            tag(folder.resolve(aligned));
        }

        share(whole, false);

        List<String> secrets = new ArrayList<>(List.of("Pseudonym-4711", "scar-1", "SMP grey", "3RL", "P1", "P2"));
        secrets.addAll(List.of("stipple-record", ".jpg", "sha256:", "SHA-256", folder.toString(), "home"));
        for (PhotoRow photo : whole.photos()) {
            secrets.add(String.valueOf(photo.sha256()));
            secrets.add(photo.photo());
            secrets.add(String.valueOf(photo.camera()));
        }
        for (StageInfo info : whole.stages()) {
            secrets.add(info.date() == null ? "2026-" : info.date().toString());
        }
        String text = withoutPictures(html);
        assertThat(secrets).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
        // Two or three letters stand in any JPEG by chance; what a secret begins with in an EXIF segment does not.
        String bytes = decoded(html);
        assertThat(secrets.stream().filter(secret -> secret.length() > 3 && bytes.contains(secret)))
                .isEmpty();
        assertThat(bytes.contains("Exif")).isFalse();
    }

    @Test
    void datesAreToldOnlyWhereTheyMayBe() throws IOException {
        CaseRecord whole = new CaseFixture("C-1", 40).record();
        CaseFixture.drawPictures(whole, folder, 480);

        share(whole, true);
        assertThat(html).contains("2026-01-03");
        share(whole, false);
        assertThat(html).doesNotContain("2026-");
    }

    @Test
    void everyFigureStandsWithItsInterval() throws IOException {
        CaseRecord whole = new CaseFixture("C-1", 40).record();
        CaseFixture.drawPictures(whole, folder, 480);

        share(whole, true);

        ShareRow row = ShareRow.of(whole, "top").get(0);
        assertThat(row.now().detail()).contains(" to ");
        assertThat(html).contains(row.now().text(), row.now().detail(), "95 % intervals");
    }

    private List<String> share(CaseRecord record, boolean dates) throws IOException {
        Path file = folder.resolve("share.html");
        List<String> leftOut = ShareReport.write(new FinishedCase(folder, record, "0".repeat(64)), dates, file);
        html = Files.readString(file);
        assertThat(withoutPictures(html).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("https?://");
        return leftOut;
    }

    private static String withoutPictures(String page) {
        return page.replaceAll("base64,[A-Za-z0-9+/=]+", "");
    }

    private static String decoded(String page) {
        StringBuilder bytes = new StringBuilder();
        Matcher data = Pattern.compile("base64,([A-Za-z0-9+/=]+)").matcher(page);
        while (data.find()) {
            bytes.append(new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.ISO_8859_1));
        }
        return bytes.toString();
    }

    private List<BufferedImage> pictures() throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        Matcher data = Pattern.compile("data:image/jpeg;base64,([^\"]+)").matcher(html);
        while (data.find()) {
            pictures.add(
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1)))));
        }
        return pictures;
    }

    /** Pixels nearer to the face's colour than to scalp or blank. */
    private static int faces(BufferedImage picture) {
        int faces = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                Color colour = new Color(picture.getRGB(x, y));
                boolean face =
                        distance(colour, FACE) < Math.min(distance(colour, SCALP), distance(colour, Color.WHITE));
                faces += face ? 1 : 0;
            }
        }
        return faces;
    }

    private static double distance(Color one, Color other) {
        return Math.hypot(
                Math.hypot(one.getRed() - other.getRed(), one.getGreen() - other.getGreen()),
                one.getBlue() - other.getBlue());
    }

    private static boolean isScalp(int rgb) {
        return distance(new Color(rgb), SCALP) < 30;
    }

    private void paint(String view, int left, int top, int right, int bottom) throws IOException {
        for (String stage : List.of("before", "result")) {
            BufferedImage picture = new BufferedImage(WIDTH / REDUCED, HEIGHT / REDUCED, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D ink = picture.createGraphics();
            ink.setColor(FACE);
            ink.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            ink.dispose();
            Path file = folder.resolve("aligned/" + view + "/" + stage + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        }
        paintOver(view, left, top, right, bottom);
    }

    private void paintOver(String view, int left, int top, int right, int bottom) throws IOException {
        for (String stage : List.of("before", "result")) {
            Path file = folder.resolve("aligned/" + view + "/" + stage + ".png");
            BufferedImage picture = ImageIO.read(file.toFile());
            Graphics2D ink = picture.createGraphics();
            ink.setColor(SCALP);
            // Whole pixels outwards: a pixel that is partly scalp is scalp.
            int x = Math.floorDiv(left, REDUCED);
            int y = Math.floorDiv(top, REDUCED);
            ink.fillRect(x, y, -Math.floorDiv(-right, REDUCED) - x, -Math.floorDiv(-bottom, REDUCED) - y);
            ink.dispose();
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    private static ViewRecord view(String name, boolean atlas, Outline... regions) {
        return new ViewRecord(
                name,
                Stage.BEFORE,
                List.of(regions),
                atlas,
                null,
                null,
                Map.of(),
                Map.of("before", "aligned/" + name + "/before.png", "result", "aligned/" + name + "/result.png"),
                Map.of(),
                Map.of());
    }

    private static Outline square(String name, double left, double top, double right, double bottom) {
        return new Outline(
                name,
                List.of(
                        new PointPx(left, top),
                        new PointPx(right, top),
                        new PointPx(right, bottom),
                        new PointPx(left, bottom)));
    }

    /** The fixture's visits and photos, with these views. */
    private static CaseRecord record(Consent consent, ViewRecord... views) {
        CaseRecord whole = new CaseFixture("C-1", 1).record();
        List<PhotoRow> photos = new ArrayList<>();
        for (ViewRecord view : views) {
            whole.photos().stream()
                    .filter(photo -> photo.view().equals("top"))
                    .map(photo -> of(photo, view.view()))
                    .forEach(photos::add);
        }
        return new CaseRecord(
                whole.client(),
                whole.skin(),
                consent,
                whole.stages(),
                photos,
                List.of(views),
                List.of(),
                List.of(),
                CaseFixture.nothingAssessed(),
                List.of(),
                whole.choices(),
                whole.settings(),
                whole.versions());
    }

    private static PhotoRow of(PhotoRow photo, String view) {
        return new PhotoRow(
                view,
                photo.stage(),
                photo.photo(),
                photo.date(),
                photo.sha256(),
                photo.widthPx(),
                photo.heightPx(),
                photo.pxPerMm(),
                photo.scaleGrade(),
                photo.sharpness(),
                photo.glarePct(),
                photo.registration(),
                photo.residualMm(),
                photo.overlapPct(),
                photo.verdict(),
                photo.reason(),
                photo.capturedAt(),
                photo.camera(),
                photo.rejected());
    }

    /** Puts an EXIF segment right after the JPEG's start, as a phone does. */
    private static void tag(Path jpeg) throws IOException {
        byte[] plain = Files.readAllBytes(jpeg);
        byte[] exif = "Exif\0\0GPS of the client's home".getBytes(StandardCharsets.ISO_8859_1);
        var tagged = new ByteArrayOutputStream();
        tagged.write(plain, 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        tagged.write(exif);
        tagged.write(plain, 2, plain.length - 2);
        Files.write(jpeg, tagged.toByteArray());
    }
}
