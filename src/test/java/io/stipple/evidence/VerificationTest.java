package io.stipple.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.CaseRecord;
import io.stipple.pipeline.AnalysisSettings;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import io.stipple.report.RecordJson;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each test tampers with a copy of one small analysed case and asks what is named. */
class VerificationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PHOTO = "session-1/top.jpg";

    @TempDir
    static Path keys;

    private static PublicKey clinic;

    private Path folder = Path.of("");

    @BeforeEach
    void copyAndSign(@TempDir Path place) throws Exception {
        folder = place.resolve("case");
        AnalysedCase.copyTo(folder);
        Path secret = keys.resolve("clinic.pem");
        if (!Files.exists(secret)) {
            clinic = ClinicKey.publicKey(ClinicKey.create(secret));
        }
        RecordSignature.sign(folder.resolve("stipple"), "Clinic", ClinicKey.privateKey(secret), Instant.now());
    }

    @Test
    void theSamePhotosGiveTheSameRecordBitForBit() throws Exception {
        Verification verified = verify(clinic, true);

        assertThat(verified.differences()).isEmpty();
        assertThat(verified.relativeTolerance()).isZero();
        assertThat(verified.signature().signer()).isEqualTo("Clinic");
    }

    @Test
    void aRecordIsAFunctionOfFilesAndSettings(@TempDir Path pictures) throws Exception {
        CaseRecord again = CaseAnalysis.record(folder, AnalysisSettings.defaults(), pictures, Progress.silent());

        Path written = pictures.resolve("record.json");
        RecordJson.write(again, written);
        assertThat(written).hasSameTextualContentAs(folder.resolve("stipple/record.json"));
    }

    @Test
    void anotherPhotoInItsPlaceIsNamed() throws Exception {
        Files.copy(folder.resolve("before/top.jpg"), folder.resolve(PHOTO), StandardCopyOption.REPLACE_EXISTING);

        assertNamed(PHOTO, "is not the file that was measured, it is the one that was measured as before/top.jpg");
    }

    @Test
    void onePixelIsNamed() throws Exception {
        Path file = folder.resolve(PHOTO);
        BufferedImage image = ImageIO.read(file.toFile());
        image.setRGB(100, 100, image.getRGB(100, 100) ^ 0xff);
        ImageIO.write(image, "jpg", file.toFile());

        assertNamed(PHOTO, "is not the file that was measured");
    }

    @Test
    void anotherDateInThePhotoIsNamed() throws Exception {
        Path file = folder.resolve(PHOTO);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).as("the phantom's photos carry their date").contains("2026:");
        Files.write(file, text.replace("2026:", "2025:").getBytes(StandardCharsets.ISO_8859_1));

        assertNamed(PHOTO, "is not the file that was measured, its EXIF date was 2026-");
    }

    @Test
    void aPhotoThatIsGoneIsNamed() throws Exception {
        Files.delete(folder.resolve(PHOTO));

        assertNamed(PHOTO, "is not there any more");
    }

    @Test
    void aPhotoThatWasPutThereLaterIsNamed() throws Exception {
        Files.copy(folder.resolve(PHOTO), folder.resolve("session-1/left.jpg"));

        assertNamed("session-1/left.jpg", "is in the case folder and does not stand in the record");
    }

    @Test
    void anOutlineExclusionOrNoteEditedLaterIsNamed() throws Exception {
        Path file = folder.resolve("case.yaml");
        String said = Files.readString(file);
        Files.writeString(file, said.replaceFirst("(?m)^skin: .*$", "skin: VI") + "\nexclude: [session-1/top.jpg]\n");

        assertThat(verify(clinic, false).differences())
                .extracting(Difference::toString)
                .anyMatch(line -> line.startsWith("case.yaml, skin: was ") && line.endsWith(" and is VI"))
                .contains("case.yaml, exclude: is session-1/top.jpg and was not given");
    }

    @Test
    void aReportOfAnotherRecordIsNamed() throws Exception {
        Path page = folder.resolve("stipple/report.html");
        String hash = verify(clinic, false).recordSha256();
        Files.writeString(page, Files.readString(page).replace(hash, "ab".repeat(32)));

        assertNamed("report.html", "is of another record: the one whose SHA-256 is abab");
    }

    @Test
    void editedFiguresSettingsAndOutlinesAreNamedEach() throws Exception {
        edit(record -> {
            ObjectNode row = row(record.get("measurements"), "session-1");
            ((ObjectNode) row.get("dots")).put("densityPerCm2", 99.5);
            ((ObjectNode) record.get("settings")).put("dots.dotSnr", "4.4");
            ArrayNode corner = (ArrayNode) record.get("views")
                    .get(0)
                    .get("regions")
                    .get(0)
                    .get("points")
                    .get(0);
            corner.set(0, 12.5);
        });

        List<Difference> differences = verify(null, true).differences();

        assertThat(differences).hasSize(5);
        assertThat(differences.get(0).toString()).startsWith("report.html: is of another record");
        assertThat(differences.get(1).toString()).startsWith("record.json: is not the record that was signed");
        assertThat(differences)
                .extracting(Difference::subject)
                .anySatisfy(subject -> assertThat(subject)
                        .matches("measurements\\[top, session-1/top.jpg, session-1, .*]\\.dots\\.densityPerCm2"));
        assertThat(differences).anySatisfy(one -> {
            assertThat(one.subject()).isEqualTo("settings.dots.dotSnr");
            assertThat(one.what()).isEqualTo("the record says \"4.4\", now it is \"4.5\"");
        });
        assertThat(differences)
                .extracting(Difference::subject)
                .anySatisfy(subject -> assertThat(subject).startsWith("views[top].regions["));
    }

    @Test
    void anotherValidRecordIsNotTheSignedOne() throws Exception {
        edit(record -> record.put("client", "C-2"));

        assertThat(verify(clinic, false).differences())
                .extracting(Difference::toString)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("report.html: is of another record"),
                        line -> assertThat(line).startsWith("record.json: is not the record that was signed"));
    }

    @Test
    void aSignatureFromAnotherKeyIsNamed() throws Exception {
        PublicKey other = ClinicKey.publicKey(ClinicKey.create(keys.resolve("other.pem")));

        assertThat(verify(other, false).differences()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(RecordSignature.FILE);
            assertThat(one.what()).contains("not made with this key");
        });
    }

    @Test
    void aKeyAsksForASignature() throws Exception {
        Files.delete(folder.resolve("stipple").resolve(RecordSignature.FILE));

        assertThat(verify(clinic, false).differences())
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("not signed"));
        assertThat(verify(null, false).differences()).isEmpty();
    }

    @Test
    void aFolderWithoutARecordIsNamed() {
        assertThatThrownBy(() -> Verification.of(folder, folder, null, null, false, Progress.silent()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("no record.json here");
    }

    private void assertNamed(String subject, String what) throws Exception {
        assertThat(verify(clinic, false).differences()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(subject);
            assertThat(one.what()).startsWith(what);
        });
    }

    private Verification verify(@Nullable PublicKey key, boolean again) throws Exception {
        return Verification.of(folder.resolve("stipple"), folder, key, null, again, Progress.silent());
    }

    private static ObjectNode row(JsonNode rows, String stage) {
        for (JsonNode row : rows) {
            if (row.get("stage").asString().equals(stage) && row.get("dots").isObject()) {
                return (ObjectNode) row;
            }
        }
        throw new AssertionError("no counted row of " + stage);
    }

    private interface Tampering {
        void with(ObjectNode record);
    }

    private void edit(Tampering tampering) throws IOException {
        Path file = folder.resolve("stipple/record.json");
        JsonNode root = JSON.readTree(Files.readString(file));
        tampering.with((ObjectNode) root.get("record"));
        Files.writeString(file, JSON.writeValueAsString(root));
    }
}
