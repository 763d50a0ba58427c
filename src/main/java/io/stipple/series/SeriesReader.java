package io.stipple.series;

import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a case folder: the rules by which folders are stages and files are views, and {@code case.yaml} on top. */
public final class SeriesReader {
    private SeriesReader() {}

    /** Whether a folder of this name is a stage of a case. */
    public static boolean isStage(String folderName) {
        return StageName.ofFolder(folderName).isPresent();
    }

    /**
     * The series in {@code caseFolder}.
     *
     * @throws CaseException when the folder is no case or its {@code case.yaml} cannot be understood
     * @throws IOException when something in it cannot be read
     */
    public static Series read(Path caseFolder) throws CaseException, IOException {
        CaseFolder found = CaseFolder.scan(caseFolder);
        List<Finding> findings = new ArrayList<>(found.findings());
        CaseConfig config = config(found, findings);
        List<Shot> shots = found.shots().stream()
                .filter(shot -> !config.excluded().contains(shot.relativePath()))
                .toList();
        refuseTwins(shots, found.folder());
        List<StageInfo> stages = stages(found, config, shots, findings);
        addMissing(stages, shots, findings);
        return new Series(found.folder(), config, stages, inOrder(shots, stages), findings);
    }

    private static CaseConfig config(CaseFolder found, List<Finding> findings) throws CaseException, IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(found.folder())) {
            files = entries.filter(entry -> entry.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches("case\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            return CaseConfig.empty();
        }
        Path file = files.get(0);
        if (files.size() > 1 || !file.getFileName().toString().equals(CaseYaml.FILE)) {
            throw new CaseException(
                    "the case's notes must stand in one file called " + CaseYaml.FILE + "; found "
                            + String.join(
                                    ", ",
                                    files.stream()
                                            .map(entry -> entry.getFileName().toString())
                                            .toList()),
                    found.folder());
        }
        return CaseYaml.read(file, found, findings);
    }

    private static void refuseTwins(List<Shot> shots, Path folder) throws CaseException {
        Map<String, Shot> seen = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Shot shot : shots) {
            Shot twin = seen.putIfAbsent(shot.stage() + "/" + shot.view() + "/" + shot.repeat(), shot);
            if (twin != null) {
                problems.add(twin.relativePath() + " and " + shot.relativePath() + " both mean shot " + shot.repeat()
                        + " of " + shot.view() + " in " + shot.stage() + "; rename one or list it under exclude in "
                        + CaseYaml.FILE);
            }
        }
        if (!problems.isEmpty()) {
            throw new CaseException(problems, folder);
        }
    }

    private static List<StageInfo> stages(
            CaseFolder found, CaseConfig config, List<Shot> shots, List<Finding> findings) {
        List<StageInfo> stages = new ArrayList<>();
        for (Stage stage : found.stages().keySet()) {
            StageInfo noted = config.stages().get(stage);
            LocalDate folderDate = found.dates().get(stage);
            LocalDate date = noted == null || noted.date() == null ? folderDate : noted.date();
            if (date == null) {
                date = cameraDate(stage, shots).orElse(null);
            } else if (folderDate != null && !date.equals(folderDate)) {
                findings.add(new Finding(
                        Severity.WARNING,
                        stage.name(),
                        stage + " is dated " + date + " in " + CaseYaml.FILE + " and " + folderDate + " by its folder: "
                                + CaseYaml.FILE + " counts"));
            }
            stages.add(
                    noted == null
                            ? new StageInfo(stage, date, null, null, null)
                            : new StageInfo(stage, date, noted.pigment(), noted.practitioner(), noted.needle()));
        }
        return StageOrder.inTime(stages, findings);
    }

    private static Optional<LocalDate> cameraDate(Stage stage, List<Shot> shots) {
        PhotoReader photos = new PhotoReader(PhotoSettings.defaults());
        return shots.stream()
                .filter(shot -> shot.stage().equals(stage))
                .flatMap(shot -> photos.capturedAt(shot.file()).stream())
                .map(LocalDateTime::toLocalDate)
                .min(Comparator.naturalOrder());
    }

    private static void addMissing(List<StageInfo> stages, List<Shot> shots, List<Finding> findings) {
        Map<String, TreeSet<Stage>> stagesOfView = new TreeMap<>();
        shots.forEach(shot -> stagesOfView
                .computeIfAbsent(shot.view(), view -> new TreeSet<>())
                .add(shot.stage()));
        if (stages.size() == 1) {
            Stage only = stages.get(0).stage();
            findings.add(new Finding(
                    Severity.NOTE, only.name(), only + " is the only stage: there is nothing to compare it with"));
        }
        stagesOfView.forEach((view, present) -> stages.stream()
                .map(StageInfo::stage)
                .filter(stage -> !present.contains(stage))
                .forEach(stage -> findings.add(
                        new Finding(Severity.NOTE, view, "the view " + view + " is missing in " + stage))));
    }

    private static List<Shot> inOrder(List<Shot> shots, List<StageInfo> stages) {
        List<Stage> time = stages.stream().map(StageInfo::stage).toList();
        return shots.stream()
                .sorted(Comparator.comparing(Shot::view)
                        .thenComparing(shot -> time.indexOf(shot.stage()))
                        .thenComparing(Shot::repeat))
                .toList();
    }
}
