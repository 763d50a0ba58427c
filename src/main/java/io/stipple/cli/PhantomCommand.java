package io.stipple.cli;

import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.SkinType;
import io.stipple.phantom.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple phantom OUT}: a synthetic case with exact truth, or the score of an analysis against it. */
@Command(
        name = "phantom",
        mixinStandardHelpOptions = true,
        description = {
            "Renders a synthetic case with exact truth into OUT; with --check, scores an analysis of it instead."
        })
final class PhantomCommand implements Callable<Integer> {
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
            names = "--check",
            paramLabel = "OUT_OF_ANALYZE",
            description = "Score this analysis against the truth in OUT.")
    private @Nullable Path check;

    @Option(names = "--truth", paramLabel = "FILE", description = "Truth to score against; default OUT/truth.json.gz.")
    private @Nullable Path truth;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        return check == null ? render() : score(check);
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

    private int render() throws IOException {
        PhantomSettings settings = PhantomSettings.defaults()
                .withSeed(seed)
                .withTier(tier)
                .withSkin(skin)
                .withViews(views)
                .withMegapixels(megapixels)
                .withDotMm(dotMm)
                .withDensity(density)
                .withStages(stages);
        var progress = ConsoleProgress.on(spec.commandLine().getErr(), quiet);
        progress.begin("rendering", views.size() * stages);
        try {
            PhantomRenderer.render(settings, out, progress::step);
        } finally {
            progress.end();
        }
        spec.commandLine().getOut().println("rendered " + out + "; its truth is in " + PhantomRenderer.TRUTH_FILE);
        return ExitCode.DONE;
    }
}
