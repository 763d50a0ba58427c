package io.stipple.ledger;

import java.time.Instant;

/**
 * One link of the chain. It names nobody: who and what it is about stands in its detail, which can be deleted.
 *
 * @param seq its number; the first is 1, and none is left out
 * @param at when it was written, UTC, to the millisecond; never before its predecessor
 * @param kind what happened, such as {@code analysed}
 * @param detailSha256 hash over its detail and a random salt, 64 hexadecimal digits
 * @param previousSha256 {@code entrySha256} of its predecessor; 64 zeros for the first
 * @param entrySha256 hash over all the above
 */
public record LedgerEntry(
        long seq, Instant at, String kind, String detailSha256, String previousSha256, String entrySha256) {
    public LedgerEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("seq " + seq + " is below 1");
        }
        Sha256.checked("detailSha256", detailSha256);
        Sha256.checked("previousSha256", previousSha256);
        Sha256.checked("entrySha256", entrySha256);
    }

    /** What to keep elsewhere, to show later that this very entry was written. */
    public Receipt receipt() {
        return new Receipt(seq, entrySha256);
    }
}
