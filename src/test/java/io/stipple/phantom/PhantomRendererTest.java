package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import io.stipple.model.PointPx;
import io.stipple.opencv.Srgb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

class PhantomRendererTest {
    // Small and short, for speed: 0.4 MP, three stages.
    private static final PhantomSettings SMALL =
            PhantomSettings.defaults().withSeed(3).withMegapixels(0.4).withStages(3);

    @TempDir
    static Path folder;

    private static PhantomTruth truth;

    @BeforeAll
    static void render() throws IOException {
        truth = PhantomRenderer.render(SMALL, folder.resolve("one"), name -> {});
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        PhantomRenderer.render(SMALL, folder.resolve("two"), name -> {});
        for (String file : List.of("case.yaml", "before/top.jpg", "session-1/top.jpg", "truth.json.gz")) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void aRulerIsReadWithAnErrorAndTheTruthKnowsNoneOfIt() throws IOException {
        PhantomRenderer.render(SMALL.withStages(1).withStress(Stress.RULER), folder.resolve("ruler"), name -> {});
        double exact = truth.reference("top").pxPerMm();

        assertThat(statedScale("one")).isCloseTo(exact, within(5e-5)); // four decimals
        // One draw of a normal of 1 %: beyond 4 % it would be another error.
        assertThat(statedScale("ruler") / exact).isNotCloseTo(1, within(1e-4)).isCloseTo(1, within(0.04));
        assertThat(PhantomTruth.read(folder.resolve("ruler")).reference("top").pxPerMm())
                .isEqualTo(exact);
    }

    private static double statedScale(String name) throws IOException {
        String yaml = Files.readString(folder.resolve(name).resolve("case.yaml"));
        return Double.parseDouble(yaml.replaceAll("(?s).*pxPerMm: ([0-9.]+)}.*", "$1"));
    }

    @Test
    void truthReadsBackAsWritten() throws IOException {
        PhantomTruth read = PhantomTruth.read(folder.resolve("one"));
        assertThat(read.stages()).isEqualTo(truth.stages());
        PhotoTruth photo = read.photo("top", "session-1");
        assertThat(photo.dotCentre(100))
                .isEqualTo(truth.photo("top", "session-1").dotCentre(100));
        assertThat(read.regions("top")).isEqualTo(truth.regions("top"));
    }

    @Test
    void mapAgreesWithTheDotsThemselves() {
        PhotoTruth reference = truth.reference("top");
        PhotoTruth photo = truth.photo("top", "session-1-settled");
        int compared = 0;
        for (int dot = 0; dot < photo.dotCount(); dot++) {
            if (reference.dotCosine(dot) < 0.5) {
                continue;
            }
            PointPx from = reference.dotCentre(dot);
            PointPx to = photo.referenceToPhoto(from.x(), from.y()).orElseThrow();
            // What the map promises: cubic interpolation to 0.02 px, plus rounding of centres to 0.001 px.
            assertThat(to.distanceTo(photo.dotCentre(dot))).isLessThan(0.02);
            compared++;
        }
        assertThat(compared).isGreaterThan(2000);
    }

    @Test
    void mapTurnsAround() {
        PhotoTruth photo = truth.photo("top", "session-1");
        PointPx from = new PointPx(420.3, 310.7);
        PointPx to = photo.referenceToPhoto(from.x(), from.y()).orElseThrow();
        Optional<PointPx> back = photo.photoToReference(to.x(), to.y());
        // Newton stops at a ten-thousandth of a pixel.
        assertThat(back.orElseThrow().distanceTo(from)).isLessThan(1e-3);
    }

    @Test
    void photosCarryWhatAPhoneWrites() throws Exception {
        var metadata = ImageMetadataReader.readMetadata(
                folder.resolve("one/session-1/top.jpg").toFile());
        var camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        assertThat(camera.getInt(ExifSubIFDDirectory.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH))
                .isEqualTo(26);
        assertThat(camera.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)).startsWith("2026:");
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(main.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(1);
    }

    @Test
    void perfectAnalysisScoresFullMarksAndAShiftedOneLess() throws IOException {
        CheckResult perfect = PhantomCheck.check(truth, AnalysisOfTruth.write(truth, folder.resolve("perfect"), 0, 0));
        CheckResult shifted =
                PhantomCheck.check(truth, AnalysisOfTruth.write(truth, folder.resolve("shifted"), 0.8, 0.8));
        CheckResult mislaid =
                PhantomCheck.check(truth, AnalysisOfTruth.write(truth, folder.resolve("mislaid"), 0, 0.8));
        for (int i = 1; i < perfect.detection().size(); i++) {
            assertThat(perfect.detection().get(i).f1()).isEqualTo(1.0);
            // Rounded to a thousandth of a pixel.
            assertThat(perfect.detection().get(i).centrePx()).isCloseTo(0, within(1e-3));
            assertThat(perfect.positions().get(i).medianMm()).isCloseTo(0, within(1e-3));
            // Shifted by 0.8 px in the photo and again on the reference: at like scale the map itself is right.
            assertThat(shifted.positions().get(i).medianMm()).isLessThan(0.08);
            // 0.8 px of some 2.6 px/mm, longer where the scalp turns away.
            assertThat(mislaid.positions().get(i).medianMm()).isBetween(0.25, 0.45);
            assertThat(shifted.detection().get(i).centrePx()).isCloseTo(0.8, within(0.01));
        }
        assertThat(new ArrayList<>(perfect.errors("density"))).allMatch(error -> error < 1e-6);
        assertThat(perfect.errors("retained")).isNotEmpty().allMatch(error -> error < 1e-6);
        assertThat(perfect.figures()).filteredOn(FigureScore::bounded).allMatch(FigureScore::covers);
        assertThat(perfect.table()).contains("session-1-settled").contains("retained");
    }

    @Test
    void pigmentOfTheRenderedPhotoIsTheTruth() throws IOException {
        PhantomSettings plain =
                SMALL.withStages(1).withPhotoNoise(false).withMegapixels(0.9).withStress(Stress.UNCHANGED_DOTS);
        PhantomTruth dotted = PhantomRenderer.render(plain, folder.resolve("dotted"), name -> {});
        PhantomRenderer.render(plain.withDensity(0), folder.resolve("undotted"), name -> {});
        float[] with = green(folder.resolve("dotted/before/top.jpg"));
        float[] without = green(folder.resolve("undotted/before/top.jpg"));
        PhotoTruth photo = dotted.reference("top");
        ReferenceScalp scalp = dotted.scalp("top");
        for (RegionTruth region : dotted.regions("top")) {
            PreparedGeometry inside = RegionOutlines.prepared(region.outline());
            double sum = 0;
            for (int i = 0; i < with.length; i++) {
                int x = i % photo.widthPx();
                int y = i / photo.widthPx();
                if (RegionOutlines.contains(inside, x, y)) {
                    sum += Math.log(without[i] / with[i]) * scalp.mm2PerPx(x, y);
                }
            }
            DotTruth is = region.at(photo);
            // Gloss lies over the pigment and hair covers it, some per cent of it; and blurred light weighs a dark
            // spot a little less than its density. Nothing may add to it but rounding of coded light.
            assertThat(sum / (is.dots() * is.pigmentMm2()))
                    .as(region.outline().name())
                    .isBetween(0.85, 1.02);
        }
    }

    private static float[] green(Path jpeg) {
        Mat coded = Imgcodecs.imread(jpeg.toString());
        byte[] values = new byte[3 * coded.rows() * coded.cols()];
        coded.get(0, 0, values);
        coded.release();
        float[] light = Srgb.linearOf8Bit();
        float[] green = new float[values.length / 3];
        for (int i = 0; i < green.length; i++) {
            green[i] = light[values[3 * i + 1] & 0xFF];
        }
        return green;
    }

    @Test
    void untreatedHeadHasNoDots() throws IOException {
        PhantomTruth bare = PhantomRenderer.render(
                SMALL.withStages(1).withStress(Stress.UNCHANGED), folder.resolve("bare"), name -> {});
        assertThat(bare.reference("top").dotCount()).isZero();
        assertThat(folder.resolve("bare/before/top.jpg")).exists();
    }
}
