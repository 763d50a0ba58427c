package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.report.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortWriterTest {
    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir
    Path root;

    @Test
    void thePageRunsNothingAsksNothingOfTheNetworkAndShowsNamesAsText() throws IOException {
        List<CaseFacts> cases = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cases.add(MadeCase.of(EVIL + i, 1)
                    .by("P" + EVIL + i % 2)
                    .with(EVIL, EVIL)
                    .skin(EVIL)
                    .kept(EVIL, 30, i == 0 ? 10 : 85 + i % 4)
                    .facts());
        }
        write("out", cases, List.of(new LeftOut(EVIL, EVIL)));

        String page = Files.readString(root.resolve("out/cohort.html"));
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain("script-src");
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(page).doesNotContainPattern("https?://").doesNotContain("<img");
        assertThat(page).contains("<svg", "role=\"img\"", "<desc", "scope=\"row\"");
    }

    @Test
    void theSameCasesInAnyOrderGiveTheSameBytes() throws IOException {
        List<CaseFacts> cases = new ArrayList<>(MadeCase.clinic(40, 9));
        List<LeftOut> leftOut = new ArrayList<>(List.of(new LeftOut("b", "broken"), new LeftOut("a", "too old")));
        write("one", cases, leftOut);
        Collections.shuffle(cases, new Random(2));
        Collections.reverse(leftOut);
        write("other", cases, leftOut);

        for (String file : List.of("cohort.html", "cohort.csv", "cohort.json")) {
            assertThat(root.resolve("other").resolve(file))
                    .hasSameBinaryContentAs(root.resolve("one").resolve(file));
        }
    }

    @Test
    void theTableIsTidyAndHasAReasonForEachEmptyValue() throws IOException {
        write("out", MadeCase.clinic(40, 9), List.of());

        List<String> rows = Files.readAllLines(root.resolve("out/cohort.csv"));
        assertThat(rows.get(0))
                .isEqualTo("section,factor,group,figure,value,lo95,hi95,unit,clients,comparisons,reason");
        assertThat(rows).anyMatch(row -> row.startsWith("retention,practitioner,P4,mean retention,"));
        // A value is missing where unit follows three empty cells; then the last cell must say why.
        assertThat(rows).filteredOn(row -> row.contains(",,,,%,")).isNotEmpty().allMatch(row -> !row.endsWith(","));
    }

    @Test
    void theJsonHoldsTheSameFigures() throws IOException {
        CohortFigures figures = write("out", MadeCase.clinic(40, 9), List.of());

        var json = RecordJson.mapper().readTree(Files.readString(root.resolve("out/cohort.json")));
        assertThat(json.get("format").asString()).isEqualTo("stipple-cohort-1");
        assertThat(json.get("cohort").get("counts").get("clients").asInt()).isEqualTo(40);
        assertThat(json.get("cohort").get("sentences").get(0).asString())
                .isEqualTo(figures.sentences().get(0));
    }

    @Test
    void anEmptyCohortHasAPageToo() throws IOException {
        write("out", List.of(), List.of(new LeftOut("client-1", "the record cannot be read")));

        assertThat(root.resolve("out/cohort.html"))
                .content()
                .contains("No case tells anything yet", "client-1", "the record cannot be read");
        assertThat(root).isDirectoryNotContaining(path -> path.toString().contains("unfinished"));
    }

    private CohortFigures write(String folder, List<CaseFacts> cases, List<LeftOut> leftOut) throws IOException {
        CohortFigures figures = Cohort.of(cases.stream(), leftOut, CohortSettings.defaults());
        CohortWriter.write(figures, root.resolve(folder));
        return figures;
    }
}
