package io.stipple.pipeline;

import io.stipple.dots.Completeness;
import io.stipple.dots.CompletenessResult;
import io.stipple.dots.DotField;
import io.stipple.dots.DotFinder;
import io.stipple.dots.Expectation;
import io.stipple.dots.TooCoarseException;
import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.opencv.Mask;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.PhotoTruth;
import io.stipple.phantom.Tier;
import io.stipple.photo.Glare;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.region.SeenScalp;
import io.stipple.series.Series;
import io.stipple.series.SeriesReader;
import io.stipple.series.Shot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
 * What it takes to find the dots of one photo of 12 megapixels, its head found already, and to tell how many are
 * missed: the bars are 0.7 s on two cores, and twice that.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.openjdk.jmh.Main \
 *   -Dexec.args="DotBenchmark -f 0"</pre>
 *
 * The photo is its own reference, so that dots alone are timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 4, time = 10)
@Fork(1)
public class DotBenchmark {
    private static final String VIEW = "top";
    private static final Stage STAGE = Stage.session(2);
    private static final Stage EARLIER = Stage.session(1);
    private static final double PLACE_SD_MM = 0.03; // as between photos that lie on each other well

    private final AnalysisSettings settings = AnalysisSettings.defaults();
    private final DotFinder finder = new DotFinder(settings.dots());
    private final Completeness completeness = new Completeness(finder);
    private Path folder;
    private Photo photo;
    private Head head;
    private Mask scalp;
    private RegionMasks regions;
    private ScalpGeometry geometry;
    private Expectation treated;
    private Expectation followed;
    private DotField field;
    private Predicate<PointPx> counts;

    @Setup
    public void render() throws Exception {
        folder = Files.createTempDirectory("stipple-benchmark");
        PhantomTruth truth = PhantomRenderer.render(
                PhantomSettings.defaults()
                        .withTier(Tier.NORMAL)
                        .withMegapixels(12)
                        .withStages(4)
                        .withViews(List.of(VIEW)),
                folder,
                name -> {});
        ReferencePhoto reference = place(SeriesReader.read(folder));
        treated = new Expectation(true, List.of(), PLACE_SD_MM, at -> true, null, null);
        followed = new Expectation(true, placesOfEarlierDots(truth), PLACE_SD_MM, at -> true, null, null);
        field = finder.find(photo.image(), scalp, geometry, followed);
        SeenScalp seen = new Sight(reference, settings).seen(PixelMap.identity(), scalp, geometry, field);
        counts = at -> seen.at(at.x(), at.y());
    }

    private ReferencePhoto place(Series series) throws Exception {
        Shot shot = series.shots().stream()
                .filter(one -> one.stage().equals(STAGE))
                .findFirst()
                .orElseThrow();
        photo = new PhotoReader(settings.photo()).read(shot.file());
        head = new HeadFinder(settings.head()).find(photo.image());
        try (Mask saturated = Glare.saturated(photo.image(), head.mask(), settings.glare())) {
            scalp = head.mask().minus(saturated);
        }
        ReferencePhoto reference =
                ReferencePhoto.of(VIEW, shot, photo, head, series.config().view(VIEW), folder, settings);
        geometry = reference.geometry();
        regions = RegionMasks.of(reference.regions(), PlacedPhoto.asReference(shot, photo, head));
        return reference;
    }

    /** Where the dots of the first session stand in this photo, give or take what registration leaves. */
    private List<Expectation.Place> placesOfEarlierDots(PhantomTruth truth) {
        PhotoTruth earlier = truth.photo(VIEW, EARLIER.name());
        PhotoTruth now = truth.photo(VIEW, STAGE.name());
        var random = new SplittableRandom(1);
        double sdPx = PLACE_SD_MM * now.pxPerMm();
        List<Expectation.Place> places = new ArrayList<>();
        for (int dot = 0; dot < earlier.dotCount(); dot++) {
            if (earlier.dotAlive(dot) && earlier.dotVisible(dot)) {
                PointPx at = now.dotCentre(dot);
                PointPx shown =
                        new PointPx(at.x() + sdPx * random.nextGaussian(), at.y() + sdPx * random.nextGaussian());
                places.add(new Expectation.Place(shown, earlier.dotPigmentMm2(dot), false));
            }
        }
        return places;
    }

    @TearDown
    public void delete() throws Exception {
        field.close();
        regions.close();
        scalp.close();
        head.close();
        photo.close();
        WholeFolder.delete(folder);
    }

    /** As for the first photo of a treated scalp. */
    @Benchmark
    public int find() throws TooCoarseException {
        return dots(treated);
    }

    /** As for all later ones. */
    @Benchmark
    public int findKnowingPlaces() throws TooCoarseException {
        return dots(followed);
    }

    private int dots(Expectation expected) throws TooCoarseException {
        try (DotField found = finder.find(photo.image(), scalp, geometry, expected)) {
            return found.dots().size();
        }
    }

    /** As for a session's photo: dots at known places and new ones. */
    @Benchmark
    public List<Map<String, CompletenessResult>> completeness() {
        return List.of(
                completeness.measureKnown(field, regions.byRegion(), geometry, counts, settings.seed()),
                completeness.measure(field, regions.byRegion(), geometry, counts, settings.seed()));
    }
}
