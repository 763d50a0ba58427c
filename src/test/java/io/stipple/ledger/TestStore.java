package io.stipple.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
