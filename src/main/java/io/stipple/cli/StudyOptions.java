package io.stipple.cli;

import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.SkinType;
import io.stipple.phantom.Tier;
import io.stipple.study.OtherStudyException;
import io.stipple.study.Study;
import io.stipple.study.StudyPlan;
import io.stipple.study.StudyResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code stipple phantom OUT --study}: the options that only a study has, and its run. */
final class StudyOptions {
    @Option(
            names = "--study",
            required = true,
            description = "Render and analyse many heads and print how often intervals and verdicts are right;"
                    + " goes on where an earlier run stopped.")
    private boolean asked;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            converter = SeedList.Converter.class,
            description = "Heads to study, such as 1-10 or 1,4,7-9; default 1-10.")
    private SeedList seeds = SeedList.parse("1-10");

    @Option(names = "--tiers", split = ",", paramLabel = "TIER", description = "Default easy,normal,hard.")
    private List<Tier> tiers = List.of(Tier.values());

    @Option(names = "--skins", split = ",", paramLabel = "SKIN", description = "Default I,III,VI.")
    private List<SkinType> skins = List.of(SkinType.I, SkinType.III, SkinType.VI);

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Cases at the same time; default: one for each two processors, as far as memory goes.")
    private @Nullable Integer jobs;

    @Option(names = "--keep", description = "Keep each case's photos and results below OUT/photos.")
    private boolean keep;

    /** Whether there is to be a study; {@code --study=false} may be typed. */
    boolean asked() {
        return asked;
    }

    /**
     * Runs the study and returns the exit code.
     *
     * @param phantom what all heads share
     */
    int run(Path out, PhantomSettings phantom, CommandLine command, boolean quiet)
            throws IOException, InterruptedException, OtherStudyException {
        Study work = Study.in(out, new StudyPlan(phantom, seeds.seeds(), tiers, skins), keep);
        PrintWriter err = command.getErr();
        if (!quiet && work.finishedBefore() > 0) {
            err.println(work.finishedBefore() + " of " + work.size() + " cases are finished already");
        }
        StudyResult result =
                work.run(jobs == null ? Study.defaultJobs(phantom.megapixels()) : jobs, ConsoleProgress.on(err, quiet));
        PrintWriter results = command.getOut();
        results.print(result.table());
        result.failed().forEach((name, reason) -> results.println("failed: " + name + ": " + reason));
        results.flush();
        return result.failed().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_MEASURED;
    }

    /** What is wrong with the options; null where nothing is. */
    @Nullable
    String problem() {
        return jobs != null && jobs < 1 ? "--jobs is " + jobs + ", less than 1" : null;
    }
}
