package io.stipple.series;

import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies in a case folder, before {@code case.yaml} is asked. Looks two levels deep and follows no further, so that
 * a link that leads in a circle leads nowhere.
 *
 * @param folder absolute
 * @param dates that the stages' folders are named with
 * @param shots every photo file in a stage's folder, in order of path
 * @param stages that have a folder, with its name
 * @param findings what was left out
 */
record CaseFolder(
        Path folder, Map<Stage, LocalDate> dates, List<Shot> shots, Map<Stage, String> stages, List<Finding> findings) {
    private static final String EXPECTED = "expected is a folder with one sub-folder for each visit, called before,"
            + " session-1, session-1-settled, session-2, ..., result or follow-up-1, with photos named by view such as"
            + " top.jpg";
    private static final String OUTPUT = "stipple";
    private static final String RECORD = "record.json";

    /**
     * Looks into {@code folder}.
     *
     * @throws CaseException when it is no case folder, or two of its folders mean the same stage
     */
    static CaseFolder scan(Path folder) throws CaseException, IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new CaseException("there is no folder " + folder + "; " + EXPECTED, absolute);
        }
        if (!Files.isDirectory(absolute)) {
            throw new CaseException(folder + " is a file; " + EXPECTED, absolute);
        }
        CaseFolder found =
                new CaseFolder(absolute, new TreeMap<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        found.look();
        return found;
    }

    private void look() throws CaseException, IOException {
        for (Path entry : sorted(folder)) {
            if (Files.isDirectory(entry)) {
                lookInto(entry);
            } else if (PhotoName.kindOf(name(entry)) != PhotoName.Kind.OTHER) {
                leftOut(entry, "lies beside the stages' folders, not in one of them: it is left out");
            }
        }
        if (stages.isEmpty()) {
            String unknown = findings.isEmpty() ? "" : " (left out: " + findings.size() + ")";
            throw new CaseException("no stage was found in " + folder + unknown + "; " + EXPECTED, folder);
        }
        if (shots.isEmpty()) {
            throw new CaseException("the stages in " + folder + " hold no photos; " + EXPECTED, folder);
        }
    }

    private void lookInto(Path entry) throws CaseException, IOException {
        if (name(entry).equals(OUTPUT) || Files.exists(entry.resolve(RECORD))) {
            return; // results of an earlier run
        }
        Optional<StageName> named = StageName.ofFolder(name(entry));
        if (named.isEmpty()) {
            String hint = StageName.suggestion(name(entry))
                    .map(nearest -> " (did you mean " + nearest + "?)")
                    .orElse("");
            leftOut(entry, "is no stage of a treatment" + hint + ": its photos are left out");
            return;
        }
        Stage stage = named.get().stage();
        String other = stages.putIfAbsent(stage, name(entry));
        if (other != null) {
            throw new CaseException(
                    "the folders " + other + " and " + name(entry) + " both mean the stage " + stage
                            + "; put their photos into one",
                    folder);
        }
        if (named.get().date() != null) {
            dates.put(stage, named.get().date());
        } else if (named.get().wrongDate() != null) {
            warn(
                    name(entry),
                    "begins with " + named.get().wrongDate() + ", which is no day of the calendar: the"
                            + " stage goes without that date");
        }
        lookForPhotos(entry, stage);
    }

    private void lookForPhotos(Path stageFolder, Stage stage) throws IOException {
        boolean any = false;
        for (Path entry : sorted(stageFolder)) {
            if (Files.isDirectory(entry)) {
                leftOut(entry, "is a folder within a stage: its photos are left out");
                continue;
            }
            switch (PhotoName.kindOf(name(entry))) {
                case PHOTO -> {
                    Optional<PhotoName> photo = PhotoName.of(name(entry));
                    if (photo.isPresent()) {
                        shots.add(
                                new Shot(photo.get().view(), stage, photo.get().repeat(), entry, relative(entry)));
                        any = true;
                    } else {
                        leftOut(entry, "names no view: it is left out");
                    }
                }
                case UNREAD_PICTURE ->
                    leftOut(
                            entry,
                            "is of a kind that is not read (JPEG, PNG, TIFF, WebP and HEIC are): it is left out");
                case OTHER -> {}
            }
        }
        if (!any) {
            warn(name(stageFolder), "holds no photos");
        }
    }

    private void leftOut(Path entry, String why) {
        warn(relative(entry), why);
    }

    private void warn(String subject, String message) {
        findings.add(new Finding(Severity.WARNING, subject, subject + " " + message));
    }

    private String relative(Path entry) {
        return folder.relativize(entry).toString().replace('\\', '/');
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /** What is not hidden in {@code folder}, by name. */
    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted(Comparator.comparing(CaseFolder::name))
                    .toList();
        }
    }
}
