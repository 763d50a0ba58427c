package io.stipple.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** A ledger in one file, for all processes of one machine. */
final class SqliteStore extends LedgerStore {
    /** How long a writer waits for the others; each holds the file for milliseconds. */
    private static final int BUSY_MS = 60_000;

    /** How long forgetting waits for those who read; what it cannot overwrite for them, the next one does. */
    private static final int READERS_MS = 5_000;

    private static final int PAUSE_MS = 20;

    private final Path file;

    SqliteStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    void prepare() throws SQLException, LedgerException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new LedgerException("there is no folder for the ledger " + file);
        }
        if (file.toString().contains("?")) {
            throw new LedgerException("SQLite takes what follows a question mark for settings: " + file);
        }
        try (Connection connection = connect()) {
            writeAhead(connection);
            if (Tables.areNewest(connection, null)) {
                return;
            }
            // One transaction from looking to making: of several processes, one makes the tables and the others find
            // them.
            connection.setAutoCommit(false);
            SQLiteDataSource source = new SQLiteDataSource() {
                @Override
                public Connection getConnection() {
                    return lent(connection);
                }
            };
            source.setUrl(url());
            Tables.migrate(Flyway.configure().dataSource(source), "sqlite");
            connection.setAutoCommit(true);
        }
    }

    @Override
    Connection connect() throws SQLException {
        return configured(TransactionMode.IMMEDIATE).createConnection(url());
    }

    @Override
    Connection snapshot() throws SQLException {
        Connection connection = configured(TransactionMode.DEFERRED).createConnection(url());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Nothing: BEGIN IMMEDIATE has locked already. */
    @Override
    void lock(Connection transaction) {}

    /**
     * VACUUM, because {@code secure_delete} overwrites what is deleted and not the copies of it that splitting a page
     * leaves behind; and the write-ahead log emptied, where older pages stand.
     */
    @Override
    void scrub(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            statement.execute("PRAGMA busy_timeout=" + READERS_MS);
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (row.next() && row.getInt(1) != 0) {
                    throw new SQLException("someone is reading");
                }
            } finally {
                statement.execute("PRAGMA busy_timeout=" + BUSY_MS);
            }
        }
    }

    private static SQLiteConfig configured(TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setTransactionMode(mode);
        // What was acknowledged outlives a power cut, too.
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(Pragma.SECURE_DELETE, "true");
        return config;
    }

    /** Turns the write-ahead log on, for good. Doing so does not wait for others by itself. */
    private static void writeAhead(Connection connection) throws SQLException {
        for (int waitedMs = 0; ; waitedMs += PAUSE_MS) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                return;
            } catch (SQLException e) {
                if (waitedMs >= BUSY_MS || e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    /** The connection, of which the borrower can neither end the transaction nor close it. */
    private static Connection lent(Connection connection) {
        Set<String> withheld = Set.of("setAutoCommit", "commit", "rollback", "close");
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ends = withheld.contains(method.getName());
                    return ends ? null : call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
