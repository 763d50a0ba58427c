package io.stipple.evidence;

import io.stipple.report.RecordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clinic's word that a record is its own: who signed which record when, under Ed25519. What is signed is the canonical
 * form (RFC 8785) of all but the signature itself, so neither signer nor time can be changed later.
 *
 * @param format of the file
 * @param recordSha256 hash of the record's canonical form, 64 hexadecimal digits
 * @param signer who signs, in the clinic's words
 * @param signedAt by the clock of the machine that signed, ISO 8601 in UTC, to the second
 * @param signature over the rest, base64
 */
public record RecordSignature(String format, String recordSha256, String signer, String signedAt, String signature) {
    /** Name of the file beside {@code record.json}. */
    public static final String FILE = "record.sig.json";

    private static final String FORMAT = "stipple-signature-1";
    private static final String ALGORITHM = "Ed25519";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Signs the record of an output folder and writes {@value #FILE} beside it, over one that is there. */
    public static RecordSignature sign(Path output, String signer, PrivateKey key, Instant now)
            throws IOException, EvidenceException {
        String hash = RecordFile.hash(output);
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        RecordSignature unsigned = new RecordSignature(FORMAT, hash, signer, time, "");
        try {
            Signature made = Signature.getInstance(ALGORITHM);
            made.initSign(key);
            made.update(unsigned.message());
            RecordSignature signed = new RecordSignature(
                    FORMAT, hash, signer, time, Base64.getEncoder().encodeToString(made.sign()));
            Files.writeString(
                    output.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(signed) + "\n");
            return signed;
        } catch (GeneralSecurityException e) {
            throw new EvidenceException("the key does not sign: " + e.getMessage(), e);
        }
    }

    /** The signature of an output folder; empty where it has none. */
    public static Optional<RecordSignature> in(Path output) throws IOException, EvidenceException {
        Path file = output.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            RecordSignature found = JSON.readValue(Files.readString(file), RecordSignature.class);
            if (!FORMAT.equals(found.format)) {
                throw new EvidenceException(
                        "signature has the format " + found.format + "; this version reads " + FORMAT + ": " + file);
            }
            return Optional.of(found);
        } catch (JacksonException e) {
            throw new EvidenceException("not a signature of Stipple: " + e.getOriginalMessage() + ": " + file, e);
        }
    }

    /** Whether this signature, signer and time included, was made with the private half of a key. */
    public boolean isBy(PublicKey key) throws IOException {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // not even the form of one
        }
    }

    private byte[] message() throws IOException {
        return RecordHash.canonical(
                JSON.writeValueAsString(new RecordSignature(format, recordSha256, signer, signedAt, "")));
    }
}
