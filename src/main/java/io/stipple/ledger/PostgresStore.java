package io.stipple.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** A ledger on a server, for all machines of a clinic. */
final class PostgresStore extends LedgerStore {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String OWN_SCHEMA = "stipple";
    private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&]*)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern SECRET = Pattern.compile("[?&][a-z]*password=|@");

    /** Whoever makes tables holds it: "stipple" in ASCII. */
    private static final long MAKING_TABLES = 0x73746970706c65L;

    private final String url;
    private final Credentials credentials;
    private final String schema;

    private PostgresStore(String url, Credentials credentials, String schema) {
        this.url = url;
        this.credentials = credentials;
        this.schema = schema;
    }

    static PostgresStore at(String url, Credentials credentials) throws LedgerException {
        if (SECRET.matcher(url.toLowerCase(Locale.ROOT)).find()) {
            throw new LedgerException("the store's URL holds a password, which others could read: give it as "
                    + Credentials.PASSWORD + " in the environment or in a file, and the user as " + Credentials.USER);
        }
        if (!url.startsWith(PREFIX)) {
            // Which URL is not said: another kind may hold its secrets elsewhere.
            throw new LedgerException("the store's URL is not of the form jdbc:postgresql://host/database");
        }
        Matcher named = SCHEMA.matcher(url);
        String schema = named.find() ? named.group(1) : OWN_SCHEMA;
        if (!PLAIN_NAME.matcher(schema).matches()) {
            throw new LedgerException(
                    "currentSchema is to be one name of small letters, digits and underscores: " + schema);
        }
        return new PostgresStore(url, credentials, schema);
    }

    @Override
    void prepare() throws SQLException, LedgerException {
        try (Connection connection = connect()) {
            if (Tables.areNewest(connection, schema)) {
                return;
            }
            // Flyway locks its own table, not the making of the schema; ends with the connection.
            execute(connection, "SELECT pg_advisory_lock(" + MAKING_TABLES + ")");
            Tables.migrate(
                    Flyway.configure()
                            .dataSource(url, credentials.user(), credentials.password())
                            .schemas(schema)
                            .createSchemas(true),
                    "postgresql");
        }
    }

    @Override
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", schema);
        properties.setProperty("ApplicationName", "stipple");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The driver fetches rows in portions only outside auto-commit, and only where told how many.
        properties.setProperty("defaultRowFetchSize", "100");
        if (credentials.user() != null) {
            properties.setProperty("user", credentials.user());
        }
        if (credentials.password() != null) {
            properties.setProperty("password", credentials.password());
        }
        Connection connection = DriverManager.getConnection(url, properties);
        // Each statement after the lock sees what the writer before has committed.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    @Override
    Connection snapshot() throws SQLException {
        Connection connection = connect();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    void lock(Connection transaction) throws SQLException {
        execute(transaction, "LOCK TABLE ledger_entry IN EXCLUSIVE MODE");
    }

    /** Writes both tables and their indexes anew. The server's own log and its backups are its keeper's to clear. */
    @Override
    void scrub(Connection connection) throws SQLException {
        execute(connection, "SET lock_timeout = '10s'");
        try {
            execute(connection, "VACUUM FULL ledger_detail, known_file");
        } finally {
            execute(connection, "RESET lock_timeout");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "") + " (schema " + schema + ")";
    }
}
