package io.stipple.ledger;

/**
 * Something in the ledger that was not written so.
 *
 * @param seq number of the entry where it shows; of several, the first
 * @param what is wrong, a sentence that names the entries
 */
public record LedgerFault(long seq, String what) {
    @Override
    public String toString() {
        return what;
    }
}
