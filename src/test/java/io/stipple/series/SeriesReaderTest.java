package io.stipple.series;

import static io.stipple.series.CaseFolders.put;
import static io.stipple.series.CaseFolders.putTaken;
import static io.stipple.series.CaseFolders.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesReaderTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreStagesAndFilesAreViews() throws Exception {
        put(folder, "before/top.jpg", "before/Front.JPEG", "session-1/top.heic", "session-1/front.png");

        Series series = SeriesReader.read(folder);

        assertThat(series.shots())
                .extracting(Shot::view, Shot::stage, Shot::repeat, Shot::relativePath)
                .containsExactly(
                        tuple("front", Stage.BEFORE, 1, "before/Front.JPEG"),
                        tuple("front", Stage.session(1), 1, "session-1/front.png"),
                        tuple("top", Stage.BEFORE, 1, "before/top.jpg"),
                        tuple("top", Stage.session(1), 1, "session-1/top.heic"));
        assertThat(series.findings()).isEmpty();
        assertThat(series.config()).isEqualTo(CaseConfig.empty());
    }

    @Test
    void everyStageOfTheTreatmentComesInItsOrder() throws Exception {
        put(
                folder,
                "result/top.jpg",
                "follow-up-1/top.jpg",
                "session-2-settled/top.jpg",
                "session-2/top.jpg",
                "session-10/top.jpg",
                "session-1-settled/top.jpg",
                "session-1/top.jpg",
                "before/top.jpg");

        assertThat(stageNames())
                .containsExactly(
                        "before",
                        "session-1",
                        "session-1-settled",
                        "session-2",
                        "session-2-settled",
                        "session-10",
                        "result",
                        "follow-up-1");
    }

    @Test
    void aTrailingNumberMarksARepeatOfTheSameView() throws Exception {
        put(
                folder,
                "before/top.jpg",
                "before/top-2.jpg",
                "before/TOP-3.JPG",
                "before/img_1234.jpg",
                "before/img-5678.jpg");

        assertThat(SeriesReader.read(folder).shots())
                .extracting(shot -> shot.view() + " " + shot.repeat())
                .containsExactly("img-5678 1", "img_1234 1", "top 1", "top 2", "top 3");
    }

    @Test
    void twoFilesForTheSameShotAreAnErrorThatNamesBoth() throws Exception {
        put(folder, "before/top.jpg", "before/top.heic");

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> SeriesReader.read(folder))
                .withMessage(
                        "before/top.heic and before/top.jpg both mean shot 1 of top in before; rename one or list it"
                                + " under exclude in case.yaml");

        yaml(folder, "exclude: [before/top.heic]");
        assertThat(SeriesReader.read(folder).shots())
                .extracting(Shot::relativePath)
                .containsExactly("before/top.jpg");
    }

    @Test
    void whatIsNoPhotoIsIgnoredAndPicturesThatCannotBeReadAreNamed() throws Exception {
        put(
                folder,
                "before/top.jpg",
                "before/notes.txt",
                "before/Thumbs.db",
                "before/.DS_Store",
                "before/._top.jpg",
                "before/consent.pdf",
                "before/left.CR2",
                "before/right.gif",
                "loose.jpg",
                "before/more/top.jpg");

        Series series = SeriesReader.read(folder);

        assertThat(series.shots()).extracting(Shot::relativePath).containsExactly("before/top.jpg");
        assertThat(warnings(series))
                .containsExactly(
                        "before/left.CR2 is of a kind that is not read (JPEG, PNG, TIFF, WebP and HEIC are): it is left out",
                        "before/more is a folder within a stage: its photos are left out",
                        "before/right.gif is of a kind that is not read (JPEG, PNG, TIFF, WebP and HEIC are): it is left out",
                        "loose.jpg lies beside the stages' folders, not in one of them: it is left out");
    }

    @Test
    void unknownFoldersAreNamedAndHiddenOnesAndResultsAreNot() throws Exception {
        put(
                folder,
                "before/top.jpg",
                "sesion-1/top.jpg",
                "holiday/beach.jpg",
                ".git/config",
                "stipple/report.html",
                "analysis-2/record.json",
                "analysis-2/aligned.jpg");

        Series series = SeriesReader.read(folder);

        assertThat(warnings(series))
                .containsExactly(
                        "holiday is no stage of a treatment: its photos are left out",
                        "sesion-1 is no stage of a treatment (did you mean session-1?): its photos are left out");
    }

    @Test
    void twoFoldersForTheSameStageAreAnErrorThatNamesBoth() throws Exception {
        put(folder, "01-before/top.jpg", "Before/top.jpg");

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> SeriesReader.read(folder))
                .withMessage("the folders 01-before and Before both mean the stage before; put their photos into one");
    }

    @Test
    void datesComeFromCaseYamlThenTheFolderAndPutTheStagesInOrder() throws Exception {
        put(folder, "before/top.jpg", "2026-01-10 session-1/top.jpg", "2026-02-20_session-1-settled/top.jpg");
        yaml(folder, "stages:", "  session-1: {date: 2026-01-11, pigment: grey}");

        Series series = SeriesReader.read(folder);

        assertThat(series.stages())
                .containsExactly(
                        new StageInfo(Stage.BEFORE, null, null, null, null),
                        new StageInfo(Stage.session(1), LocalDate.of(2026, 1, 11), "grey", null, null),
                        new StageInfo(Stage.settled(1), LocalDate.of(2026, 2, 20), null, null, null));
        assertThat(warnings(series))
                .containsExactly(
                        "session-1 is dated 2026-01-11 in case.yaml and 2026-01-10 by its folder: case.yaml counts");
    }

    @Test
    void aDateThatContradictsTheTreatmentCountsAndIsWarnedOf() throws Exception {
        put(folder, "before/top.jpg", "session-1/top.jpg", "session-1-settled/top.jpg", "session-2/top.jpg");
        yaml(folder, "stages:", "  session-1: {date: 2026-03-01}", "  session-2: {date: 2026-01-15}");

        Series series = SeriesReader.read(folder);

        assertThat(series.stages())
                .extracting(info -> info.stage().name())
                .containsExactly("before", "session-2", "session-1", "session-1-settled");
        assertThat(warnings(series))
                .containsExactly(
                        "session-2 is dated 2026-01-15, before session-1 of 2026-03-01: the stages are taken in the"
                                + " order of their dates");
    }

    @Test
    void whereNothingElseNamesADateTheCameraDoes() throws Exception {
        putTaken(folder, "before/top.jpg", "2026:01:10 09:30:00");
        putTaken(folder, "before/top-2.jpg", "2026:01:09 23:50:00");
        putTaken(folder, "2026-02-01 session-1/top.jpg", "2019:01:01 00:00:00");
        put(folder, "session-1-settled/top.jpg");

        assertThat(SeriesReader.read(folder).stages())
                .extracting(info -> info.stage().name() + " " + info.date())
                .containsExactly("before 2026-01-09", "session-1 2026-02-01", "session-1-settled null");
    }

    @Test
    void aFolderDateThatIsNoDayIsWarnedOf() throws Exception {
        put(folder, "2026-02-31 session-1/top.jpg");

        Series series = SeriesReader.read(folder);

        assertThat(series.stages().get(0).date()).isNull();
        assertThat(warnings(series))
                .containsExactly(
                        "2026-02-31 session-1 begins with 2026-02-31, which is no day of the calendar: the stage"
                                + " goes without that date");
    }

    @Test
    void aMissingViewAndALonelyStageAreNoted() throws Exception {
        put(folder, "before/top.jpg");
        assertThat(notes(SeriesReader.read(folder)))
                .containsExactly("before is the only stage: there is nothing to compare it with");

        put(folder, "before/left.jpg", "session-1/top.jpg");
        assertThat(notes(SeriesReader.read(folder))).containsExactly("the view left is missing in session-1");
    }

    @Test
    void whatIsNoCaseFolderIsToldWithWhatIsExpected() throws Exception {
        Path missing = folder.resolve("client-7");
        assertRefused(
                missing, "there is no folder " + missing + "; expected is a folder with one sub-folder for each visit");

        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        assertRefused(file, file + " is a file; expected is a folder with one sub-folder");

        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(empty, "no stage was found in " + empty + "; expected is");

        put(folder, "other/photos/top.jpg");
        assertRefused(
                folder.resolve("other"),
                "no stage was found in " + folder.resolve("other") + " (left out: 1); expected is");

        Files.createDirectories(folder.resolve("bare/before"));
        assertRefused(
                folder.resolve("bare"), "the stages in " + folder.resolve("bare") + " hold no photos; expected is");
    }

    @Test
    void linksThatLeadInACircleAndOddNamesHurtNothing() throws Exception {
        put(folder, "before/top.jpg", "before/ .jpg", "before/oben ü.jpg", "session-1/.jpg", "session-1/top.jpg");
        Files.createSymbolicLink(folder.resolve("before/loop"), folder);
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("before/gone.jpg"), folder.resolve("nowhere.jpg"));

        Series series = SeriesReader.read(folder);

        assertThat(series.shots()).extracting(Shot::view).containsExactly("gone", "oben ü", "top", "top");
        assertThat(warnings(series))
                .contains("before/ .jpg names no view: it is left out")
                .contains("before/loop is a folder within a stage: its photos are left out");
    }

    @Test
    void theClientIsTheFoldersNameUnlessCaseYamlNamesOne() throws Exception {
        Path client = folder.resolve("client-017");
        put(client, "before/top.jpg");
        assertThat(SeriesReader.read(client).client()).isEqualTo("client-017");

        yaml(client, "client: C-017");
        assertThat(SeriesReader.read(client).client()).isEqualTo("C-017");
    }

    @Test
    void notesUnderAnotherNameAreNotOverlooked() throws Exception {
        put(folder, "before/top.jpg", "case.yml");

        assertRefused(folder, "the case's notes must stand in one file called case.yaml; found case.yml");
    }

    private List<String> stageNames() throws CaseException, IOException {
        return SeriesReader.read(folder).stages().stream()
                .map(info -> info.stage().name())
                .toList();
    }

    private static void assertRefused(Path path, String message) {
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> SeriesReader.read(path))
                .withMessageStartingWith(message);
    }

    private static List<String> warnings(Series series) {
        return messages(series, Severity.WARNING);
    }

    private static List<String> notes(Series series) {
        return messages(series, Severity.NOTE);
    }

    private static List<String> messages(Series series, Severity severity) {
        return series.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::message)
                .toList();
    }
}
