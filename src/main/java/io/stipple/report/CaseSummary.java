package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a finished run says to the person at the keyboard, in lines of at most 100 columns and plain ASCII of its own. */
public final class CaseSummary {
    private static final int COLUMNS = 100;
    private static final int LONGEST_REGION = 20;

    private CaseSummary() {}

    /** A line for the case, one for each region of each view, then the findings, then where the report is. */
    public static String text(CaseRecord record, Path reportFile) {
        List<String> lines = new ArrayList<>();
        lines.addAll(wrapped("", heading(record), ""));
        byView(record).forEach((view, regions) -> {
            lines.add("");
            lines.addAll(regionLines(record, view, regions));
        });
        List<String> findings = findingLines(record.findings());
        if (!findings.isEmpty()) {
            lines.add("");
            lines.addAll(findings);
        }
        lines.add("");
        lines.add("Report: " + reportFile);
        return String.join("\n", lines) + "\n";
    }

    private static String heading(CaseRecord record) {
        StringBuilder heading = new StringBuilder(record.client());
        if (record.skin() != null) {
            heading.append(", skin ").append(record.skin());
        }
        heading.append(": ").append(counted(record.stages().size(), "stage"));
        List<LocalDate> dates = record.stages().stream()
                .map(StageInfo::date)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (dates.size() > 1) {
            heading.append(" from ").append(dates.get(0)).append(" to ").append(dates.get(dates.size() - 1));
        }
        heading.append(", ").append(counted(record.photos().size(), "photo"));
        Map<Verdict, Long> verdicts =
                record.photos().stream().collect(Collectors.groupingBy(PhotoRow::verdict, Collectors.counting()));
        String split = Arrays.stream(Verdict.values())
                .filter(verdicts::containsKey)
                .map(verdict -> verdicts.get(verdict) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return split.isEmpty() ? heading.toString() : heading + " (" + split + ")";
    }

    private static Map<String, List<RegionNow>> byView(CaseRecord record) {
        return RegionNow.of(record).stream()
                .collect(Collectors.groupingBy(region -> region.now().view(), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> regionLines(CaseRecord record, String view, List<RegionNow> regions) {
        List<String> lines = new ArrayList<>();
        Stage usual = usualStage(record, regions);
        lines.add(view + " at " + usual.name() + scale(regions));
        int width = Math.min(
                LONGEST_REGION,
                regions.stream()
                        .mapToInt(region -> region.now().region().length())
                        .max()
                        .orElse(0));
        String indent = " ".repeat(width + 4);
        for (RegionNow region : regions) {
            String name = "  " + padded(region.now().region(), width) + "  ";
            lines.addAll(wrapped(name, figures(region, usual), indent));
        }
        return lines;
    }

    /** The latest stage that any region of the view was measured at. */
    private static Stage usualStage(CaseRecord record, List<RegionNow> regions) {
        List<Stage> stages = record.stages().stream().map(StageInfo::stage).toList();
        return regions.stream()
                .map(region -> region.now().stage())
                .max(Comparator.comparingInt(stages::indexOf))
                .orElseThrow();
    }

    private static String scale(List<RegionNow> regions) {
        String grades = regions.stream()
                .map(RegionNow::grade)
                .filter(Objects::nonNull)
                .map(ScaleGrade::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return grades.isEmpty() ? "" : " (scale grade " + grades + ")";
    }

    private static String figures(RegionNow region, Stage usual) {
        Measurement now = region.now();
        if (now.dots() == null) {
            return now.verdict().word() + ": " + now.reason();
        }
        String at = now.stage().equals(usual) ? "" : " at " + now.stage().name();
        Change since = region.since();
        String change = since == null ? "" : "  " + change(since);
        return padded(Words.density(now) + at, 29) + change;
    }

    private static String change(Change since) {
        String from = " since " + since.from().name() + ", " + Words.verdict(since.verdict());
        String why =
                since.verdict() == ChangeVerdict.CANNOT_TELL && !since.reason().isBlank() ? ": " + since.reason() : "";
        return (since.density() == null ? "change" : Words.change(since.density())) + from + why;
    }

    private static List<String> findingLines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Severity severity : List.of(Severity.NOT_MEASURED, Severity.WARNING, Severity.NOTE)) {
            for (Finding finding : findings) {
                if (finding.severity() == severity) {
                    String head = padded(word(severity), 12) + "  ";
                    lines.addAll(wrapped(head, finding.subject() + ": " + finding.message(), " ".repeat(14)));
                }
            }
        }
        return lines;
    }

    static String word(Severity severity) {
        return switch (severity) {
            case NOT_MEASURED -> "not measured";
            case WARNING -> "take care";
            case NOTE -> "note";
        };
    }

    /** A number with its noun, such as {@code 1 case} and {@code 2 cases}. */
    public static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static List<String> wrapped(String head, String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        // Single spaces part words; longer runs are alignment and stay.
        for (String word : text.split("(?<! ) (?! )", -1)) {
            if (!empty && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
