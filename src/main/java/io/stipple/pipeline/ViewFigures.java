package io.stipple.pipeline;

import io.stipple.change.PhotoEvidence;
import io.stipple.change.RepeatShot;
import io.stipple.change.ViewEvidence;
import io.stipple.dots.DotTracker;
import io.stipple.dots.StageDots;
import io.stipple.dots.UntreatedControl;
import io.stipple.head.DotShape;
import io.stipple.head.OtherView;
import io.stipple.model.Blend;
import io.stipple.model.Dot;
import io.stipple.model.HeadAxes;
import io.stipple.model.HueDrift;
import io.stipple.model.Measurement;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpAreas;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import io.stipple.region.SeenScalp;
import io.stipple.series.Shot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one view: its photos' evidence once all photos are known, so that dots are followed and the untreated
 * scalp serves as control.
 *
 * @param record of the view
 * @param measurements stage × region, stages in order of time
 * @param evidence what comparing stages must know
 * @param repeats figures of photos of which there are several
 * @param axes how the head lies in the reference photo; null where there is none
 * @param hueDrifts region × pair of healed stages
 * @param blends stage × region; none where the view shows no donor area
 */
record ViewFigures(
        ViewRecord record,
        List<Measurement> measurements,
        ViewEvidence evidence,
        List<RepeatShot> repeats,
        @Nullable HeadAxes axes,
        List<HueDrift> hueDrifts,
        List<Blend> blends) {

    static ViewFigures of(MeasuredView view, AnalysisSettings settings) {
        ReferencePhoto reference = view.reference();
        return reference == null ? nothing(view) : new Builder(view, reference, settings).build();
    }

    private static ViewFigures nothing(MeasuredView view) {
        ViewRecord record =
                new ViewRecord(view.view(), null, List.of(), false, null, null, Map.of(), Map.of(), Map.of(), Map.of());
        return new ViewFigures(record, List.of(), ViewEvidence.none(), List.of(), null, List.of(), List.of());
    }

    /** Works the figures out in the order in which one rests on the other. */
    private static final class Builder {
        private final MeasuredView view;
        private final ReferencePhoto reference;
        private final SlantCorrection slant;
        private final Map<String, Double> surfaceSe;
        private final AnalysisSettings settings;
        private final Map<Stage, MeasuredPhoto> chosen;
        private final @Nullable UntreatedControl control;
        private final SharedDotSize size;

        Builder(MeasuredView view, ReferencePhoto reference, AnalysisSettings settings) {
            this.view = view;
            this.reference = reference.rounded(shapes(view), others(view, reference.shot()));
            this.slant = new SlantCorrection(reference.geometry(), this.reference.geometry());
            this.surfaceSe = this.reference.surfaceRelativeSe(settings.change().flatRelativeSe());
            this.settings = settings;
            this.chosen = view.measured();
            this.control = control(chosen.get(Stage.BEFORE));
            this.size = SharedDotSize.of(view.photos(), slant, settings.change().blurRelativeSe());
        }

        ViewFigures build() {
            ViewRecord record = record(followed());
            Map<String, List<TrackedDot>> dots = record.countedDots();
            RegionFigures figures = new RegionFigures(view.view(), reference, chosen, surfaceSe, settings);
            List<Measurement> measurements = new ArrayList<>();
            chosen.forEach((stage, photo) -> {
                for (String region : reference.regions().names()) {
                    measurements.add(figures.measurement(photo, region, dots.getOrDefault(stage.name(), List.of())));
                }
            });
            ColourFigures colours =
                    new ColourFigures(view.view(), reference.regions().names(), chosen, settings.hue());
            return new ViewFigures(
                    record,
                    measurements,
                    evidence(),
                    repeats(figures),
                    reference.axes(),
                    colours.hueDrifts(),
                    colours.blends());
        }

        private static @Nullable UntreatedControl control(@Nullable MeasuredPhoto before) {
            ScalpEvidence scalp = before == null ? null : before.scalp();
            return scalp == null || !scalp.counted() ? null : scalp.asControl();
        }

        private static List<List<DotShape>> shapes(MeasuredView view) {
            return view.photos().stream()
                    .map(MeasuredPhoto::scalp)
                    .flatMap(Stream::ofNullable)
                    .map(ScalpEvidence::shapes)
                    .toList();
        }

        /** The cameras of the photos that lie on the reference; none where its own lens is not known. */
        private static List<OtherView> others(MeasuredView view, Shot reference) {
            List<OtherView> others = new ArrayList<>();
            for (MeasuredPhoto photo : view.photos()) {
                ScalpEvidence scalp = photo.scalp();
                if (scalp != null && !photo.shot().equals(reference)) {
                    scalp.camera().ifPresent(others::add);
                } else if (scalp != null && scalp.camera().isEmpty()) {
                    return List.of();
                }
            }
            return others;
        }

        /** Each stage's dots with their tracks; stages in which none were counted are left out. */
        private Map<Stage, List<TrackedDot>> followed() {
            List<StageDots> stages = new ArrayList<>();
            List<UnaryOperator<TrackedDot>> places = new ArrayList<>();
            chosen.forEach((stage, photo) -> {
                ScalpEvidence scalp = photo.scalp();
                if (scalp != null && scalp.counted()) {
                    List<Dot> dots = new ArrayList<>(treatedOnly(scalp.dots(), photo, scalp));
                    List<Dot> later = treatedOnly(view.recovered().getOrDefault(stage, List.of()), photo, scalp);
                    dots.addAll(later);
                    stages.add(new StageDots(stage, dots, scalp.map(), scalp.residualMm()));
                    Set<Dot> recovered = Set.copyOf(later);
                    places.add(dot -> placed(dot, scalp.seen(), recovered.contains(dot.dot())));
                }
            });
            List<List<TrackedDot>> tracks = DotTracker.follow(stages, settings.tracker(), reference.geometry());
            Map<Stage, List<TrackedDot>> byStage = new LinkedHashMap<>();
            for (int i = 0; i < tracks.size(); i++) {
                byStage.put(
                        stages.get(i).stage(),
                        tracks.get(i).stream().map(places.get(i)).toList());
            }
            return byStage;
        }

        /** Some dots of a photo without what was there before any treatment. */
        private List<Dot> treatedOnly(List<Dot> found, MeasuredPhoto photo, ScalpEvidence scalp) {
            boolean untreated = photo.shot().stage().equals(Stage.BEFORE);
            List<Dot> dots = control == null || untreated
                    ? found
                    : control.remove(
                            found, scalp.map(), scalp.residualMm(), scalp.skinTakenOut(), reference.geometry());
            return slant.of(dots, scalp.map()).stream()
                    .map(dot -> size.of(dot, photo))
                    .toList();
        }

        /** A dot in its region; where the photo is not seen well enough to count, dots belong to none. */
        private TrackedDot placed(TrackedDot dot, SeenScalp seen, boolean recovered) {
            PointPx at = dot.reference();
            String region = seen.at(at.x(), at.y())
                    ? reference.regions().regionAt(at.x(), at.y()).orElse(null)
                    : null;
            return new TrackedDot(dot.track(), dot.dot(), dot.reference(), region, dot.fate(), recovered);
        }

        private List<RepeatShot> repeats(RegionFigures figures) {
            List<RepeatShot> repeats = new ArrayList<>();
            Map<Stage, List<MeasuredPhoto>> byStage = new LinkedHashMap<>();
            view.photos()
                    .forEach(photo -> byStage.computeIfAbsent(photo.shot().stage(), stage -> new ArrayList<>())
                            .add(photo));
            byStage.values().stream().filter(photos -> photos.size() > 1).forEach(photos -> {
                for (MeasuredPhoto photo : photos) {
                    ScalpEvidence scalp = photo.scalp();
                    if (scalp != null && scalp.counted()) {
                        repeats.addAll(figures.repeat(photo, scalp, treatedOnly(scalp.dots(), photo, scalp)));
                    }
                }
            });
            return repeats;
        }

        private ViewRecord record(Map<Stage, List<TrackedDot>> dots) {
            Map<String, List<TrackedDot>> byName = new LinkedHashMap<>();
            dots.forEach((stage, list) -> byName.put(stage.name(), list));
            Map<String, String> aligned = new LinkedHashMap<>();
            Map<String, String> counted = new LinkedHashMap<>();
            Map<String, String> gloss = new LinkedHashMap<>();
            chosen.forEach((stage, photo) -> {
                ReferencePictures.Paths pictures = photo.pictures();
                if (pictures != null) {
                    aligned.put(stage.name(), pictures.aligned());
                    counted.put(stage.name(), pictures.counted());
                    gloss.put(stage.name(), pictures.gloss());
                }
            });
            return new ViewRecord(
                    view.view(),
                    reference.shot().stage(),
                    reference.outlines(),
                    reference.atlas(),
                    reference.head(),
                    ScalpAreas.of(
                            reference.geometry(),
                            reference.widthPx(),
                            reference.heightPx(),
                            settings.scalpAreaStepPx()),
                    byName,
                    aligned,
                    counted,
                    gloss);
        }

        private ViewEvidence evidence() {
            Map<String, PhotoEvidence> photos = new LinkedHashMap<>();
            chosen.forEach((stage, photo) -> {
                ScalpEvidence scalp = photo.scalp();
                if (scalp != null) {
                    photos.put(
                            stage.name(),
                            new PhotoEvidence(
                                    scalp.residualMm(), at -> scalp.seen().at(at.x(), at.y()), size.areaOf(photo)));
                }
            });
            return new ViewEvidence(reference.geometry(), surfaceSe, photos);
        }
    }
}
