package io.stipple.evidence;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger holds of one analysis, beside its number, time and hashes.
 *
 * @param client pseudonym
 * @param recordSha256 of {@code record.json}, by its canonical form
 * @param inputsSha256 of photos and choices
 * @param stipple version that made the record
 * @param facts what the cohort needs of the record, as JSON; so that no record is read again for it
 */
public record CaseEntry(String client, String recordSha256, String inputsSha256, String stipple, String facts) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public CaseEntry {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(recordSha256, "recordSha256");
        Objects.requireNonNull(inputsSha256, "inputsSha256");
        Objects.requireNonNull(stipple, "stipple");
        Objects.requireNonNull(facts, "facts");
    }

    /** Tells one finding from another: the same record of the same inputs is not entered twice in a row. */
    String identity() {
        return recordSha256 + " " + inputsSha256;
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** Reads what the ledger holds. */
    public static CaseEntry read(String text) throws EvidenceException {
        try {
            return JSON.readValue(text, CaseEntry.class);
        } catch (JacksonException e) {
            throw new EvidenceException("an entry of the ledger cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
