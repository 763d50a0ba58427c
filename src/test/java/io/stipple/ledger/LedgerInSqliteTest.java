package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in a file of its own. */
class LedgerInSqliteTest {
    @Nested
    class Book extends LedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.sqlite(folder);
        }
    }

    @Nested
    class Tampered extends TamperingContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.sqlite(folder);
        }
    }

    @Nested
    class Shared extends SharedLedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.sqlite(folder);
        }
    }

    @Nested
    class Large extends LargeLedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.sqlite(folder);
        }
    }

    @Test
    void forgottenPseudonymsAreInNoByteOfTheFiles(@TempDir Path folder) throws LedgerException, IOException {
        List<String> half = new ArrayList<>();
        try (Ledger ledger = Ledger.open(TestStore.sqlite(folder).store())) {
            // Enough for pages to be split many times over, which leaves copies behind.
            for (int i = 0; i < 1500; i++) {
                String subject = "pseudonym-" + (i * 7919) % 1500;
                ledger.appendIfNew(
                        "analysed", subject, "identity-of-" + subject, "{\"photo\":\"photo-of-" + subject + "\"}");
                ledger.remember(subject, List.of(LedgerContract.file("top-of-" + subject + ".jpg", i)));
                if (i % 2 == 0) {
                    half.add(subject);
                }
            }
            assertThat(bytes(folder)).contains("of-" + half.get(0));

            ledger.forget(half);

            String all = bytes(folder);
            assertThat(half).noneMatch(subject -> all.contains(subject + ".jpg") || all.contains(subject + "\""));
            assertThat(all).contains("photo-of-pseudonym-1\"");
            assertThat(ledger.faults()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoLedgerIsLeftAloneAndNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stipple.db"), "not a database at all, but a text of some length");

        assertThatThrownBy(() -> Ledger.open(LedgerStore.embedded(file)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("not a database at all, but a text of some length");
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("nowhere/stipple.db");

        assertThatThrownBy(() -> Ledger.open(LedgerStore.embedded(file)))
                .isInstanceOf(LedgerException.class)
                .hasMessage("there is no folder for the ledger " + file);
    }

    private static String bytes(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
