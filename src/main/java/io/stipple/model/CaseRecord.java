package io.stipple.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one case: what went in, how it was measured and every figure that came out.
 *
 * @param client pseudonym
 * @param skin Fitzpatrick type, I..VI; null where not noted
 * @param consent what the client has allowed
 * @param stages in order of time
 * @param photos one for each photo, in order of view, stage and path
 * @param views in alphabetical order
 * @param measurements view × stage × region
 * @param comparisons view × region × pair of stages, each with what its intervals are made of
 * @param assessment what the figures say together
 * @param findings what to be careful with
 * @param choices what a person decided
 * @param settings every setting of every step, by dotted name
 * @param versions of Stipple and what it stands on
 */
public record CaseRecord(
        String client,
        @Nullable String skin,
        Consent consent,
        List<StageInfo> stages,
        List<PhotoRow> photos,
        List<ViewRecord> views,
        List<Measurement> measurements,
        List<ChangeEvidence> comparisons,
        Assessment assessment,
        List<Finding> findings,
        ManualChoices choices,
        Map<String, String> settings,
        Map<String, String> versions) {
    public CaseRecord {
        stages = List.copyOf(stages);
        photos = List.copyOf(photos);
        views = List.copyOf(views);
        measurements = List.copyOf(measurements);
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
    }

    /** The comparisons without what their intervals are made of: the rows of {@code changes.csv}. */
    public List<Change> changes() {
        return comparisons.stream().map(ChangeEvidence::change).toList();
    }
}
