package io.stipple.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a ledger is kept: a file of the clinic's own, or a schema on a PostgreSQL server that several machines share. */
public abstract sealed class LedgerStore permits SqliteStore, PostgresStore {
    /**
     * A file on a local disk, made where there is none; SQLite adds {@code -wal} and {@code -shm} beside it while it is
     * open. Network drives do not lock well enough: there, use a server.
     */
    public static LedgerStore embedded(Path file) {
        return new SqliteStore(file);
    }

    /**
     * A server. The tables go into the schema that {@code currentSchema} of the URL names, else into {@code stipple}.
     *
     * @param url such as {@code jdbc:postgresql://host/database}
     * @throws LedgerException when the URL is of another kind, or holds a user's password
     */
    public static LedgerStore server(String url, Credentials credentials) throws LedgerException {
        return PostgresStore.at(url, credentials);
    }

    /** Brings the tables up to date, however many processes do so at once. */
    abstract void prepare() throws SQLException, LedgerException;

    /** A connection where turning off auto-commit begins a transaction that may write. */
    abstract Connection connect() throws SQLException;

    /** A connection that sees one unmoving state of the ledger, a few rows in memory at a time. */
    abstract Connection snapshot() throws SQLException;

    /** Keeps other writers out until the transaction ends; whoever reads may go on. */
    abstract void lock(Connection transaction) throws SQLException;

    /** Takes the bytes of deleted rows out of the files as well. */
    abstract void scrub(Connection connection) throws SQLException;

    /** Where it is, without secrets. */
    @Override
    public abstract String toString();
}
