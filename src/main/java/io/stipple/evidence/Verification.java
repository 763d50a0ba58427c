package io.stipple.evidence;

import io.stipple.ledger.LedgerException;
import io.stipple.model.CaseRecord;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.UnusableOutputException;
import io.stipple.pipeline.Versions;
import io.stipple.pipeline.WholeFolder;
import io.stipple.pipeline.WrongInputException;
import io.stipple.report.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a record still holds: its photos are the files that were measured, the record is the one that was signed, and
 * the same photos give the same figures again.
 *
 * @param recordSha256 hash of the record's canonical form
 * @param signature what the folder's signature says; null where it has none
 * @param differences all that is not as the record says: photos, choices, report, signature,
 *     ledger, figures
 * @param relativeTolerance how far a figure may be off when measured again; 0 where version and machine type are those
 *     of the record, so that every bit must agree
 * @param measuredAgain whether the photos were measured again
 */
public record Verification(
        String recordSha256,
        @Nullable RecordSignature signature,
        List<Difference> differences,
        double relativeTolerance,
        boolean measuredAgain) {
    /**
     * Stated, not measured on a second machine: floating point differs by up to 1e-5 between processors, and a dot at the
     * threshold may come or go.
     */
    static final double OTHER_MACHINE = 2e-3;

    /** As the report's template shows it. */
    private static final Pattern SHOWN_HASH = Pattern.compile("<code class=\"record\">([0-9a-f]{64})</code>");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Verification {
        differences = List.copyOf(differences);
    }

    /**
     * Verifies an output folder. Nothing in it is changed.
     *
     * @param output holds {@code record.json}
     * @param caseFolder of the photos
     * @param key of the clinic; null to take no one's word
     * @param ledger in which the record should stand; null where there is none
     * @param measureAgain whether to run the analysis again, which takes as long as the first time
     * @throws EvidenceException when there is no readable record
     */
    public static Verification of(
            Path output,
            Path caseFolder,
            @Nullable PublicKey key,
            @Nullable CaseLedger ledger,
            boolean measureAgain,
            Progress progress)
            throws EvidenceException, LedgerException, IOException {
        Path file = RecordFile.in(output);
        String hash = RecordFile.hash(output);
        CaseRecord record = read(file);
        List<Difference> differences = new ArrayList<>(InputDifferences.between(record, caseFolder));
        differences.addAll(page(output, hash));
        Optional<RecordSignature> signature = RecordSignature.in(output);
        differences.addAll(signed(signature, hash, key));
        if (ledger != null) {
            differences.addAll(LedgerDifferences.between(ledger, caseFolder, output, hash));
        }
        boolean sameMaker = record.versions().equals(Versions.all());
        if (!sameMaker) {
            differences.addAll(versions(record.versions()));
        }
        double tolerance = sameMaker ? 0 : OTHER_MACHINE;
        if (measureAgain) {
            differences.addAll(figures(file, caseFolder, tolerance, progress));
        }
        return new Verification(hash, signature.orElse(null), differences, tolerance, measureAgain);
    }

    /**
     * Only whether photos and choices are those of the record.
     *
     * @throws EvidenceException when there is no readable record
     */
    public static List<Difference> ofInputs(Path output, Path caseFolder) throws EvidenceException, IOException {
        return InputDifferences.between(read(RecordFile.in(output)), caseFolder);
    }

    private static CaseRecord read(Path file) throws EvidenceException {
        try {
            return RecordJson.read(file);
        } catch (IOException e) {
            throw new EvidenceException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A page that was made from another record shows that record's hash. */
    private static List<Difference> page(Path output, String hash) throws IOException {
        Path page = output.resolve("report.html");
        if (!Files.isRegularFile(page)) {
            return List.of();
        }
        Matcher shown = SHOWN_HASH.matcher(Files.readString(page));
        if (!shown.find()) {
            return List.of(new Difference("report.html", "does not say of which record it is"));
        }
        return shown.group(1).equals(hash)
                ? List.of()
                : List.of(new Difference(
                        "report.html",
                        "is of another record: the one whose SHA-256 is " + shown.group(1) + ", and record.json has "
                                + hash));
    }

    private static List<Difference> signed(Optional<RecordSignature> signature, String hash, @Nullable PublicKey key)
            throws IOException {
        List<Difference> differences = new ArrayList<>();
        if (signature.isEmpty()) {
            if (key != null) {
                differences.add(new Difference(RecordSignature.FILE, "is not there: the record is not signed"));
            }
            return differences;
        }
        RecordSignature said = signature.get();
        if (!said.recordSha256().equals(hash)) {
            differences.add(new Difference(
                    "record.json",
                    "is not the record that was signed: its SHA-256 was " + said.recordSha256() + " and is " + hash));
        }
        if (key != null && !said.isBy(key)) {
            differences.add(new Difference(
                    RecordSignature.FILE, "was not made with this key, or was changed after it was made"));
        }
        return differences;
    }

    private static List<Difference> versions(Map<String, String> recorded) {
        List<Difference> differences = new ArrayList<>();
        Versions.all().forEach((name, now) -> {
            String then = recorded.get(name);
            if (!now.equals(then)) {
                differences.add(new Difference(
                        "versions." + name, then == null ? "is not on record" : "was " + then + " and is " + now));
            }
        });
        return differences;
    }

    private static List<Difference> figures(Path file, Path caseFolder, double tolerance, Progress progress)
            throws EvidenceException, IOException {
        Path scratch = Files.createTempDirectory("stipple-verify");
        try {
            Path again = scratch.resolve("again");
            CaseAnalysis.run(AnalysisRequest.of(caseFolder, again), progress);
            return RecordDifferences.between(
                    comparable(file, tolerance), comparable(again.resolve("record.json"), tolerance), tolerance);
        } catch (WrongInputException | UnusableOutputException e) {
            return List.of(new Difference(caseFolder.toString(), "cannot be measured again: " + e.getMessage()));
        } finally {
            WholeFolder.delete(scratch);
        }
    }

    /** What must come out again: all but the versions, which are compared by themselves, and single dots elsewhere. */
    private static JsonNode comparable(Path record, double tolerance) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(record)).path("record");
        if (root instanceof ObjectNode whole) {
            whole.remove("versions");
            if (tolerance > 0) {
                root.path("views").forEach(view -> ((ObjectNode) view).remove("dots"));
                root.path("assessment").path("freeSpace").forEach(space -> ((ObjectNode) space).remove("places"));
            }
        }
        return root;
    }
}
