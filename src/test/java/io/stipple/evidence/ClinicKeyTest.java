package io.stipple.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicKeyTest {
    @Test
    void theKeysOfTheStandardAreRead(@TempDir Path folder) throws Exception {
        // RFC 8410, section 10.3 and 10.1: the same pair, as OpenSSL writes it.
        Path secret = Files.writeString(folder.resolve("clinic.pem"), """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
                -----END PRIVATE KEY-----
                """);
        Path open = Files.writeString(folder.resolve("clinic.pem.pub"), """
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
                -----END PUBLIC KEY-----
                """);
        Files.writeString(folder.resolve("record.json"), "{}");

        RecordSignature made = RecordSignature.sign(folder, "", ClinicKey.privateKey(secret), java.time.Instant.EPOCH);

        assertThat(made.isBy(ClinicKey.publicKey(open))).isTrue();
    }

    @Test
    void aNewPairIsReadBackAndNeverOverwritten(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("clinic.pem");

        Path open = ClinicKey.create(secret);

        assertThat(ClinicKey.privateKey(secret).getAlgorithm()).isEqualTo("EdDSA");
        assertThat(ClinicKey.publicKey(open).getAlgorithm()).isEqualTo("EdDSA");
        byte[] before = Files.readAllBytes(secret);
        assertThatThrownBy(() -> ClinicKey.create(secret))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("never overwritten");
        assertThat(Files.readAllBytes(secret)).isEqualTo(before);
    }

    @Test
    void theSecretIsItsOwnersAlone(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "this file system knows no owners, so their rights cannot be tested");
        Path secret = folder.resolve("clinic.pem");

        ClinicKey.create(secret);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyOfAnotherKindIsNamed(@TempDir Path folder) throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        String encoded = Base64.getEncoder()
                .encodeToString(curve.generateKeyPair().getPublic().getEncoded());
        Path other = Files.writeString(
                folder.resolve("other.pub"), "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");

        assertThatThrownBy(() -> ClinicKey.publicKey(other)).hasMessageContaining("Ed25519");
        assertThatThrownBy(() -> ClinicKey.privateKey(other)).hasMessageContaining("PRIVATE KEY");
        assertThatThrownBy(() -> ClinicKey.publicKey(folder.resolve("none"))).hasMessageContaining("there is no key");
    }
}
