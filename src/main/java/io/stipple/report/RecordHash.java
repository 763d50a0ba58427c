package io.stipple.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * What identifies a record: SHA-256 over its canonical form (RFC 8785), so that line ends, spaces and the order of names
 * do not matter and each value does.
 */
public final class RecordHash {
    private RecordHash() {}

    /**
     * Of a {@code record.json}, as 64 hexadecimal digits.
     *
     * @throws IOException when the file cannot be read or is no JSON
     */
    public static String of(Path record) throws IOException {
        return sha256(canonical(Files.readString(record)));
    }

    /** Of names and their values as a JSON object. */
    public static String of(Map<String, String> values) {
        try {
            return sha256(canonical(RecordJson.mapper().writeValueAsString(values)));
        } catch (IOException impossible) {
            throw new IllegalStateException("what was just written is JSON", impossible);
        }
    }

    /**
     * The one way to write a JSON text, UTF-8.
     *
     * @throws IOException when it is no JSON
     */
    public static byte[] canonical(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedUTF8();
    }

    /** SHA-256 of a file as it is, as 64 hexadecimal digits. */
    public static String ofBytes(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
