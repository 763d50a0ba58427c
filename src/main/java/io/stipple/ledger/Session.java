package io.stipple.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for what is short, used by one thread at a time and opened again after it broke, and one more for each
 * long look.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final LedgerStore store;
    private @Nullable Connection connection;
    private boolean closed;

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, LedgerException;
    }

    private Session(LedgerStore store) {
        this.store = store;
    }

    static Session open(LedgerStore store) throws LedgerException {
        try {
            store.prepare();
            return new Session(store);
        } catch (SQLException e) {
            throw failed("opened", store, e);
        }
    }

    /** One short statement. */
    synchronized <T> T look(Work<T> work) throws LedgerException {
        return whole("read", work);
    }

    /** One transaction, all or nothing, while every other writer waits. */
    synchronized <T> T write(Work<T> work) throws LedgerException {
        return whole("written", open -> {
            open.setAutoCommit(false);
            store.lock(open);
            T result = work.on(open);
            // Commits. commit() would begin, in SQLite, the next transaction at once, and could fail at that.
            open.setAutoCommit(true);
            return result;
        });
    }

    /** One unmoving state of the ledger, looked at for as long as it takes; others may write meanwhile. */
    <T> T snapshot(Work<T> work) throws LedgerException {
        checkOpen();
        try (Connection own = store.snapshot()) {
            T result = work.on(own);
            own.rollback();
            return result;
        } catch (SQLException e) {
            throw failed("read", store, e);
        }
    }

    /** Takes what was deleted out of the files; what stands in the way is logged, for the rows are gone all the same. */
    synchronized void scrub() {
        try {
            whole("written", open -> {
                store.scrub(open);
                return true;
            });
        } catch (LedgerException e) {
            LOG.warn(
                    "what was forgotten is deleted, but its bytes may stay in the files until the next time: {}",
                    e.getMessage());
        }
    }

    private <T> T whole(String done, Work<T> work) throws LedgerException {
        checkOpen();
        boolean whole = false;
        try {
            if (connection == null) {
                connection = store.connect();
            }
            T result = work.on(connection);
            whole = true;
            return result;
        } catch (SQLException e) {
            throw failed(done, store, e);
        } finally {
            if (!whole) {
                drop(); // takes an open transaction back
            }
        }
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the ledger is closed: " + store);
        }
    }

    private void drop() {
        Connection old = connection;
        connection = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException e) {
            LOG.debug("the connection was broken already", e);
        }
    }

    private static LedgerException failed(String done, LedgerStore store, SQLException e) {
        return new LedgerException("the ledger cannot be " + done + ": " + e.getMessage() + ": " + store, e);
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }
}
