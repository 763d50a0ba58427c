package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.Outline;
import io.stipple.model.PhotoRow;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.ScalpAreas;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page says of one view.
 *
 * @param id for links within the page
 * @param name of the view
 * @param about how its photos lie on each other and where the outlines come from
 * @param frame what the pictures show; null where no photo was usable
 * @param pictures of the stages that could be laid on the reference
 * @param missing a line for each stage without a picture
 * @param outlines of the regions
 * @param data for the page's script, as JSON that is safe inside HTML
 * @param mappable whether density and contrast can be mapped: the reference photo's scale and slant are known
 * @param regions in the order of the record
 */
record ViewSection(
        String id,
        String name,
        String about,
        @Nullable Frame frame,
        List<StagePicture> pictures,
        List<String> missing,
        List<Shape> outlines,
        String data,
        boolean mappable,
        List<RegionSection> regions) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An aligned photo. */
    record StagePicture(String stage, String label, String date, String src, int width, int height, String alt) {}

    /** An outline in px of the reference photo, as SVG wants it. */
    record Shape(String name, String points, String labelX, String labelY) {}

    /**
     * What the page's script knows of a stage.
     *
     * @param dots as {@link DotLayer} packs them
     * @param density of each region, dots per cm²; null where it was not counted
     * @param counted picture of where dots were counted; empty where there is none
     * @param gloss picture of where gloss was masked; empty where there is none
     */
    private record StageLayers(
            String stage, String label, String dots, List<@Nullable Double> density, String counted, String gloss) {}

    /**
     * What the page's script knows of a view.
     *
     * @param pxPerMm of the reference photo, at the scalp nearest to the camera; null where unknown
     * @param scalp behind its pixels; null where unknown
     */
    private record PageData(
            @Nullable Frame frame,
            @Nullable Double pxPerMm,
            @Nullable ScalpAreas scalp,
            List<StageLayers> stages) {}

    /** All views of the record; those with figures but without pictures too. */
    static List<ViewSection> of(CaseRecord record, Path folder, ReportPictures pictures) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        record.views().forEach(view -> names.add(view.view()));
        record.measurements().stream().map(Measurement::view).forEach(names::add);
        List<ViewSection> sections = new ArrayList<>();
        for (String name : names) {
            ViewRecord view = record.views().stream()
                    .filter(candidate -> candidate.view().equals(name))
                    .findFirst()
                    .orElse(null);
            Frame frame = view == null ? null : Frame.of(record, view).orElse(null);
            sections.add(of(record, folder, pictures, name, view, frame, "view-" + (sections.size() + 1)));
        }
        return sections;
    }

    private static ViewSection of(
            CaseRecord record,
            Path folder,
            ReportPictures pictures,
            String name,
            @Nullable ViewRecord view,
            @Nullable Frame frame,
            String id)
            throws IOException {
        List<StagePicture> shown = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<StageLayers> layers = new ArrayList<>();
        for (StageInfo info : record.stages()) {
            Stage stage = info.stage();
            Path aligned = view == null || frame == null ? null : aligned(view, stage, folder);
            if (view == null || frame == null || aligned == null || !Files.isRegularFile(aligned)) {
                missing.add(Words.label(stage) + ": " + whyMissing(record, name, stage));
                continue;
            }
            String label = Words.label(stage);
            ReportPictures.Picture picture = pictures.large(ReportPictures.framed(aligned, frame));
            String date = info.date() == null ? "" : info.date().toString();
            String alt = name + " view, " + label + (date.isEmpty() ? "" : ", " + date);
            shown.add(new StagePicture(
                    stage.name(), label, date, picture.dataUri(), picture.width(), picture.height(), alt));
            layers.add(layers(record, folder, view, frame, stage));
        }
        Double pxPerMm = view == null ? null : pxPerMm(record, view);
        ScalpAreas scalp = view == null ? null : view.scalp();
        return new ViewSection(
                id,
                name,
                view == null ? "" : about(view),
                frame,
                shown,
                missing,
                view == null
                        ? List.of()
                        : view.regions().stream().map(ViewSection::shape).toList(),
                safeJson(new PageData(frame, pxPerMm, scalp == null ? null : shortened(scalp), layers)),
                pxPerMm != null && scalp != null,
                RegionSection.of(record, name));
    }

    private static StageLayers layers(CaseRecord record, Path folder, ViewRecord view, Frame frame, Stage stage)
            throws IOException {
        List<String> regions = view.regions().stream().map(Outline::name).toList();
        return new StageLayers(
                stage.name(),
                Words.label(stage),
                DotLayer.encode(
                        view.dots().getOrDefault(stage.name(), List.of()),
                        free(record, view.view(), stage),
                        regions,
                        frame),
                regions.stream()
                        .map(region -> RegionSection.row(record, view.view(), region, stage)
                                .map(Measurement::dots)
                                .map(DotFigures::densityPerCm2)
                                .orElse(null))
                        .toList(),
                MaskPicture.dataUri(inside(folder, view.counted().get(stage.name())), frame),
                MaskPicture.dataUri(inside(folder, view.gloss().get(stage.name())), frame));
    }

    /** Four digits are beyond what an eye sees in a map. */
    private static ScalpAreas shortened(ScalpAreas scalp) {
        return new ScalpAreas(
                scalp.stepPx(),
                scalp.columns(),
                scalp.rows(),
                scalp.mm2PerPx2().stream()
                        .map(area -> Double.valueOf(Decimals.significant(area, 4)))
                        .toList());
    }

    private static @Nullable Double pxPerMm(CaseRecord record, ViewRecord view) {
        return record.photos().stream()
                .filter(photo -> photo.view().equals(view.view()))
                .filter(photo -> photo.registration() == RegistrationVerdict.REFERENCE)
                .findFirst()
                .map(PhotoRow::pxPerMm)
                .orElse(null);
    }

    private static List<PointPx> free(CaseRecord record, String view, Stage stage) {
        return record.assessment().freeSpace().stream()
                .filter(space -> space.view().equals(view) && space.stage().equals(stage))
                .flatMap(space -> space.places().stream())
                .toList();
    }

    /** Where a stage's aligned photo lies; null where the record names none. Never outside the folder. */
    static @Nullable Path aligned(ViewRecord view, Stage stage, Path folder) throws IOException {
        return inside(folder, view.aligned().get(stage.name()));
    }

    private static @Nullable Path inside(Path folder, @Nullable String path) throws IOException {
        if (path == null) {
            return null;
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException("picture lies outside the output folder: " + path);
        }
        return file;
    }

    private static String whyMissing(CaseRecord record, String view, Stage stage) {
        List<PhotoRow> photos = record.photos().stream()
                .filter(photo -> photo.view().equals(view) && photo.stage().equals(stage))
                .toList();
        if (photos.isEmpty()) {
            return "no photo";
        }
        String reasons = photos.stream()
                .filter(photo -> photo.verdict() != Verdict.MEASURED)
                .map(PhotoRow::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "no aligned picture" : reasons;
    }

    private static String about(ViewRecord view) {
        Stage reference = view.reference();
        if (reference == null) {
            return "No photo of this view was usable.";
        }
        return "All photos are laid on the one of stage “" + Words.label(reference) + "”. "
                + (view.atlas()
                        ? "The outlines are the standard regions, laid on the head automatically."
                        : "The outlines were drawn by hand.");
    }

    private static Shape shape(Outline outline) {
        String points = outline.points().stream()
                .map(point -> Decimals.fixed(point.x(), 1) + "," + Decimals.fixed(point.y(), 1))
                .collect(Collectors.joining(" "));
        PointPx middle = middle(outline.points());
        return new Shape(outline.name(), points, Decimals.fixed(middle.x(), 1), Decimals.fixed(middle.y(), 1));
    }

    /** The polygon's centre of area; the mean of its corners where it has no area. */
    private static PointPx middle(List<PointPx> points) {
        double area = 0;
        double x = 0;
        double y = 0;
        PointPx before = points.get(points.size() - 1);
        for (PointPx point : points) {
            double cross = before.x() * point.y() - point.x() * before.y();
            area += cross;
            x += (before.x() + point.x()) * cross;
            y += (before.y() + point.y()) * cross;
            before = point;
        }
        if (Math.abs(area) < 1) {
            return new PointPx(
                    points.stream().mapToDouble(PointPx::x).average().orElseThrow(),
                    points.stream().mapToDouble(PointPx::y).average().orElseThrow());
        }
        return new PointPx(x / (3 * area), y / (3 * area));
    }

    /** A {@code </script>} inside a name must not end the block that holds it. */
    private static String safeJson(Object value) {
        return JSON.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /** Whether a chart of dot survival is known; public, as the template sees public methods alone. */
    public boolean anySurvival() {
        return regions.stream().anyMatch(region -> region.survival() != null);
    }

    /** Whether there are two pictures to compare; public, as the template sees public methods alone. */
    public boolean comparable() {
        return pictures.size() > 1 && Objects.nonNull(frame);
    }
}
