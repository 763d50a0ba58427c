package io.stipple.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.ledger.LedgerStore;
import io.stipple.pipeline.Progress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Three cases stand in a ledger; what is done to it, or past it, is named when the second is verified. */
class LedgerDifferencesTest {
    private static final List<String> CASES = List.of("client-1", "client-2", "client-3");

    @TempDir
    Path root;

    @BeforeEach
    void enterThreeCases() throws Exception {
        try (CaseLedger ledger = open()) {
            for (String name : CASES) {
                Path folder = root.resolve(name);
                AnalysedCase.copyTo(folder, name);
                // It shows the hash of the record before the pseudonym was changed.
                Files.delete(folder.resolve("stipple/report.html"));
                ledger.enter(folder, folder.resolve("stipple"), null);
            }
        }
    }

    @Test
    void whatNobodyTouchedIsInOrder() throws Exception {
        assertThat(differences()).isEmpty();
    }

    @Test
    void anotherValidRecordInItsPlaceIsNamed() throws Exception {
        // With its receipt, as somebody would who knows of it.
        for (String file : List.of("record.json", RecordReceipt.FILE)) {
            Files.copy(
                    root.resolve("client-3/stipple").resolve(file),
                    root.resolve("client-2/stipple").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(differences())
                .anyMatch(line ->
                        line.equals("record.ledger.json: is of client-3, and this case is client-2 in the ledger"))
                .anyMatch(
                        line -> line.startsWith(
                                "record.json: is not the record that the ledger holds as the latest of this case, entry 2 of "));
    }

    @Test
    void anEarlierRecordPutBackIsNamed() throws Exception {
        Path folder = root.resolve("client-2");
        Path kept = root.resolve("kept");
        AnalysedCase.copy(folder.resolve("stipple"), kept);
        rename(folder.resolve("stipple/record.json"), "client-2b");
        try (CaseLedger ledger = open()) {
            ledger.enter(folder, folder.resolve("stipple"), null);
        }
        for (String file : List.of("record.json", RecordReceipt.FILE)) {
            Files.copy(
                    kept.resolve(file), folder.resolve("stipple").resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("record.json: is not the record that the ledger holds as the latest of this case, entry 4");
    }

    @Test
    void aDeletedEntryIsNamed() throws Exception {
        attack("DELETE FROM ledger_entry WHERE seq = 2", "DELETE FROM ledger_detail WHERE seq = 2");

        assertThat(differences())
                .anyMatch(line -> line.startsWith("ledger: ") && line.contains("2") && line.contains("missing"))
                .contains("ledger: has no entry of client-2");
    }

    @Test
    void entriesInAnotherOrderAreNamed() throws Exception {
        for (String table : List.of("ledger_entry", "ledger_detail")) {
            attack(
                    "UPDATE " + table + " SET seq = 99 WHERE seq = 1",
                    "UPDATE " + table + " SET seq = 1 WHERE seq = 2",
                    "UPDATE " + table + " SET seq = 2 WHERE seq = 99");
        }

        assertThat(differences())
                .anyMatch(line -> line.startsWith("ledger: ") && line.contains("entry 1 "))
                .anyMatch(line -> line.startsWith("ledger: ") && line.contains("entry 2 "));
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        attack("UPDATE ledger_entry SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 2");
        attack("UPDATE ledger_detail SET subject = 'client-9' WHERE seq = 3");

        assertThat(differences())
                .anyMatch(line -> line.startsWith("ledger: ") && line.contains("entry 2 "))
                .anyMatch(line -> line.startsWith("ledger: the detail of entry 3 is not the one"));
    }

    @Test
    void anEntryAppendedWithAnOldDateIsNamed() throws Exception {
        // As Stipple itself would write it, but for the date: hash and link are right.
        String detail = "{}";
        String detailHash = hash("stipple-ledger-detail-1", "salt", "client-9", "identity", detail);
        String previous = value("SELECT entry_sha256 FROM ledger_entry WHERE seq = 3");
        String at = "2026-01-01T00:00:00.000Z";
        String entry = hash("stipple-ledger-entry-1", "4", at, "analysed", detailHash, previous);
        attack(
                "INSERT INTO ledger_entry VALUES (4, '" + at + "', 'analysed', '" + detailHash + "', '" + previous
                        + "', '" + entry + "')",
                "INSERT INTO ledger_detail VALUES (4, 'client-9', 'identity', 'salt', '" + detail + "')");

        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("ledger: entry 4 is dated 2026-01-01T00:00:00.000Z, before entry 3 of ");
    }

    @Test
    void theNewestEntryCutOffIsCaughtByTheReceipt() throws Exception {
        attack("DELETE FROM ledger_entry WHERE seq > 1", "DELETE FROM ledger_detail WHERE seq > 1");

        assertThat(differences())
                .containsExactly(
                        "ledger, entry 2: is not the one that the record has a receipt for: the ledger was cut, changed"
                                + " or written anew",
                        "ledger: has no entry of client-2");
    }

    @Test
    void aRecordThatWasNeverEnteredIsNamed() throws Exception {
        Files.delete(root.resolve("client-2/stipple").resolve(RecordReceipt.FILE));

        assertThat(differences()).singleElement().asString().startsWith("record.ledger.json: is not there");
    }

    private List<String> differences() throws Exception {
        Path folder = root.resolve("client-2");
        try (CaseLedger ledger = open()) {
            return Verification.of(folder.resolve("stipple"), folder, null, ledger, false, Progress.silent())
                    .differences()
                    .stream()
                    .map(Difference::toString)
                    .toList();
        }
    }

    private CaseLedger open() throws Exception {
        return CaseLedger.open(LedgerStore.embedded(root.resolve(CaseLedger.FILE)), root, "");
    }

    private static void rename(Path record, String client) throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode whole = json.readTree(Files.readString(record));
        ((ObjectNode) whole.get("record")).put("client", client);
        Files.writeString(record, json.writeValueAsString(whole));
    }

    /** As the ledger hashes texts: each with the number of its bytes in front. */
    private static String hash(String... texts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String value(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve(CaseLedger.FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getString(1);
        }
    }

    private void attack(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve(CaseLedger.FILE));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
