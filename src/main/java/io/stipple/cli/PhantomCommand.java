package io.stipple.cli;

import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.SkinType;
import io.stipple.phantom.Tier;
import io.stipple.study.OtherStudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple phantom OUT}: a synthetic case with exact truth, the score of an analysis against it, or many of both. */
@Command(
        name = "phantom",
        mixinStandardHelpOptions = true,
        description = {
            "Renders a synthetic case with exact truth into OUT; with --check, scores an analysis of it instead;",
            "with --study, does both over many heads."
        })
final class PhantomCommand implements Callable<Integer> {
    private static final List<String> OF_ONE_CASE =
            List.of("--seed", "--tier", "--skin", "--change", "--check", "--truth");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "OUT", description = "Case folder to render into, or that was rendered before.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same bytes; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--tier",
            defaultValue = "normal",
            description = "How much camera, light and skin change between stages: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Tier tier;

    @Option(names = "--skin", defaultValue = "III", description = "Fitzpatrick type: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private SkinType skin;

    @Option(names = "--views", split = ",", defaultValue = "top", description = "Such as top,front,left,right,back.")
    @SuppressWarnings("NullAway.Init")
    private List<String> views;

    @Option(names = "--megapixels", defaultValue = "12", description = "Size of a photo; default ${DEFAULT-VALUE}.")
    private double megapixels;

    @Option(names = "--dot-mm", defaultValue = "0.54", description = "Diameter of a dot; default ${DEFAULT-VALUE}.")
    private double dotMm;

    @Option(names = "--density", defaultValue = "1", description = "Times the usual density of dots.")
    private double density;

    @Option(
            names = "--stages",
            defaultValue = "7",
            description = "before, session-1, session-1-settled, …; default ${DEFAULT-VALUE}.")
    private int stages;

    @Option(
            names = "--change",
            paramLabel = "PCT",
            description = "One more healed visit, at which so many %% of each region's dots are there more: -100 to 0.")
    private @Nullable Double change;

    @Option(
            names = "--check",
            paramLabel = "OUT_OF_ANALYZE",
            description = "Score this analysis against the truth in OUT.")
    private @Nullable Path check;

    @Option(names = "--truth", paramLabel = "FILE", description = "Truth to score against; default OUT/truth.json.gz.")
    private @Nullable Path truth;

    @ArgGroup(exclusive = false)
    private @Nullable StudyOptions study;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException, InterruptedException, OtherStudyException {
        if (study != null && study.asked()) {
            return study(study);
        }
        return check == null ? render() : score(check);
    }

    private int study(StudyOptions asked) throws IOException, InterruptedException, OtherStudyException {
        for (String other : OF_ONE_CASE) {
            if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new ParameterException(spec.commandLine(), other + " is of one case and goes not with --study");
            }
        }
        String problem = Files.exists(out) && !Files.isDirectory(out) ? "not a folder: " + out : asked.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        return asked.run(out, settings(), spec.commandLine(), quiet);
    }

    private int score(Path analysis) throws IOException {
        Path truthFile = truth == null ? out.resolve(PhantomRenderer.TRUTH_FILE) : truth;
        if (!Files.isRegularFile(truthFile)) {
            throw new ParameterException(spec.commandLine(), "no truth to score against: " + truthFile);
        }
        if (!Files.isRegularFile(analysis.resolve("dots.csv"))) {
            throw new ParameterException(spec.commandLine(), "no finished analysis: " + analysis);
        }
        spec.commandLine()
                .getOut()
                .print(PhantomCheck.check(PhantomTruth.read(truthFile), analysis)
                        .table());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private PhantomSettings settings() {
        try {
            return PhantomSettings.defaults()
                    .withSeed(seed)
                    .withTier(tier)
                    .withSkin(skin)
                    .withViews(views)
                    .withMegapixels(megapixels)
                    .withDotMm(dotMm)
                    .withDensity(density)
                    .withStages(stages)
                    .withHealedChangePct(change);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int render() throws IOException {
        PhantomSettings settings = settings();
        var progress = ConsoleProgress.on(spec.commandLine().getErr(), quiet);
        progress.begin("rendering", views.size() * settings.visits());
        try {
            PhantomRenderer.render(settings, out, progress::step);
        } finally {
            progress.end();
        }
        spec.commandLine().getOut().println("rendered " + out + "; its truth is in " + PhantomRenderer.TRUTH_FILE);
        return ExitCode.DONE;
    }
}
