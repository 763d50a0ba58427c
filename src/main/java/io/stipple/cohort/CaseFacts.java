package io.stipple.cohort;

import io.stipple.model.CaseRecord;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Check;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.StageKind;
import io.stipple.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cohort needs of one case, a few kilobytes: figures and what the practitioner noted, but no photo's name,
 * hash, camera or place. A null was not noted or is not known.
 *
 * @param client pseudonym; cases of the same client count as one client
 * @param skin Fitzpatrick type, I..VI
 * @param visits in order of time
 * @param regions each treated region of each view
 * @param photos in the record's order
 * @param findings how many of each severity
 * @param stipple version of the analysis
 */
public record CaseFacts(
        String client,
        @Nullable String skin,
        List<StageInfo> visits,
        List<RegionFacts> regions,
        List<PhotoFacts> photos,
        FindingCounts findings,
        String stipple) {
    public CaseFacts {
        Check.named("client", client);
        Check.named("version of Stipple", stipple);
        visits = List.copyOf(visits);
        regions = List.copyOf(regions);
        photos = List.copyOf(photos);
    }

    /**
     * A region of a view.
     *
     * @param view such as {@code top}
     * @param region such as {@code frontal}
     * @param scar whether it is a scar: its name starts so
     * @param shares of the density at the last healed stage, after each session before
     * @param kept of each session, once healed
     * @param last whether the latest change of density is real; null where nothing was compared
     */
    public record RegionFacts(
            String view,
            String region,
            boolean scar,
            List<Share> shares,
            List<Kept> kept,
            @Nullable ChangeVerdict last) {
        public RegionFacts {
            Check.named("view", view);
            Check.named("region", region);
            shares = List.copyOf(shares);
            kept = List.copyOf(kept);
        }
    }

    /**
     * How much of the density at {@code last} stood at {@code settled}.
     *
     * @param settled a healed stage
     * @param last the healed stage that is 100 %
     * @param pct density at the one over density at the other, %
     * @param interval95 its 95 % interval, %
     */
    public record Share(Stage settled, Stage last, double pct, Interval interval95) {
        public Share {
            Check.finite("share %", pct);
        }
    }

    /**
     * How many dots of a fresh session were found again once it had settled.
     *
     * @param session its number, from 1
     * @param days from the session to the healed photo; null where a date is missing
     * @param retained share found again, corrected for dots that are there but missed, %; null where it cannot be told
     * @param reason why it cannot be told, else empty
     */
    public record Kept(
            int session, @Nullable Integer days, @Nullable PercentChange retained, String reason) {}

    /**
     * How good a photo is. The reason names no file.
     *
     * @param view such as {@code top}
     * @param stage of the visit
     * @param verdict what it is good for
     * @param sharpnessPx the photo's blur as the standard deviation of its Gaussian, px
     * @param glarePct share of the scalp that gloss hides, %
     * @param residualMm median error of its registration
     * @param pxPerMm at the scalp nearest to the camera
     * @param scaleGrade how the scale is known
     * @param reason for any verdict but {@code measured}, else empty
     */
    public record PhotoFacts(
            String view,
            Stage stage,
            Verdict verdict,
            @Nullable Double sharpnessPx,
            @Nullable Double glarePct,
            @Nullable Double residualMm,
            @Nullable Double pxPerMm,
            @Nullable ScaleGrade scaleGrade,
            String reason) {}

    /** How many findings of each severity. */
    public record FindingCounts(int notes, int warnings, int notMeasured) {}

    /** The facts of a finished record. */
    public static CaseFacts of(CaseRecord record) {
        return FactsOfRecord.facts(record);
    }

    /** How many sessions were given: the highest number of a session or of its healed photos. */
    int sessions() {
        return visits.stream()
                .map(StageInfo::stage)
                .filter(stage -> stage.kind() == StageKind.SESSION || stage.kind() == StageKind.SETTLED)
                .mapToInt(Stage::number)
                .max()
                .orElse(0);
    }

    /** Whether the treatment is over: somebody photographed its result or followed it up. */
    boolean finished() {
        return visits.stream()
                .map(visit -> visit.stage().kind())
                .anyMatch(kind -> kind == StageKind.RESULT || kind == StageKind.FOLLOW_UP);
    }

    /** What was noted of a session; nothing where its fresh stage is missing. */
    StageInfo session(int number) {
        Stage fresh = Stage.session(number);
        return visits.stream()
                .filter(visit -> visit.stage().equals(fresh))
                .findFirst()
                .orElse(new StageInfo(fresh, null, null, null, null));
    }
}
