package io.stipple.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSignatureTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @TempDir
    Path output;

    @TempDir
    Path keys;

    private PrivateKey secret;
    private PublicKey open;

    @BeforeEach
    void aRecordAndAKey() throws Exception {
        Files.writeString(output.resolve("record.json"), "{\"a\": 1}");
        Path file = keys.resolve("clinic.pem");
        open = ClinicKey.publicKey(ClinicKey.create(file));
        secret = ClinicKey.privateKey(file);
    }

    @Test
    void whatWasSignedIsReadBackAndProves() throws Exception {
        RecordSignature made = RecordSignature.sign(output, "Clinic Ü", secret, NOON);

        RecordSignature read = RecordSignature.in(output).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.isBy(open)).isTrue();
        assertThat(read.signer()).isEqualTo("Clinic Ü");
        assertThat(read.signedAt()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void whoWhenAndWhatCannotBeChangedLater() throws Exception {
        RecordSignature made = RecordSignature.sign(output, "Clinic", secret, NOON);

        assertThat(with(made, made.recordSha256(), "Other", made.signedAt()).isBy(open))
                .isFalse();
        assertThat(with(made, made.recordSha256(), "Clinic", "2025-03-01T12:00:00Z")
                        .isBy(open))
                .isFalse();
        assertThat(with(made, "0".repeat(64), "Clinic", made.signedAt()).isBy(open))
                .isFalse();
        assertThat(new RecordSignature(made.format(), made.recordSha256(), "Clinic", made.signedAt(), "!").isBy(open))
                .isFalse();
    }

    @Test
    void anotherKeyIsNotThisOne() throws Exception {
        RecordSignature made = RecordSignature.sign(output, "Clinic", secret, NOON);
        PublicKey other = ClinicKey.publicKey(ClinicKey.create(keys.resolve("other.pem")));

        assertThat(made.isBy(other)).isFalse();
    }

    @Test
    void aFolderWithoutASignatureHasNoneAndABrokenOneIsNamed() throws Exception {
        assertThat(RecordSignature.in(output)).isEmpty();

        Files.writeString(output.resolve(RecordSignature.FILE), "{\"format\": 1");
        assertThatThrownBy(() -> RecordSignature.in(output))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining(RecordSignature.FILE);
    }

    @Test
    void withoutARecordThereIsNothingToSign() throws Exception {
        Files.delete(output.resolve("record.json"));

        assertThatThrownBy(() -> RecordSignature.sign(output, "Clinic", secret, NOON))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("record.json");
    }

    @Test
    void aRecordThatIsNoJsonIsNotSigned() throws Exception {
        Files.writeString(output.resolve("record.json"), "{\"a\": ");

        assertThatThrownBy(() -> RecordSignature.sign(output, "Clinic", secret, NOON))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("cannot be read");
        assertThat(RecordSignature.in(output)).isEmpty();
    }

    private static RecordSignature with(RecordSignature made, String hash, String signer, String time) {
        return new RecordSignature(made.format(), hash, signer, time, made.signature());
    }
}
