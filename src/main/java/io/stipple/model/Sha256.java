package io.stipple.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that ties a record to its photos (FIPS 180-4). */
public final class Sha256 {
    private static final int PIECE_BYTES = 1 << 16;

    private Sha256() {}

    /** Of some bytes, 32 bytes. */
    public static byte[] bytes(byte[] of) {
        return digest().digest(of);
    }

    /** Of some bytes, 64 hexadecimal digits in lower case. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    /** Of a file as it is, read a piece at a time, 64 hexadecimal digits in lower case. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
