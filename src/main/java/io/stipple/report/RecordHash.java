package io.stipple.report;

import io.stipple.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return Sha256.of(canonical(Files.readString(record)));
    }

    /** Of names and their values as a JSON object. */
    public static String of(Map<String, String> values) {
        try {
            return Sha256.of(canonical(RecordJson.mapper().writeValueAsString(values)));
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
}
