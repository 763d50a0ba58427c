package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a ledger may be kept and where its password may come from; nothing here needs a server. */
class LedgerStoreTest {
    private static final Credentials NONE = new Credentials(null, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/clinic?password=s3cret",
                "jdbc:postgresql://host/clinic?user=a&PASSWORD=s3cret",
                "jdbc:postgresql://host/clinic?sslmode=require&sslpassword=s3cret",
                "jdbc:postgresql://user:s3cret@host/clinic",
                "jdbc:mysql://user:s3cret@host/clinic",
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> LedgerStore.server(url, NONE))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("STIPPLE_STORE_PASSWORD in the environment or in a file")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://host/clinic?pwd=s3cret", "stipple.db", "postgresql://host/clinic"})
    void anotherKindOfStoreIsRefused(String url) {
        assertThatThrownBy(() -> LedgerStore.server(url, NONE))
                .isInstanceOf(LedgerException.class)
                .hasMessage("the store's URL is not of the form jdbc:postgresql://host/database");
    }

    @Test
    void aSchemaIsOneName() {
        assertThatThrownBy(() -> LedgerStore.server("jdbc:postgresql://host/clinic?currentSchema=a,b", NONE))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("currentSchema is to be one name");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutThePassword() throws LedgerException {
        // Port 1 of this machine: nothing listens there.
        LedgerStore nowhere =
                LedgerStore.server("jdbc:postgresql://127.0.0.1:1/clinic", new Credentials("anna", "s3cret"));

        assertThatThrownBy(() -> Ledger.open(nowhere))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/clinic (schema stipple)")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void thePasswordComesFromTheEnvironmentOrFromAFile(@TempDir Path folder) throws LedgerException, IOException {
        Map<String, String> environment = Map.of("STIPPLE_STORE_USER", "anna", "STIPPLE_STORE_PASSWORD", "s3cret");
        Path file = Files.writeString(folder.resolve("password"), "from file \r\nand a note\n");

        assertThat(Credentials.from(environment, null)).isEqualTo(new Credentials("anna", "s3cret"));
        assertThat(Credentials.from(environment, file)).isEqualTo(new Credentials("anna", "from file "));
        assertThat(Credentials.from(Map.of(), null)).isEqualTo(NONE);
        assertThat(Credentials.from(environment, null)).hasToString("Credentials[user=anna, password=given]");
    }

    @Test
    void aPasswordFileThatIsEmptyOrMissingIsNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> Credentials.from(Map.of(), empty))
                .isInstanceOf(LedgerException.class)
                .hasMessage("no password in the first line of " + empty);
        assertThatThrownBy(() -> Credentials.from(Map.of(), folder.resolve("missing")))
                .isInstanceOf(LedgerException.class)
                .hasMessage("the password file cannot be read: " + folder.resolve("missing"));
    }
}
