package io.stipple.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The entries and their details as SQL, the same for every database. */
final class Chain {
    private static final String DETAIL = ", d.subject, d.identity, d.detail";
    private static final String BOTH =
            "SELECT " + ChainRow.COLUMNS + DETAIL + " FROM ledger_detail d JOIN ledger_entry e ON e.seq = d.seq";
    private static final int FIRST_OF_DETAIL = 7;

    private Chain() {}

    /** Appends within a transaction that keeps other writers out. */
    static LedgerEntry append(Connection transaction, Draft draft, Instant now) throws SQLException, LedgerException {
        String salt = Draft.newSalt();
        ChainRow row = successor(last(transaction), draft.kind(), draft.sha256(salt), ChainRow.text(now));
        try (PreparedStatement insert =
                transaction.prepareStatement("INSERT INTO ledger_entry VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.seq());
            insert.setString(2, row.at());
            insert.setString(3, row.kind());
            insert.setString(4, row.detailSha256());
            insert.setString(5, row.previousSha256());
            insert.setString(6, row.entrySha256());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                transaction.prepareStatement("INSERT INTO ledger_detail VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.seq());
            insert.setString(2, draft.subject());
            insert.setString(3, draft.identity());
            insert.setString(4, salt);
            insert.setString(5, draft.detail());
            insert.executeUpdate();
        }
        return row.entry();
    }

    private static ChainRow successor(Optional<ChainRow> last, String kind, String detailSha256, String now) {
        if (last.isEmpty()) {
            return ChainRow.sealed(1, now, kind, detailSha256, Sha256.OF_NOTHING);
        }
        ChainRow before = last.get();
        // The clocks of two machines may differ; the order of entries does not.
        String at = now.compareTo(before.at()) < 0 ? before.at() : now;
        return ChainRow.sealed(before.seq() + 1, at, kind, detailSha256, before.entrySha256());
    }

    private static Optional<ChainRow> last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT " + ChainRow.COLUMNS + " FROM ledger_entry e ORDER BY e.seq DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(ChainRow.from(row)) : Optional.empty();
        }
    }

    static Optional<ChainRow> row(Connection connection, long seq) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + ChainRow.COLUMNS + " FROM ledger_entry e WHERE e.seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(ChainRow.from(row)) : Optional.empty();
            }
        }
    }

    static Optional<LedgerDetail> latest(Connection connection, String subject) throws SQLException, LedgerException {
        try (PreparedStatement select =
                connection.prepareStatement(BOTH + " WHERE d.subject = ? ORDER BY d.seq DESC LIMIT 1")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(detail(row)) : Optional.empty();
            }
        }
    }

    /** Of each subject the latest detail, in the order of subjects' bytes, one in memory at a time. */
    static int eachLatest(Connection snapshot, Consumer<LedgerDetail> consumer) throws SQLException, LedgerException {
        String newest =
                " JOIN (SELECT subject, max(seq) AS seq FROM ledger_detail WHERE subject <> '' GROUP BY subject) n"
                        + " ON n.seq = d.seq ORDER BY n.subject";
        int count = 0;
        try (PreparedStatement select = snapshot.prepareStatement(BOTH + newest);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                consumer.accept(detail(row));
                count++;
            }
        }
        return count;
    }

    private static LedgerDetail detail(ResultSet row) throws SQLException, LedgerException {
        return new LedgerDetail(
                ChainRow.from(row).entry(),
                row.getString(FIRST_OF_DETAIL),
                row.getString(FIRST_OF_DETAIL + 1),
                row.getString(FIRST_OF_DETAIL + 2));
    }

    /** Deletes all details of some subjects. Returns the numbers of their entries, which stay. */
    static SortedSet<Long> deleteDetails(Connection transaction, Collection<String> subjects) throws SQLException {
        SortedSet<Long> numbers = new TreeSet<>();
        try (PreparedStatement select =
                        transaction.prepareStatement("SELECT seq FROM ledger_detail WHERE subject = ?");
                PreparedStatement delete =
                        transaction.prepareStatement("DELETE FROM ledger_detail WHERE subject = ?")) {
            for (String subject : subjects) {
                select.setString(1, subject);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getLong(1));
                    }
                }
                delete.setString(1, subject);
                delete.executeUpdate();
            }
        }
        return numbers;
    }
}
