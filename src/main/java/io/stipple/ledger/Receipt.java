package io.stipple.ledger;

/**
 * What proves, kept outside the ledger, that an entry was written: someone who deletes the newest entries or writes the
 * whole chain anew cannot bring its hash back.
 *
 * @param seq number of the entry
 * @param entrySha256 its hash, 64 hexadecimal digits
 */
public record Receipt(long seq, String entrySha256) {
    public Receipt {
        if (seq < 1) {
            throw new IllegalArgumentException("seq " + seq + " is below 1");
        }
        Sha256.checked("entrySha256", entrySha256);
    }
}
