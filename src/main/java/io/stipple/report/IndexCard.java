package io.stipple.report;

import io.stipple.model.Advice;
import io.stipple.model.AdviceKind;
import io.stipple.model.CaseRecord;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Finding;
import io.stipple.report.ReportPage.GlanceView;
import io.stipple.report.ReportPage.StageCard;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A client on the page of all cases.
 *
 * @param id for links within the page
 * @param client pseudonym
 * @param facts skin type, and how many photos were measured
 * @param report address of the report, from the page; empty where there is none
 * @param last visit, with its date where it has one
 * @param verdicts of the latest changes of density, counted
 * @param waits what the next session should do, in a few words
 * @param why a line for each region and what it should get, with the figure that decides
 * @param missing what could not be measured
 * @param timeline of the visits
 * @param glance where each region stands
 */
record IndexCard(
        String id,
        String client,
        String facts,
        String report,
        String last,
        List<Count> verdicts,
        String waits,
        List<String> why,
        List<Finding> missing,
        List<StageCard> timeline,
        List<GlanceView> glance) {
    /** So many regions with that verdict. */
    record Count(String look, String text) {}

    static IndexCard of(CaseRecord record, String place, Path output, String id) {
        List<RegionNow> regions = RegionNow.of(record);
        List<StageCard> timeline = ReportPage.timeline(record.stages());
        StageCard last = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
        return new IndexCard(
                id,
                record.client(),
                (record.skin() == null ? "" : "Skin type " + record.skin() + " · ") + ReportPage.counts(record),
                Files.isRegularFile(output.resolve(ReportWriter.PAGE_FILE))
                        ? address(place + "/" + ReportWriter.PAGE_FILE)
                        : "",
                last == null ? "" : last.date().isEmpty() ? last.label() : last.label() + ", " + last.date(),
                verdicts(regions),
                waits(record.assessment().plan()),
                record.assessment().plan().stream().map(IndexCard::line).toList(),
                record.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.NOT_MEASURED)
                        .toList(),
                timeline,
                ReportPage.glance(record, regions));
    }

    private static List<Count> verdicts(List<RegionNow> regions) {
        List<Count> counts = new ArrayList<>();
        for (ChangeVerdict verdict : ChangeVerdict.values()) {
            long number = regions.stream()
                    .map(RegionNow::since)
                    .filter(Objects::nonNull)
                    .filter(change -> change.verdict() == verdict)
                    .count();
            if (number > 0) {
                counts.add(new Count(verdict.word(), number + " " + Words.verdict(verdict)));
            }
        }
        return counts;
    }

    private static String waits(List<Advice> plan) {
        return Arrays.stream(AdviceKind.values())
                .map(kind -> waits(plan, kind))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String waits(List<Advice> plan, AdviceKind kind) {
        List<Advice> same =
                plan.stream().filter(advice -> advice.kind() == kind).toList();
        if (same.isEmpty()) {
            return "";
        }
        String where = " in " + same.size() + (same.size() == 1 ? " region" : " regions");
        return switch (kind) {
            case ADD -> "add dots" + where;
            case DARKER -> "go darker" + where;
            case LEAVE -> "leave" + where;
            case DO_NOT_ADD -> "do not add" + where;
            case WAIT -> "wait" + where;
            case CANNOT_TELL -> "cannot tell" + where;
        };
    }

    private static String line(Advice advice) {
        return advice.region() + " (" + advice.view() + "): " + Words.advice(advice) + ". "
                + advice.reasons().get(0);
    }

    /** A path below the page as an address: spaces and the like escaped, and never taken for a scheme. */
    private static String address(String path) {
        try {
            return "./" + new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no path can be made an address of: " + path, impossible);
        }
    }
}
