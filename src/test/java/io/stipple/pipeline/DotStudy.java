package io.stipple.pipeline;

import io.stipple.model.CaseRecord;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import io.stipple.model.Verdict;
import io.stipple.phantom.CheckResult;
import io.stipple.phantom.DetectionScore;
import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How dots are found, weighed and followed over many heads, through the whole analysis: a command, too long for a test.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.stipple.pipeline.DotStudy -Dexec.args="/tmp/cases normal 0.54 1 1 2 3 4 5"</pre>
 *
 * Arguments: a folder in which the cases are kept, to be found there the next time; tier; diameter of a dot, mm; factor
 * on the number of dots; then seeds. Prints for each photo how its dots were found, and at the end
 * {@link DotStudyTable}: what is asked for beside what was measured.
 */
final class DotStudy {
    private static final String VIEW = "top";

    private final Path kept;
    private final PhantomSettings phantom;

    private DotStudy(Path kept, PhantomSettings phantom) {
        this.kept = kept;
        this.phantom = phantom;
    }

    /**
     * One head's analysis against its truth.
     *
     * @param seed of the phantom
     * @param check against the truth
     * @param photos as they were judged
     * @param measurements stage × region
     * @param secondsAPhoto of the analysis, all its steps and the report
     */
    record StudiedCase(
            long seed, CheckResult check, List<PhotoRow> photos, List<Measurement> measurements, double secondsAPhoto) {
        /** Why no dots were counted in the photo of a stage; empty where they were. */
        Optional<String> whyNotCounted(String stage) {
            return photos.stream()
                    .filter(photo -> photo.stage().name().equals(stage))
                    .filter(photo -> photo.verdict() != Verdict.MEASURED)
                    .map(photo -> photo.verdict().word() + ": " + photo.reason())
                    .findFirst();
        }
    }

    public static void main(String[] args) throws Exception {
        PhantomSettings phantom = PhantomSettings.defaults()
                .withTier(Tier.valueOf(args[1].toUpperCase(Locale.ROOT)))
                .withDotMm(Double.parseDouble(args[2]))
                .withDensity(Double.parseDouble(args[3]))
                .withViews(List.of(VIEW));
        var study = new DotStudy(Path.of(args[0]), phantom);
        System.out.println("seed stage              truth  found  precision  recall      F1  centre px  false/cm2");
        List<StudiedCase> cases = new ArrayList<>();
        for (String seed : Arrays.asList(args).subList(4, args.length)) {
            cases.add(study.one(Long.parseLong(seed)));
        }
        System.out.println();
        System.out.print(new DotStudyTable(phantom.tier(), phantom.dotMm(), cases).text());
    }

    private StudiedCase one(long seed) throws Exception {
        Path folder = kept.resolve(String.join(
                "-",
                phantom.tier().name().toLowerCase(Locale.ROOT),
                String.valueOf(phantom.dotMm()),
                String.valueOf(phantom.density()),
                String.valueOf(seed)));
        PhantomTruth truth = rendered(seed, folder);
        Path results = Files.createTempDirectory("stipple-dots");
        try {
            StudiedCase studied = analysed(seed, truth, folder, results.resolve("out"));
            print(studied);
            return studied;
        } finally {
            WholeFolder.delete(results);
        }
    }

    private PhantomTruth rendered(long seed, Path folder) throws IOException {
        Path known = folder.resolve(PhantomRenderer.TRUTH_FILE);
        return Files.exists(known)
                ? PhantomTruth.read(known)
                : PhantomRenderer.render(phantom.withSeed(seed), folder, name -> {});
    }

    private static StudiedCase analysed(long seed, PhantomTruth truth, Path folder, Path results) throws Exception {
        long start = System.nanoTime();
        CaseRecord record = CaseAnalysis.run(AnalysisRequest.of(folder, results), Progress.silent())
                .record();
        double took = (System.nanoTime() - start) / 1e9;
        return new StudiedCase(
                seed,
                PhantomCheck.check(truth, results),
                record.photos(),
                record.measurements(),
                took / record.photos().size());
    }

    private static void print(StudiedCase studied) {
        for (DetectionScore score : studied.check().detection()) {
            System.out.printf(
                    Locale.ROOT,
                    "%4d %-18s %5d  %5d  %9.4f  %6.4f  %6.4f  %9.3f  %9.3f  %s%n",
                    studied.seed(),
                    score.stage(),
                    score.truth(),
                    score.found(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.centrePx(),
                    score.falsePerCm2(),
                    studied.whyNotCounted(score.stage()).orElse(""));
        }
        studied.check().missing().forEach(line -> System.out.printf("%4d missing: %s%n", studied.seed(), line));
        System.out.printf(Locale.ROOT, "%4d %.1f s a photo%n", studied.seed(), studied.secondsAPhoto());
    }
}
