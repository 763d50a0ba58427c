package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an output folder is told by name, and nothing is written then. */
class FinishedCaseTest {
    private static final String BEFORE = "aligned/top/before.jpg";

    @TempDir
    Path root;

    private Path folder;
    private Path record;

    @BeforeEach
    void aFinishedCase() throws IOException {
        folder = Files.createDirectories(root.resolve("client-1/stipple"));
        record = folder.resolve("record.json");
        var written = new CaseFixture("C-1", 5).record();
        CaseFixture.drawPictures(written, folder, 160);
        RecordJson.write(written, record);
    }

    @Test
    void itIsFoundByItsOwnFolderOrByTheCaseFolder() throws IOException {
        assertThat(FinishedCase.folderOf(folder)).contains(folder);
        assertThat(FinishedCase.folderOf(folder.getParent())).contains(folder);
        assertThat(FinishedCase.folderOf(root)).isEmpty();
        assertThat(FinishedCase.read(folder).record().client()).isEqualTo("C-1");
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        assertThatThrownBy(() -> ReportWriter.render(root.resolve("nobody")))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> ReportWriter.render(record)).hasMessageContaining("this is a file");
        assertThatThrownBy(() -> ReportWriter.render(root)).hasMessageContaining("it holds no record.json");
    }

    @Test
    void anotherFormatIsNamedAndNotReadAsIfItWereOurs() throws IOException {
        replace("stipple-record-5", "stipple-record-2");
        refused("the record has the format stipple-record-2");
    }

    @Test
    void aBrokenRecordIsRefused() throws IOException {
        String good = Files.readString(record);
        Files.writeString(record, good.substring(0, good.length() / 2));
        refused("not a record of Stipple");
        Files.writeString(record, "");
        refused("it does not begin with its format");
        Files.write(record, new byte[] {'{', (byte) 0xc3, (byte) 0x28});
        refused("not a record of Stipple");
        Files.writeString(record, good.replaceFirst("\"record\" : \\{(?s).*", "\"record\" : null }"));
        refused("not a record of Stipple");
        Files.writeString(record, good.replaceFirst("\"views\" : \\[", "\"views\" : [ null, "));
        refused("not a record of Stipple");
    }

    @Test
    void aMissingPictureIsRefused() throws IOException {
        Files.delete(folder.resolve(BEFORE));
        refused("the picture of top at before that the record names is missing");
    }

    @Test
    void aDamagedPictureIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(BEFORE));
        Files.write(folder.resolve(BEFORE), Arrays.copyOf(whole, whole.length / 2));
        refused("the picture of top at before is damaged");
        Files.write(folder.resolve(BEFORE), "no picture".getBytes(StandardCharsets.US_ASCII));
        refused("the picture of top at before is damaged");
    }

    @Test
    void aPictureOutsideTheFolderIsRefusedByItsNameAndThroughALink() throws IOException {
        Path secret = root.resolve("secret.jpg");
        Files.copy(folder.resolve(BEFORE), secret);
        String good = Files.readString(record);
        replace(BEFORE, "../../secret.jpg");
        refused("lies outside the output folder");
        replace("../../secret.jpg", secret.toString());
        refused("lies outside the output folder");

        Files.writeString(record, good);
        Files.delete(folder.resolve(BEFORE));
        Files.createSymbolicLink(folder.resolve(BEFORE), secret);
        refused("lies outside the output folder");
    }

    private void replace(String text, String other) throws IOException {
        Files.writeString(record, Files.readString(record).replace(text, other));
    }

    private void refused(String why) throws IOException {
        assertThatThrownBy(() -> ReportWriter.render(folder, new ReportRequest(true, true, true, true), file -> {}))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining(why);
        assertThat(entries(folder)).containsExactlyInAnyOrder("aligned", "counted", "gloss", "record.json");
        assertThat(entries(folder.getParent())).containsExactly("stipple");
    }

    private static List<String> entries(Path where) throws IOException {
        try (Stream<Path> entries = Files.list(where)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
