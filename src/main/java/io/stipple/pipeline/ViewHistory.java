package io.stipple.pipeline;

import io.stipple.change.ArtificialDots;
import io.stipple.change.RegionCompleteness;
import io.stipple.dots.DotCatalogue;
import io.stipple.dots.DotField;
import io.stipple.dots.EarlierPhoto;
import io.stipple.dots.Expectation;
import io.stipple.dots.Mark;
import io.stipple.dots.UntreatedControl;
import io.stipple.dots.UntreatedSkin;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.model.StageKind;
import io.stipple.region.SeenScalp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the photos of a view measured so far say of the next one. */
final class ViewHistory implements AutoCloseable {
    // How far a dot's place repeats between photos that lie on each other perfectly: skin, blur and noise.
    private static final double LEAST_PLACE_SD_MM = 0.03;

    private final ScalpGeometry reference;
    private final DotCatalogue catalogue;
    private final Map<Stage, ScalpEvidence> counted = new LinkedHashMap<>();
    private @Nullable UntreatedControl control;
    private @Nullable UntreatedSkin untreated;
    private @Nullable Held fresh;
    private final Map<Stage, List<Dot>> recovered = new LinkedHashMap<>();

    /** A fresh photo that its healed one may be asked about. */
    private record Held(Stage stage, EarlierPhoto photo) {}

    ViewHistory(ScalpGeometry reference) {
        this.reference = reference;
        this.catalogue = new DotCatalogue(reference);
    }

    /** Adds a photo; of several of one stage the first counts. */
    void add(Stage stage, ScalpEvidence scalp) {
        if (!scalp.counted() || counted.putIfAbsent(stage, scalp) != null) {
            return;
        }
        if (stage.kind() == StageKind.BEFORE) {
            control = scalp.asControl();
        } else {
            List<Dot> dots = control == null
                    ? scalp.dots()
                    : control.remove(scalp.dots(), scalp.map(), scalp.residualMm(), scalp.skinTakenOut(), reference);
            catalogue.add(stage, dots, scalp.map());
        }
    }

    /** Keeps the pixels of an untreated scalp; of several photos the first counts. */
    void remember(Stage stage, DotField field, PixelMap map) {
        if (stage.kind() == StageKind.BEFORE && untreated == null) {
            untreated = field.asUntreatedSkin(map);
        }
    }

    /**
     * Lets a healed photo tell what the fresh one before it shows.
     *
     * @param stage of the healed photo; of any other stage nothing is told
     * @param marks that it shows
     * @param map between the reference photo and it
     */
    void lookBack(Stage stage, List<Mark> marks, PixelMap map, double residualMm) {
        Held held = fresh;
        if (held != null && stage.settles(held.stage) && !counted.containsKey(stage)) {
            recovered.put(held.stage, held.photo.recover(marks, map, residualMm));
            letGo();
        }
    }

    /** Whether a photo of the stage is worth keeping for that: fresh, and the first one counted. */
    boolean mayLookBackAt(Stage stage) {
        return stage.kind() == StageKind.SESSION && !counted.containsKey(stage);
    }

    /** Keeps a fresh photo; it is closed with this. */
    void hold(Stage stage, EarlierPhoto photo) {
        letGo();
        fresh = new Held(stage, photo);
    }

    private void letGo() {
        if (fresh != null) {
            fresh.photo.close();
            fresh = null;
        }
    }

    /** Dots of each fresh stage that its photo shows only where the healed one told to look. */
    Map<Stage, List<Dot>> recovered() {
        return Collections.unmodifiableMap(recovered);
    }

    @Override
    public void close() {
        if (untreated != null) {
            untreated.close();
        }
        letGo();
    }

    /** What the photo of a stage may show. */
    Expectation of(Stage stage, PixelMap map, double residualMm) {
        double placeSdMm = Math.max(LEAST_PLACE_SD_MM, residualMm);
        boolean treated = stage.kind() != StageKind.BEFORE;
        List<Expectation.Place> places = treated ? catalogue.placesIn(stage, map) : List.of();
        return new Expectation(
                treated,
                places,
                placeSdMm,
                mayBeNew(stage, map),
                treated && untreated != null ? untreated.seenThrough(map) : null,
                earlier(stage, map, residualMm));
    }

    private Expectation.@Nullable Earlier earlier(Stage stage, PixelMap map, double residualMm) {
        Held held = fresh;
        return held != null && stage.settles(held.stage)
                ? (dots, marks) -> held.photo.shows(dots, marks, map, residualMm)
                : null;
    }

    private Predicate<PointPx> mayBeNew(Stage stage, PixelMap map) {
        List<SeenScalp> looked = new ArrayList<>();
        counted.forEach((other, scalp) -> {
            if (stage.settles(other)) {
                looked.add(scalp.seen());
            }
        });
        return at -> {
            PointPx onReference = map.toReference(at.x(), at.y());
            return looked.stream().noneMatch(seen -> seen.at(onReference.x(), onReference.y()));
        };
    }

    /** Whether the fresh photo of this settled stage was counted. */
    boolean freshWasSeen(Stage stage) {
        return counted.keySet().stream().anyMatch(stage::settles);
    }

    /** Share of a region's dots shown by the time the fresh photo of this settled stage was taken; null without one. */
    @Nullable
    ArtificialDots shownWhenFresh(Stage stage, String region) {
        for (Map.Entry<Stage, ScalpEvidence> other : counted.entrySet()) {
            if (stage.settles(other.getKey())) {
                RegionEvidence evidence = other.getValue().regions().get(region);
                RegionCompleteness completeness = evidence == null ? null : evidence.completeness();
                return completeness == null ? null : completeness.everShown();
            }
        }
        return null;
    }
}
