package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortScaleTest {
    private static final int CASES = 10_000;
    private static final double MIB = 1 << 20;

    @TempDir
    Path root;

    /** Processor time and memory are printed and not asserted: other work on the machine moves them. */
    @Test
    void tenThousandCasesAreReadOneAtATimeAndWritten() throws IOException {
        List<String> texts =
                MadeCase.clinic(CASES, 1).stream().map(CaseFactsJson::text).toList();
        long start = cpuTime();
        Cohort cohort = new Cohort(CohortSettings.defaults());
        for (String text : texts) {
            cohort.add(CaseFactsJson.read(text));
        }
        long read = cpuTime();
        CohortFigures figures = cohort.figures();
        long told = cpuTime();
        CohortWriter.write(figures, root);
        long written = cpuTime();

        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                "cohort of %d cases of %.1f kB: processor time to read %.1f s, tell %.1f s, write %.1f s; heap %.0f MiB before collecting%n",
                CASES,
                texts.stream().mapToInt(String::length).average().orElseThrow() / 1000,
                (read - start) / 1e9,
                (told - read) / 1e9,
                (written - told) / 1e9,
                (machine.totalMemory() - machine.freeMemory()) / MIB);
        assertThat(figures.counts().clients()).isEqualTo(CASES);
        assertThat(root.resolve(CohortWriter.PAGE_FILE)).isNotEmptyFile();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
