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
    void signingAndVerifyingNameWhatIsNotThere() {
        assertThat(run("verify", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("sign", folder.toString(), "--key", "nobody.pem")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("sign", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString())
                .contains("no record.json here", "no key file nobody.pem", "--new-key")
                .doesNotContain("\tat ");
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

    @Test
    void aReportIsWrittenAgainFromTheRecordWithTheSameBytesAndTheSameWords() throws IOException {
        Path output = analysed();
        byte[] page = Files.readAllBytes(output.resolve("report.html"));
        byte[] photos = Files.readAllBytes(output.resolve("photos.csv"));
        String said = out.toString();
        Files.delete(output.resolve("report.html"));
        Files.writeString(output.resolve("photos.csv"), "edited by hand");
        out.getBuffer().setLength(0);

        assertThat(run("report", output.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);

        assertThat(output.resolve("report.html")).hasBinaryContent(page);
        assertThat(output.resolve("photos.csv")).hasBinaryContent(photos);
        assertThat(out.toString()).isEqualTo(said);
        assertThat(err.toString()).contains("report.html");
    }

    @Test
    void aCaseFolderStandsForTheResultsInIt() throws IOException {
        Path output = analysed();
        Files.delete(output.resolve("report.html"));

        assertThat(run("report", "--quiet", folder.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(output.resolve("report.html")).exists();
    }

    @Test
    void aReportMayBeAPdfAlone() throws IOException {
        Path output = analysed();
        Files.delete(output.resolve("report.html"));

        assertThat(run("report", "--pdf", "--json", output.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(output.resolve("report.pdf")).exists();
        assertThat(output.resolve("report.html")).doesNotExist();
        assertThat(out.toString()).contains("report.pdf\"");
    }

    @Test
    void aFolderThatHoldsNoResultsIsWrongInput() {
        assertThat(run("report", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("record.json").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutConsentNothingIsShared() throws IOException {
        Path output = analysed();

        assertThat(run("report", "--share", output.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("case.yaml", "consent: {marketing: yes}", output.toString());
        assertThat(output.resolve("share.html")).doesNotExist();
    }

    @Test
    void aFolderOfCasesGetsAnIndexAndWhatIsBrokenIsNamed() throws IOException {
        Path cases = folder.resolve("cases");
        for (String name : new String[] {"one", "two"}) {
            Files.createDirectories(cases.resolve(name + "/before"));
            Files.writeString(cases.resolve(name + "/before/top.jpg"), "this is a text");
            run("analyze", "--quiet", cases.resolve(name).toString());
        }

        assertThat(run("report", cases.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("2 clients", "index.html");
        assertThat(cases.resolve("index.html")).content().contains("./one/stipple/report.html");
        assertThat(run("report", "--pdf", cases.toString())).isEqualTo(ExitCode.WRONG_INPUT);

        Files.writeString(cases.resolve("two/stipple/record.json"), "{}");
        out.getBuffer().setLength(0);
        assertThat(run("report", "--json", cases.toString())).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(out.toString()).contains("two/stipple");
        assertThat(cases.resolve("index.html")).content().contains("two/stipple", "does not begin with its format");
    }

    @Test
    void datesAreLeftOutOfASharedPageOnly() {
        assertThat(run("report", "--no-dates", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--no-dates goes with --share");
    }

    private Path analysed() throws IOException {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/top.jpg"), "this is a text");
        run("analyze", folder.toString());
        err.getBuffer().setLength(0);
        return folder.resolve("stipple");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
