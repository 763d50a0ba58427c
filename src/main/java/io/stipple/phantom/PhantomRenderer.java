package io.stipple.phantom;

import io.stipple.model.Stage;
import io.stipple.opencv.OpenCv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** Renders a synthetic case: photos as a practitioner would take them, and what is true of them. */
public final class PhantomRenderer {
    /** Name of the file below the case folder that holds the truth. */
    public static final String TRUTH_FILE = "truth.json.gz";

    // EXIF orientations.
    private static final int UPRIGHT = 1;
    private static final int TURN_RIGHT = 6;
    // How far fine texture turns into another when the stress asks for it, 0..1.
    private static final double CHANGED_SHARE = 0.4;

    private final PhantomSettings settings;
    private final Path out;
    private final Consumer<String> progress;
    private final HeadSurface head;
    private final StagePlan plan;
    private final List<PlannedDot> dots;
    private final Stubble stubble;
    private final List<SkinMark> marks;

    private @Nullable SkinAtlas atlas;
    private String atlasKey = "";

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
                    TruthRecorder.surface(reference),
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
        int repeats = settings.has(Stress.REPEATS) ? 3 : 1;
        Mat room =
                Room.seen(settings.roomSeed(), view, FrameFormat.of(settings, 0).longSidePx());
        try {
            for (int stage = 0; stage < plan.stages().size(); stage++) {
                for (int repeat = 1; repeat <= repeats; repeat++) {
                    truths.add(photo(view, reference, stage, repeat, room));
                }
            }
        } finally {
            room.release();
        }
        return truths;
    }

    private TruthData.Photo photo(CameraView view, SkinView reference, int stage, int repeat, Mat room)
            throws IOException {
        Shot shot = shot(view, stage, repeat);
        List<SkinPoint> places =
                dots.stream().map(dot -> shot.view().project(dot.rest())).toList();
        Dice dice = new Dice(settings.seed(), "photo", view.word(), stage, repeat);
        boolean sideways = settings.has(Stress.TURNED_WITH_EXIF) && stage % 2 == 1;
        byte[] jpeg = new PhotoRenderer(settings, dots, stubble)
                .render(shot, stage, atlas(view, shot, stage), room, places, sideways, dice);
        String name = plan.stages().get(stage).name() + "/" + view.word() + (repeat > 1 ? "-" + repeat : "") + ".jpg";
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        LocalDateTime when =
                plan.dates().get(stage).atTime(10, 30 + repeat, settings.views().indexOf(view.word()));
        Files.write(file, Exif.into(jpeg, when, settings.focalMm(), sideways ? TURN_RIGHT : UPRIGHT));
        progress.accept(name);
        return TruthRecorder.photo(settings, name, stage, repeat, shot, reference, places);
    }

    /** The skin's chart, fine enough for this photo; kept from photo to photo as long as it stays the same. */
    private SkinAtlas atlas(CameraView view, Shot shot, int stage) {
        Camera camera = shot.view().camera();
        // In steps of a fiftieth of a millimetre, so that a small change of distance does not cost a new chart.
        double pxMm = Math.round(camera.headCentre().z() / camera.focalPx() * 50) / 50.0;
        boolean changed = settings.has(Stress.SHAVED_AND_GROWN) && stage > 0;
        String key = view.word() + pxMm + (changed ? " " + stage : "");
        if (atlas == null || !key.equals(atlasKey)) {
            atlas = null; // the old one can go before the new one comes
            atlas = SkinAtlas.of(
                    settings.seed(), view, marks, settings.megapixels(), pxMm, changed ? CHANGED_SHARE : 0, stage);
            atlasKey = key;
        }
        return atlas;
    }

    private Shot shot(CameraView view, int stage, int repeat) {
        return Shot.of(settings, head, view, stage, repeat);
    }
}
