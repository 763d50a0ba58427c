package io.stipple.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is to be appended.
 *
 * @param kind what happened: small letters, digits and hyphens
 * @param subject whom it is about; empty for what is about the ledger itself
 * @param identity tells the same finding from another; empty for none
 * @param detail as the caller gives it
 */
record Draft(String kind, String subject, String identity, String detail) {
    /** Of the entry that says whose details were deleted. */
    static final String FORGOTTEN = "forgotten";

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    Draft {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "kind " + kind + " is not 1..40 small letters, digits and hyphens after a letter");
        }
    }

    /** A caller's; {@link IllegalArgumentException} for what cannot be stored. */
    static Draft of(String kind, String subject, String identity, String detail) {
        if (kind.equals(FORGOTTEN)) {
            throw new IllegalArgumentException("kind " + kind + " is kept for what forget() writes");
        }
        Storable.checked("subject", subject);
        Storable.checked("detail", detail);
        return new Draft(kind, subject, identity, detail);
    }

    /** 128 random bits: without them a hash would give away a detail that can be guessed. */
    static String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    String sha256(String salt) {
        return sha256(salt, subject, identity, detail);
    }

    /** What an entry holds of its detail. */
    static String sha256(String salt, String subject, String identity, String detail) {
        return Sha256.of("stipple-ledger-detail-1", salt, subject, identity, detail);
    }
}
