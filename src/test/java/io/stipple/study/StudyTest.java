package io.stipple.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run, kept and named; the cases' scores are made by hand. */
class StudyTest {
    private static final Set<String> ALL = Set.of(
            "normal-III-1",
            "normal-III-1-unchanged",
            "normal-III-1-faded",
            "hard-III-1",
            "hard-III-1-unchanged",
            "hard-III-1-faded",
            "normal-III-2",
            "normal-III-2-unchanged",
            "normal-III-2-faded",
            "hard-III-2",
            "hard-III-2-unchanged",
            "hard-III-2-faded");

    @TempDir
    Path folder;

    private final Set<String> run = Collections.synchronizedSet(new TreeSet<>());

    @Test
    void everySeedOfEveryTierGoesThroughEverything() throws Exception {
        StudyResult result = study(this::scored).run(1, Progress.silent());
        assertThat(run).isEqualTo(ALL);
        assertThat(result.finished()).isEqualTo(ALL.size());
        assertThat(result.failed()).isEmpty();
    }

    @Test
    void aSecondRunSkipsWhatIsFinishedAndSaysTheSame() throws Exception {
        String first = study(this::scored).run(1, Progress.silent()).table();
        run.clear();
        Study again = study(this::scored);
        assertThat(again.finishedBefore()).isEqualTo(again.size());
        assertThat(again.run(1, Progress.silent()).table()).isEqualTo(first);
        assertThat(run).isEmpty();
    }

    @Test
    void aCaseThatFailsIsNamedTheOthersGoOnAndItIsTriedAgain() throws Exception {
        StudyResult result = study(one -> {
                    if (one.name().equals("normal-III-1")) {
                        throw new IOException("the disk is full");
                    }
                    return scored(one);
                })
                .run(1, Progress.silent());
        assertThat(result.failed()).hasSize(1);
        assertThat(result.failed().get("normal-III-1")).contains("the disk is full");
        assertThat(result.finished()).isEqualTo(ALL.size() - 1);

        run.clear();
        assertThat(study(this::scored).run(1, Progress.silent()).failed()).isEmpty();
        assertThat(run).containsExactly("normal-III-1");
    }

    @Test
    void severalJobsGiveTheTableOfOne() throws Exception {
        String one = study(this::scored).run(1, Progress.silent()).table();
        Path other = folder.resolve("other");
        assertThat(Study.of(other, HandMade.PLAN, this::scored)
                        .run(4, Progress.silent())
                        .table())
                .isEqualTo(one);
    }

    @Test
    void nothingIsWrittenBeforeTheRun() throws Exception {
        study(this::scored);
        assertThat(Files.exists(folder.resolve("study"))).isFalse();
    }

    private Study study(CaseRunner runner) throws Exception {
        return Study.of(folder.resolve("study"), HandMade.PLAN, runner);
    }

    private CaseScores scored(StudyCase one) {
        run.add(one.name());
        return HandMade.figures(HandMade.density(100 + one.phantom().seed(), 5));
    }
}
