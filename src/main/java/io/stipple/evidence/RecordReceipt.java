package io.stipple.evidence;

import io.stipple.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a record was entered in a ledger, kept beside the record: a ledger that was cut short or written anew no longer
 * has the entry.
 *
 * @param format of the file
 * @param subject under which the ledger keeps the case
 * @param seq number of the entry
 * @param entrySha256 of the entry, 64 hexadecimal digits
 * @param recordSha256 of the record that was entered
 */
public record RecordReceipt(String format, String subject, long seq, String entrySha256, String recordSha256) {
    /** Name of the file beside {@code record.json}. */
    public static final String FILE = "record.ledger.json";

    private static final String FORMAT = "stipple-receipt-1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public RecordReceipt {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(recordSha256, "recordSha256");
    }

    RecordReceipt(String subject, Receipt receipt, String recordSha256) {
        this(FORMAT, subject, receipt.seq(), receipt.entrySha256(), recordSha256);
    }

    Receipt receipt() {
        return new Receipt(seq, entrySha256);
    }

    /** Written beside its place and moved there, so that it is whole or not there; nothing where it stands already. */
    void write(Path output) throws IOException {
        Path file = output.resolve(FILE);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
            return;
        }
        Path whole = Files.createTempFile(output, ".receipt", ".tmp");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** The receipt of an output folder; empty where it has none. */
    static Optional<RecordReceipt> in(Path output) throws IOException, EvidenceException {
        Path file = output.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            RecordReceipt found = JSON.readValue(Files.readString(file), RecordReceipt.class);
            if (!FORMAT.equals(found.format)) {
                throw new EvidenceException(
                        "receipt has the format " + found.format + "; this version reads " + FORMAT + ": " + file);
            }
            found.receipt();
            return Optional.of(found);
        } catch (JacksonException e) {
            throw new EvidenceException("not a receipt of Stipple: " + e.getOriginalMessage() + ": " + file, e);
        } catch (IllegalArgumentException e) {
            throw new EvidenceException("not a receipt of Stipple: " + e.getMessage() + ": " + file, e);
        }
    }
}
