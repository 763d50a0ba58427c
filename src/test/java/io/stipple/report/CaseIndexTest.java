package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIndexTest {
    @TempDir
    Path root;

    @BeforeEach
    void threeCasesOfWhichOneIsBroken() throws IOException {
        results("client <1>/stipple", "C-1 <script>alert(1)</script>");
        results("results of 2", "C-2");
        Files.createDirectories(root.resolve("client-3/stipple"));
        Files.writeString(root.resolve("client-3/stipple/record.json"), "{\"format\" : \"stipple-record-1\"}");
        Files.createDirectories(root.resolve("no case/before"));
        Files.createDirectories(root.resolve(".hidden"));
        Files.writeString(root.resolve(".hidden/record.json"), "{}");
    }

    @Test
    void theCasesOfAFolderAreFoundByName() throws IOException {
        assertThat(CaseIndex.outputsBelow(root))
                .containsExactly(
                        root.resolve("client <1>/stipple"),
                        root.resolve("client-3/stipple"),
                        root.resolve("results of 2"));
    }

    @Test
    void aBrokenRecordIsNamedAndTheOthersAreListed() throws IOException {
        List<String> steps = new ArrayList<>();

        IndexedCases indexed = CaseIndex.write(root, CaseIndex.outputsBelow(root), steps::add);

        assertThat(steps).containsExactly("client <1>/stipple", "client-3/stipple", "results of 2");
        assertThat(indexed.clients()).containsExactly("C-1 <script>alert(1)</script>", "C-2");
        assertThat(indexed.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.folder()).isEqualTo("client-3/stipple");
            assertThat(broken.reason()).contains("stipple-record-1").doesNotContain(root.toString());
        });
        assertThat(indexed.json()).contains("\"index\"", "client-3/stipple");
        assertThat(page()).contains("client-3/stipple", "stipple-record-1");
    }

    @Test
    void eachClientHasATimelineVerdictsWhatWaitsAndALink() throws IOException {
        String page = write();

        assertThat(page).contains("2026-01-03", "+7 days", "Result");
        assertThat(page).contains("9 real", "1 cannot tell", "add dots in 1 region · wait in 1 region", "dots/cm²");
        assertThat(page).contains("href=\"./client%20%3C1%3E/stipple/report.html\"");
        // The second was never rendered: no link that leads nowhere.
        assertThat(page).doesNotContain("results%20of%202/report.html").contains("not written");
    }

    @Test
    void itRunsNoScriptAsksNothingOfTheNetworkAndShowsNamesAsText() throws IOException {
        String page = write();

        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain("script-src");
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page).doesNotContainPattern("https?://").doesNotContain(root.toString());
    }

    @Test
    void theSameCasesGiveTheSameBytes() throws IOException {
        assertThat(write()).isEqualTo(write());
    }

    @Test
    void anotherPageOfThatNameIsLeftAlone() throws IOException {
        Files.writeString(root.resolve("index.html"), "<title>my practice</title>");

        assertThatThrownBy(this::write)
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("did not write");
        assertThat(root.resolve("index.html")).hasContent("<title>my practice</title>");
    }

    @Test
    void aFolderWithoutResultsIsRefused() throws IOException {
        Path empty = Files.createDirectories(root.resolve("empty"));

        assertThatThrownBy(() -> CaseIndex.write(empty, CaseIndex.outputsBelow(empty), step -> {}))
                .hasMessageContaining("neither a record.json");
        assertThat(empty).isEmptyDirectory();
    }

    private String write() throws IOException {
        CaseIndex.write(root, CaseIndex.outputsBelow(root), step -> {});
        return page();
    }

    private String page() throws IOException {
        return Files.readString(root.resolve("index.html"));
    }

    private void results(String folder, String client) throws IOException {
        Path output = Files.createDirectories(root.resolve(folder));
        RecordJson.write(new CaseFixture(client, 3).record(), output.resolve("record.json"));
        if (folder.endsWith("stipple")) {
            Files.writeString(output.resolve("report.html"), "a report");
        }
    }
}
