package io.stipple.phantom;

import io.stipple.model.Outline;
import io.stipple.model.Stage;
import io.stipple.opencv.OpenCv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.opencv.core.Mat;

/** Renders a synthetic case: photos as a practitioner would take them, and what is true of them. */
public final class PhantomRenderer {
    /** Name of the file below the case folder that holds the truth. */
    public static final String TRUTH_FILE = "truth.json.gz";

    private final PhantomSettings settings;
    private final Path out;
    private final Consumer<String> progress;
    private final HeadSurface head;
    private final StagePlan plan;
    private final List<PlannedDot> dots;
    private final Stubble stubble;
    private final List<SkinMark> marks;

    private PhantomRenderer(PhantomSettings settings, Path out, Consumer<String> progress) {
        this.settings = settings;
        this.out = out;
        this.progress = progress;
        this.head = HeadSurface.seeded(settings.seed());
        this.plan = StagePlan.of(settings);
        this.dots = DotPlan.of(settings, head, plan.stages());
        this.stubble = new Stubble(settings.seed(), head);
        this.marks = SkinMark.of(settings.seed());
    }

    /**
     * Writes a case folder with its photos, {@code case.yaml} and {@value #TRUTH_FILE}, and returns its truth.
     *
     * @param out created where it is not there; files of the same names are replaced
     * @param progress told the name of each photo once it is written
     */
    public static PhantomTruth render(PhantomSettings settings, Path out, Consumer<String> progress)
            throws IOException {
        OpenCv.load();
        return new PhantomRenderer(settings, out, progress).render();
    }

    private PhantomTruth render() throws IOException {
        List<TruthData.View> truths = new ArrayList<>();
        List<CaseYaml.ViewCase> cases = new ArrayList<>();
        for (String word : settings.views()) {
            CameraView view = CameraView.named(word);
            SkinView reference = shot(view, 0, 1).view();
            List<RegionOutlines.Placed> regions = new RegionOutlines(reference, view).place();
            cases.add(new CaseYaml.ViewCase(view, TruthRecorder.nearestScale(reference), regions));
            truths.add(new TruthData.View(
                    word,
                    view.front(),
                    regions.stream().map(TruthRecorder::region).toList(),
                    photos(view, reference)));
        }
        Files.writeString(
                out.resolve("case.yaml"),
                CaseYaml.text(settings, plan.stages(), plan.dates(), cases),
                StandardCharsets.UTF_8);
        PhantomTruth truth = new PhantomTruth(new TruthData(
                settings.describe(),
                settings.megapixels(),
                settings.dotMm(),
                plan.stages().stream().map(Stage::name).toList(),
                plan.dates().stream().map(Object::toString).toList(),
                TruthRecorder.dots(dots, plan.stages().size()),
                truths));
        truth.write(out.resolve(TRUTH_FILE));
        return truth;
    }

    private List<TruthData.Photo> photos(CameraView view, SkinView reference) throws IOException {
        List<TruthData.Photo> truths = new ArrayList<>();
        Map<String, SkinAtlas> atlases = new TreeMap<>();
        Camera camera = reference.camera();
        Mat room = Room.seen(settings.roomSeed(), view, camera.widthPx(), camera.heightPx());
        try {
            for (int stage = 0; stage < plan.stages().size(); stage++) {
                truths.add(photo(view, reference, stage, 1, room, atlases));
            }
        } finally {
            room.release();
        }
        return truths;
    }

    private TruthData.Photo photo(
            CameraView view, SkinView reference, int stage, int repeat, Mat room, Map<String, SkinAtlas> atlases)
            throws IOException {
        Shot shot = shot(view, stage, repeat);
        double texelsPerPx = SkinAtlas.TEXELS_PER_MM
                * shot.view().camera().headCentre().z()
                / shot.view().camera().focalPx();
        SkinAtlas atlas =
                atlases.computeIfAbsent("atlas", key -> SkinAtlas.of(settings.seed(), view, marks, texelsPerPx, 0, 0));
        List<SkinPoint> places =
                dots.stream().map(dot -> shot.view().project(dot.rest())).toList();
        Dice dice = new Dice(settings.seed(), "photo", view.word(), stage, repeat);
        byte[] jpeg = new PhotoRenderer(settings, dots, stubble).render(shot, stage, atlas, room, places, dice);
        String name = plan.stages().get(stage).name() + "/" + view.word() + (repeat > 1 ? "-" + repeat : "") + ".jpg";
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Exif.into(
                        jpeg,
                        plan.dates()
                                .get(stage)
                                .atTime(10, 30 + repeat, settings.views().indexOf(view.word())),
                        settings.focalMm(),
                        1));
        progress.accept(name);
        return TruthRecorder.photo(settings, name, stage, repeat, shot, reference, places);
    }

    private Shot shot(CameraView view, int stage, int repeat) {
        return Shot.of(settings, head, view, stage, repeat);
    }

    static Outline outline(TruthData.Region region) {
        List<io.stipple.model.PointPx> points = new ArrayList<>();
        for (int i = 0; i < region.xTenthPx().length; i++) {
            points.add(new io.stipple.model.PointPx(region.xTenthPx()[i] / 10.0, region.yTenthPx()[i] / 10.0));
        }
        return new Outline(region.name(), points);
    }
}
