package io.stipple.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 in 64 hexadecimal digits, over texts. */
final class Sha256 {
    /** What the first entry follows. */
    static final String OF_NOTHING = "0".repeat(64);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /**
     * Hash over texts, each as the number of its UTF-8 bytes (four bytes, big end first) and these bytes: no two lists of
     * texts give the same bytes.
     */
    static String of(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The hash itself; {@link IllegalArgumentException} where it is none. */
    static String checked(String name, String hash) {
        if (!FORM.matcher(hash).matches()) {
            throw new IllegalArgumentException(name + " " + hash + " is not 64 hexadecimal digits");
        }
        return hash;
    }
}
