package io.stipple.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A store of a test's own, empty at first, and the way in that an attacker has. */
abstract class TestStore implements AutoCloseable {
    /** For {@link AppendingProcess}. */
    abstract String address();

    abstract LedgerStore store() throws LedgerException;

    abstract Connection raw() throws SQLException;

    @Override
    public void close() throws SQLException {}

    /** Runs statements past the ledger. */
    void attack(String... statements) throws SQLException {
        try (Connection raw = raw();
                Statement statement = raw.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Moves an entry, with its detail, under another number. */
    void renumber(long from, long to) throws SQLException {
        attack(
                "UPDATE ledger_entry SET seq = " + to + " WHERE seq = " + from,
                "UPDATE ledger_detail SET seq = " + to + " WHERE seq = " + from);
    }

    /** What an attacker who knows the form of the hashes does: works them out anew, each over the one before. */
    void reseal(long from, long to) throws SQLException {
        List<ChainRow> rows = new ArrayList<>();
        try (Connection raw = raw();
                Statement statement = raw.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + ChainRow.COLUMNS + " FROM ledger_entry e ORDER BY e.seq");
                PreparedStatement update = raw.prepareStatement(
                        "UPDATE ledger_entry SET previous_sha256 = ?, entry_sha256 = ? WHERE seq = ?")) {
            while (row.next()) {
                rows.add(ChainRow.from(row));
            }
            String before = Sha256.OF_NOTHING;
            for (ChainRow old : rows) {
                ChainRow resealed = ChainRow.sealed(old.seq(), old.at(), old.kind(), old.detailSha256(), before);
                boolean own = old.seq() >= from && old.seq() <= to;
                before = own ? resealed.entrySha256() : old.entrySha256();
                if (own) {
                    update.setString(1, resealed.previousSha256());
                    update.setString(2, resealed.entrySha256());
                    update.setLong(3, old.seq());
                    update.executeUpdate();
                }
            }
        }
    }

    List<String> column(String query) throws SQLException {
        try (Connection raw = raw();
                Statement statement = raw.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    static TestStore sqlite(Path folder) {
        return new TestStore() {
            @Override
            String address() {
                return folder.resolve("stipple.db").toString();
            }

            @Override
            LedgerStore store() {
                return LedgerStore.embedded(Path.of(address()));
            }

            @Override
            Connection raw() throws SQLException {
                return DriverManager.getConnection("jdbc:sqlite:" + address());
            }
        };
    }

    /** A schema on the server of the environment; the test skips and says so where there is none. */
    static TestStore postgres() {
        return new Postgres();
    }

    private static final class Postgres extends TestStore {
        private static final AtomicInteger COUNT = new AtomicInteger();

        private final Map<String, String> environment = System.getenv();
        private final String schema = "stipple_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        private final String server = String.valueOf(environment.get("STIPPLE_TEST_POSTGRES"));

        Postgres() {
            Assumptions.assumeTrue(
                    environment.containsKey("STIPPLE_TEST_POSTGRES"),
                    "no PostgreSQL to test on: `apt install postgresql`, then set STIPPLE_TEST_POSTGRES to"
                            + " jdbc:postgresql://host/database with STIPPLE_STORE_USER and STIPPLE_STORE_PASSWORD,"
                            + " as .ci/run does");
        }

        @Override
        String address() {
            return server + "?currentSchema=" + schema;
        }

        @Override
        LedgerStore store() throws LedgerException {
            return LedgerStore.server(address(), Credentials.from(environment, null));
        }

        @Override
        Connection raw() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", environment.getOrDefault(Credentials.USER, "postgres"));
            properties.setProperty("password", environment.getOrDefault(Credentials.PASSWORD, ""));
            return DriverManager.getConnection(address(), properties);
        }

        @Override
        public void close() throws SQLException {
            attack("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        }
    }
}
