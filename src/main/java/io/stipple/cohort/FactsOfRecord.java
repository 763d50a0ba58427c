package io.stipple.cohort;

import io.stipple.cohort.CaseFacts.FindingCounts;
import io.stipple.cohort.CaseFacts.Kept;
import io.stipple.cohort.CaseFacts.PhotoFacts;
import io.stipple.cohort.CaseFacts.RegionFacts;
import io.stipple.cohort.CaseFacts.Share;
import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Finding.Severity;
import io.stipple.model.PhotoRow;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.report.RegionNow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of a record what the cohort may know, by a positive list. */
final class FactsOfRecord {
    /** The contract's names of skin that is compared with and gets no dots: what stays there is no pigment. */
    private static final Set<String> UNTREATED = Set.of("reference", "donor");

    private static final String SCAR = "scar";

    private FactsOfRecord() {}

    static CaseFacts facts(CaseRecord record) {
        return new CaseFacts(
                record.client(),
                record.skin(),
                record.stages(),
                RegionNow.of(record).stream()
                        .filter(region -> !UNTREATED.contains(region.now().region()))
                        .map(region -> region(record, region))
                        .toList(),
                record.photos().stream().map(FactsOfRecord::photo).toList(),
                new FindingCounts(
                        count(record, Severity.NOTE),
                        count(record, Severity.WARNING),
                        count(record, Severity.NOT_MEASURED)),
                Objects.requireNonNullElse(record.versions().get("stipple"), "unknown"));
    }

    private static RegionFacts region(CaseRecord record, RegionNow region) {
        String view = region.now().view();
        String name = region.now().region();
        List<Share> shares = record.assessment().shares().stream()
                .filter(share -> share.view().equals(view) && share.region().equals(name))
                .map(share -> new Share(share.settled(), share.last(), share.sharePct(), share.interval95()))
                .toList();
        List<Kept> kept = record.changes().stream()
                .filter(change -> change.kind() == ChangeKind.FADING)
                .filter(change -> change.view().equals(view) && change.region().equals(name))
                .map(change -> kept(change, record.stages()))
                .toList();
        Change since = region.since();
        ChangeVerdict last = since == null ? null : since.verdict();
        return new RegionFacts(view, name, name.startsWith(SCAR), shares, kept, last);
    }

    private static Kept kept(Change change, List<StageInfo> visits) {
        LocalDate fresh = date(change.from(), visits);
        LocalDate healed = date(change.to(), visits);
        Integer days = fresh == null || healed == null ? null : (int) ChronoUnit.DAYS.between(fresh, healed);
        String reason = change.retained() != null
                ? ""
                : change.reason().isBlank() ? "the dots could not be followed" : change.reason();
        return new Kept(change.from().number(), days, change.retained(), reason);
    }

    private static @Nullable LocalDate date(Stage stage, List<StageInfo> visits) {
        for (StageInfo visit : visits) {
            if (visit.stage().equals(stage)) {
                return visit.date();
            }
        }
        return null;
    }

    private static PhotoFacts photo(PhotoRow photo) {
        return new PhotoFacts(
                photo.view(),
                photo.stage(),
                photo.verdict(),
                photo.sharpness(),
                photo.glarePct(),
                photo.residualMm(),
                photo.pxPerMm(),
                photo.scaleGrade(),
                withoutName(photo.reason(), photo.photo()));
    }

    /** A decoder's words may name its file, and a client's file may be named after the client. */
    private static String withoutName(String reason, String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return reason.replace(path, "the photo").replace(file, "the photo");
    }

    private static int count(CaseRecord record, Severity severity) {
        return (int) record.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
