package io.stipple.evidence;

import io.stipple.model.CaseRecord;
import io.stipple.model.PhotoRow;
import io.stipple.model.Sha256;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import io.stipple.pipeline.CaseInputs;
import io.stipple.pipeline.WrongInputException;
import io.stipple.report.RecordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a record's photos and a person's choices are still those that it was made from. */
final class InputDifferences {
    private final CaseRecord record;
    private final Path caseFolder;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, String> photoByHash = new HashMap<>();

    private InputDifferences(CaseRecord record, Path caseFolder) {
        this.record = record;
        this.caseFolder = caseFolder.toAbsolutePath().normalize();
        for (PhotoRow photo : record.photos()) {
            if (photo.sha256() != null) {
                photoByHash.putIfAbsent(photo.sha256(), photo.photo());
            }
        }
    }

    /** Photos in the record's order, then photos that it does not know, then choices by name. */
    static List<Difference> between(CaseRecord record, Path caseFolder) throws IOException {
        InputDifferences found = new InputDifferences(record, caseFolder);
        for (PhotoRow photo : record.photos()) {
            found.photo(photo);
        }
        found.inputs();
        return List.copyOf(found.differences);
    }

    private void photo(PhotoRow photo) throws IOException {
        Path file = caseFolder.resolve(photo.photo()).normalize();
        if (!file.startsWith(caseFolder)) {
            add(photo.photo(), "lies outside the case folder");
        } else if (!Files.isRegularFile(file)) {
            add(photo.photo(), "is not there any more");
        } else if (photo.sha256() != null) {
            String now = Sha256.of(file);
            if (!now.equals(photo.sha256())) {
                add(
                        photo.photo(),
                        "is not the file that was measured" + how(photo, file, now) + ": its SHA-256 was "
                                + photo.sha256() + " and is " + now);
            }
        }
    }

    private String how(PhotoRow photo, Path file, String now) {
        String other = photoByHash.get(now);
        if (other != null) {
            return ", it is the one that was measured as " + other;
        }
        LocalDateTime date =
                new PhotoReader(PhotoSettings.defaults()).capturedAt(file).orElse(null);
        return said(photo.capturedAt()).equals(said(date))
                ? ""
                : ", its EXIF date was " + said(photo.capturedAt()) + " and is " + said(date);
    }

    private static String said(@Nullable LocalDateTime date) {
        return date == null ? "none" : date.toString();
    }

    private void inputs() throws IOException {
        CaseInputs now;
        try {
            now = CaseInputs.of(caseFolder);
        } catch (WrongInputException e) {
            add("case folder", "cannot be understood any more: " + e.getMessage());
            return;
        }
        Set<String> known = new HashSet<>();
        record.photos().forEach(photo -> known.add(photo.photo()));
        for (String photo : now.photos()) {
            if (!known.contains(photo)) {
                add(photo, "is in the case folder and does not stand in the record");
            }
        }
        choices(record.choices().byName(), now.choices().byName());
        if (!RecordHash.of(record.choices().byName()).equals(record.choices().sha256())) {
            add("choices", "do not have the hash that the record says");
        }
    }

    private void choices(Map<String, String> then, Map<String, String> now) {
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = then.get(name);
            String is = now.get(name);
            if (was == null) {
                add("case.yaml, " + name, "is " + is + " and was not given");
            } else if (!was.equals(is)) {
                add("case.yaml, " + name, "was " + was + (is == null ? " and is not given any more" : " and is " + is));
            }
        }
    }

    private void add(String subject, String what) {
        differences.add(new Difference(subject, what));
    }
}
