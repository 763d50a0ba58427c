package io.stipple.registration;

import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.head.HeadSettings;
import io.stipple.head.NoHeadException;
import io.stipple.model.PixelMap;
import io.stipple.phantom.MapScore;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.PositionScore;
import io.stipple.phantom.Stress;
import io.stipple.phantom.Tier;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import io.stipple.photo.UnreadablePhotoException;
import io.stipple.pipeline.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How registration does over many heads: a command, too long for a test.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.stipple.registration.RegistrationStudy -Dexec.args="normal 12 top,back 1 2 3 4 5"</pre>
 *
 * Arguments: tier, megapixels, views, then seeds, names of {@link Stress}, to be switched on all together, and a folder
 * (with a slash in its name) in which the cases are kept, to be found there the next time. Prints for
 * each photo the error where scalp is seen under a cosine above 0.5, over all of it and over its trusted part, the
 * residual that is reported and the time, in s.
 */
final class RegistrationStudy {
    private final HeadFinder heads = new HeadFinder(HeadSettings.defaults());
    private final PhotoReader reader = new PhotoReader(PhotoSettings.defaults());
    private final RegistrationSettings settings = RegistrationSettings.defaults();
    private final Registrar registrar = new Registrar(settings);
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> tails = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private int refused;

    public static void main(String[] args) throws IOException {
        PhantomSettings phantom = PhantomSettings.defaults()
                .withTier(Tier.valueOf(args[0].toUpperCase(Locale.ROOT)))
                .withMegapixels(Double.parseDouble(args[1]))
                .withViews(List.of(args[2].split(",")));
        List<Long> seeds = new ArrayList<>();
        List<Stress> stresses = new ArrayList<>();
        Path kept = null;
        for (String arg : Arrays.asList(args).subList(3, args.length)) {
            if (arg.chars().allMatch(Character::isDigit)) {
                seeds.add(Long.parseLong(arg));
            } else if (arg.contains("/")) {
                kept = Path.of(arg);
            } else {
                stresses.add(Stress.valueOf(arg));
            }
        }
        if (!stresses.isEmpty()) {
            phantom = phantom.withStress(
                    stresses.get(0), stresses.subList(1, stresses.size()).toArray(new Stress[0]));
        }
        System.out.println("seed view   stage              all: median   95 % mm  trusted: median   95 % mm"
                + "  residual mm  trusted %  time s");
        var study = new RegistrationStudy();
        for (long seed : seeds) {
            study.one(phantom.withSeed(seed), kept);
        }
        study.summary();
    }

    private void one(PhantomSettings phantom, @Nullable Path kept) throws IOException {
        if (kept != null) {
            walkAll(phantom.seed(), kept.resolve(String.valueOf(phantom.seed())), phantom);
            return;
        }
        Path folder = Files.createTempDirectory("stipple-registration");
        try {
            walkAll(phantom.seed(), folder, phantom);
        } finally {
            WholeFolder.delete(folder);
        }
    }

    private void walkAll(long seed, Path folder, PhantomSettings phantom) throws IOException {
        Path known = folder.resolve(PhantomRenderer.TRUTH_FILE);
        PhantomTruth truth =
                Files.exists(known) ? PhantomTruth.read(known) : PhantomRenderer.render(phantom, folder, name -> {});
        for (String view : truth.views()) {
            walk(seed, folder, truth, view);
        }
    }

    private record Framed(RegistrationFrame frame, PixelMap map) {}

    private void walk(long seed, Path folder, PhantomTruth truth, String view) throws IOException {
        List<RegistrationFrame> frames = new ArrayList<>();
        Framed previous = null;
        for (String stage : truth.stages()) {
            String name = String.format(Locale.ROOT, "%4d %-6s %-18s", seed, view, stage);
            try (Photo photo =
                            reader.read(folder.resolve(truth.photo(view, stage).file()));
                    Head head = heads.find(photo.image())) {
                long start = System.nanoTime();
                RegistrationFrame frame = RegistrationFrame.prepare(photo.image(), head.mask(), settings);
                frames.add(frame);
                if (frames.size() == 1) {
                    continue;
                }
                RegistrationFrame reference = frames.get(0);
                Registration found = previous == null
                        ? registrar.register(frame, reference, List.of())
                        : registrar.registerThrough(frame, previous.frame(), previous.map(), reference, List.of());
                double took = (System.nanoTime() - start) / 1e9;
                previous = new Framed(frame, found.map());
                print(name, truth, view, stage, found, took);
            } catch (RegistrationFailedException e) {
                refused++;
                System.out.println(name + " failed: " + e.getMessage());
            } catch (NoHeadException e) {
                refused++;
                System.out.println(name + " no head: " + e.reason());
            } catch (UnreadablePhotoException e) {
                throw new IOException(name, e);
            }
        }
        frames.forEach(RegistrationFrame::close);
    }

    private void print(String name, PhantomTruth truth, String view, String stage, Registration found, double took) {
        PositionScore all = MapScore.of(found.map(), truth, view, stage, false);
        PositionScore trusted = MapScore.of(found.map(), truth, view, stage, true);
        double residualMm = found.residualPx() / truth.reference(view).pxPerMm();
        medians.add(all.medianMm());
        tails.add(all.p95Mm());
        ratios.add(residualMm / trusted.medianMm());
        seconds.add(took);
        System.out.printf(
                Locale.ROOT,
                "%s %11.3f %9.3f %16.3f %9.3f %12.3f %10.0f %7.1f  %s%n",
                name,
                all.medianMm(),
                all.p95Mm(),
                trusted.medianMm(),
                trusted.p95Mm(),
                residualMm,
                100.0 * trusted.points() / all.points(),
                took,
                found.route());
    }

    private void summary() {
        System.out.printf(
                Locale.ROOT,
                "%d photos, %d refused: largest median %.3f mm, largest 95th percentile %.3f mm; residual within a factor"
                        + " 1.5 of the true median in %.0f %%; %.1f s a photo%n",
                medians.size(),
                refused,
                most(medians),
                most(tails),
                100.0 * ratios.stream().filter(r -> r < 1.5 && r > 1 / 1.5).count() / ratios.size(),
                seconds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
}
