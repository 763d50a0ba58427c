package io.stipple.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A row of {@code ledger_entry} as it stands there, whole or tampered with. */
record ChainRow(long seq, String at, String kind, String detailSha256, String previousSha256, String entrySha256) {
    static final String COLUMNS = "e.seq, e.at, e.kind, e.detail_sha256, e.previous_sha256, e.entry_sha256";

    // Always three decimals, so that text sorts as time does.
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** From a row that begins with {@link #COLUMNS}. */
    static ChainRow from(ResultSet row) throws SQLException {
        return new ChainRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    static String text(Instant at) {
        return AT.format(at);
    }

    /** The link with its own hash worked out. */
    static ChainRow sealed(long seq, String at, String kind, String detailSha256, String previousSha256) {
        return new ChainRow(
                seq, at, kind, detailSha256, previousSha256, hash(seq, at, kind, detailSha256, previousSha256));
    }

    /** Whether its hash is over what it says, were its number this one. */
    boolean fits(long number) {
        return hash(number, at, kind, detailSha256, previousSha256).equals(entrySha256);
    }

    boolean fits() {
        return fits(seq);
    }

    /** Whether another entry holds the hash that this one ought to have. */
    boolean isFollowedBy(ChainRow next) {
        return next.previousSha256.equals(hash(seq, at, kind, detailSha256, previousSha256));
    }

    LedgerEntry entry() throws LedgerException {
        try {
            return new LedgerEntry(seq, Instant.parse(at), kind, detailSha256, previousSha256, entrySha256);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new LedgerException("entry " + seq + " of the ledger was tampered with: " + e.getMessage(), e);
        }
    }

    private static String hash(long seq, String at, String kind, String detailSha256, String previousSha256) {
        return Sha256.of("stipple-ledger-entry-1", Long.toString(seq), at, kind, detailSha256, previousSha256);
    }
}
