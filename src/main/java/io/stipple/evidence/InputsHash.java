package io.stipple.evidence;

import io.stipple.model.CaseRecord;
import io.stipple.model.PhotoRow;
import io.stipple.report.RecordHash;
import java.util.Map;
import java.util.TreeMap;

/** One value by which two analyses are known to rest on the same photos and the same choices. */
public final class InputsHash {
    private static final String CHOICES = "case.yaml";

    private InputsHash() {}

    /**
     * SHA-256 over the canonical form (RFC 8785) of names and hashes.
     *
     * @param photos SHA-256 of each photo by its path below the case folder
     * @param choicesSha256 of {@code case.yaml}'s choices
     */
    public static String of(Map<String, String> photos, String choicesSha256) {
        Map<String, String> all = new TreeMap<>(photos);
        all.put(CHOICES, choicesSha256);
        return RecordHash.of(all);
    }

    /** Of what a record says it rests on; a photo that could not be read has no hash and counts by its name. */
    static String of(CaseRecord record) {
        Map<String, String> photos = new TreeMap<>();
        for (PhotoRow photo : record.photos()) {
            photos.put(photo.photo(), photo.sha256() == null ? "" : photo.sha256());
        }
        return of(photos, record.choices().sha256());
    }
}
