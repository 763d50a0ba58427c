package io.stipple.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the whole ledger once, each entry with its detail, and tells what was tampered with. */
final class Inspection {
    private static final String ALL = "SELECT " + ChainRow.COLUMNS + ", d.salt, d.subject, d.identity, d.detail"
            + " FROM ledger_entry e LEFT JOIN ledger_detail d ON d.seq = e.seq ORDER BY e.seq";
    private static final String STRAY_DETAILS = "SELECT d.seq FROM ledger_detail d"
            + " LEFT JOIN ledger_entry e ON e.seq = d.seq WHERE e.seq IS NULL ORDER BY d.seq";
    private static final int FIRST_OF_DETAIL = 7;

    private Inspection() {}

    static List<LedgerFault> faults(Connection snapshot) throws SQLException {
        ChainCheck chain = new ChainCheck();
        DetailCheck details = new DetailCheck();
        long last = 0;
        try (PreparedStatement select = snapshot.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ChainRow row = ChainRow.from(rows);
                String salt = rows.getString(FIRST_OF_DETAIL);
                chain.next(row);
                if (salt == null) {
                    details.missing(row);
                } else {
                    details.next(row, salt, rows.getString(8), rows.getString(9), rows.getString(10));
                }
                last = row.seq();
            }
        }
        List<LedgerFault> faults = new ArrayList<>(chain.faults());
        faults.addAll(details.faults());
        faults.addAll(cutOff(snapshot, last));
        faults.sort(Comparator.comparingLong(LedgerFault::seq));
        return List.copyOf(faults);
    }

    /** Newest entries that were deleted and whose details were not. */
    private static List<LedgerFault> cutOff(Connection snapshot, long last) throws SQLException {
        List<LedgerFault> faults = new ArrayList<>();
        try (PreparedStatement select = snapshot.prepareStatement(STRAY_DETAILS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long seq = rows.getLong(1);
                if (seq > last) {
                    faults.add(new LedgerFault(seq, "entry " + seq + " is missing, and its detail is still here"));
                }
            }
        }
        return faults;
    }
}
