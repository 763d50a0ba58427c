package io.stipple.registration;

import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.head.HeadSettings;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.Tier;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import io.stipple.pipeline.WholeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to lay one photo of 12 megapixels on its reference, its head found already: the bar is 2.5 s on two cores.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.openjdk.jmh.Main \
 *   -Dexec.args="RegistrationBenchmark -f 0"</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 4, time = 10)
@Fork(1)
public class RegistrationBenchmark {
    private final RegistrationSettings settings = RegistrationSettings.defaults();
    private final Registrar registrar = new Registrar(settings);
    private Path folder;
    private Photo photo;
    private Head head;
    private RegistrationFrame reference;
    private RegistrationFrame previous;
    private Registration previousOnReference;

    @Setup
    public void render() throws Exception {
        folder = Files.createTempDirectory("stipple-benchmark");
        PhantomTruth truth = PhantomRenderer.render(
                PhantomSettings.defaults()
                        .withTier(Tier.NORMAL)
                        .withMegapixels(12)
                        .withStages(3)
                        .withViews(List.of("top")),
                folder,
                name -> {});
        reference = frame(truth, 0);
        previous = frame(truth, 1);
        previousOnReference = registrar.register(previous, reference, List.of());
        photo = read(truth, 2);
        head = new HeadFinder(HeadSettings.defaults()).find(photo.image());
    }

    @TearDown
    public void delete() throws Exception {
        head.close();
        photo.close();
        previous.close();
        reference.close();
        WholeFolder.delete(folder);
    }

    /** As for the first photo after the reference. */
    @Benchmark
    public Registration straight() throws RegistrationFailedException {
        try (RegistrationFrame frame = RegistrationFrame.prepare(photo.image(), head.mask(), settings)) {
            return registrar.register(frame, reference, List.of());
        }
    }

    /** As for all later ones. */
    @Benchmark
    public Registration throughThePreviousPhoto() throws RegistrationFailedException {
        try (RegistrationFrame frame = RegistrationFrame.prepare(photo.image(), head.mask(), settings)) {
            return registrar.registerThrough(frame, previous, previousOnReference.map(), reference, List.of());
        }
    }

    private RegistrationFrame frame(PhantomTruth truth, int stage) throws Exception {
        try (Photo shot = read(truth, stage);
                Head found = new HeadFinder(HeadSettings.defaults()).find(shot.image())) {
            return RegistrationFrame.prepare(shot.image(), found.mask(), settings);
        }
    }

    private Photo read(PhantomTruth truth, int stage) throws Exception {
        String file = truth.photo("top", truth.stages().get(stage)).file();
        return new PhotoReader(PhotoSettings.defaults()).read(folder.resolve(file));
    }
}
