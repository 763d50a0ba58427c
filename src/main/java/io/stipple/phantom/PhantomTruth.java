package io.stipple.phantom;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** What is true of a synthetic case. */
public final class PhantomTruth {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TruthData data;

    PhantomTruth(TruthData data) {
        this.data = data;
    }

    /** Reads a truth file, or the one below a case folder. */
    public static PhantomTruth read(Path truthFile) throws IOException {
        Path file = Files.isDirectory(truthFile) ? truthFile.resolve(PhantomRenderer.TRUTH_FILE) : truthFile;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new PhantomTruth(JSON.readValue(in, TruthData.class));
        }
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            JSON.writeValue(out, data);
        }
    }

    TruthData data() {
        return data;
    }

    /** Names of the stages, in time. */
    public List<String> stages() {
        return data.stages();
    }

    /** Names of the views. */
    public List<String> views() {
        return data.views().stream().map(TruthData.View::name).toList();
    }

    /** The first photo of a view and stage. */
    public PhotoTruth photo(String view, String stage) {
        return photo(view, stage, 1);
    }

    /** A photo of a view and stage; {@code repeat} is 1 for the first, 2 for {@code top-2.jpg}. */
    public PhotoTruth photo(String view, String stage, int repeat) {
        TruthData.View found = view(view);
        int index = data.stages().indexOf(stage);
        return found.photos().stream()
                .filter(photo -> photo.stage() == index && photo.repeat() == repeat)
                .findFirst()
                .map(photo -> new PhotoTruth(data, found, photo))
                .orElseThrow(() -> new IllegalArgumentException("no photo of " + view + " at " + stage));
    }

    TruthData.View view(String name) {
        return data.views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view is called " + name));
    }

    /** Where in the photo of a stage the point of the view's reference lies; empty where the reference shows no head. */
    public Optional<PointPx> referenceToPhoto(String view, String stage, double xPx, double yPx) {
        return photo(view, stage).referenceToPhoto(xPx, yPx);
    }

    /** The treated regions of a view, as case.yaml has them. */
    public List<RegionTruth> regions(String view) {
        PhotoTruth reference = reference(view);
        return view(view).regions().stream()
                .map(region -> RegionTruth.of(ReferenceScalp.outline(region), region.areaCm2(), reference))
                .toList();
    }

    /** What is true of any other outline on a view's reference photo, such as the atlas's. */
    public RegionTruth region(String view, Outline outline) {
        return RegionTruth.of(outline, scalp(view).areaCm2(outline), reference(view));
    }

    /** The scalp behind a view's reference photo. */
    public ReferenceScalp scalp(String view) {
        return new ReferenceScalp(view(view).skin());
    }

    /** The reference photo of a view: its first. */
    public PhotoTruth reference(String view) {
        return photo(view, data.stages().get(0));
    }
}
