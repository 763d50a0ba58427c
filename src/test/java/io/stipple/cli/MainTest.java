package io.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets for what was typed: exit code, words on the right stream, and nothing written for wrong input. */
class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("analyze", "phantom", "Exit codes");
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("stipple \\d+\\.\\d+");
    }

    @Test
    void noCommandAndAnUnknownOneAreWrongUsage() {
        assertThat(run()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("analyse")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("analyze");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(run("analyze", folder.resolve("nobody").toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("nobody").doesNotContain("\tat ");
    }

    @Test
    void anEmptyFolderSaysWhatIsExpectedAndStaysEmpty() throws IOException {
        assertThat(run("analyze", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("before").doesNotContain("\tat ");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void aWrongKeyInCaseYamlIsNamedWithItsLine() throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/top.jpg"), "not opened yet");
        Files.writeString(folder.resolve("case.yaml"), "client: C-1\nskyn: III\n");

        assertThat(run("analyze", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("case.yaml", "line 2", "skyn");
    }

    @Test
    void filesThatAreNoPhotosAreFindingsAndTheRunEndsWithOne() throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/top.jpg"), "this is a text");
        Files.createFile(folder.resolve("before/left.jpg"));

        assertThat(run("analyze", folder.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(out.toString()).contains("before/top.jpg", "before/left.jpg", "report.html");
        assertThat(folder.resolve("stipple/report.html")).exists();
        assertThat(folder.resolve("stipple/photos.csv")).content().contains("unusable");
    }

    @Test
    void quietSaysNothing() throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/top.jpg"), "this is a text");

        assertThat(run("analyze", "--quiet", folder.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonIsOneObjectOnStandardOutput() throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/top.jpg"), "this is a text");

        assertThat(run("analyze", "--json", folder.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(out.toString().trim()).startsWith("{").endsWith("}").contains("\"findings\"");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
