package io.stipple.pipeline;

import io.stipple.model.ManualChoices;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.StageInfo;
import io.stipple.report.RecordHash;
import io.stipple.series.CaseConfig;
import io.stipple.series.LandmarkPair;
import io.stipple.series.ScaleHint;
import io.stipple.series.ViewConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that {@code case.yaml} says, by dotted name, for the case record: an outline edited later can be told by it. */
final class ChoicesList {
    private final Map<String, String> choices = new TreeMap<>();

    private ChoicesList() {}

    static ManualChoices of(CaseConfig config) {
        ChoicesList list = new ChoicesList();
        list.put("client", config.client());
        list.put("skin", config.skin());
        list.put("target.densityPerCm2", config.target().densityPerCm2());
        list.put("target.contrast", config.target().contrast());
        config.stages().values().forEach(list::stage);
        config.views().forEach(list::view);
        if (!config.excluded().isEmpty()) {
            list.put("exclude", String.join(", ", config.excluded()));
        }
        if (config.consent().marketing()) {
            list.put("consent.marketing", true);
        }
        return new ManualChoices(list.choices, RecordHash.of(list.choices));
    }

    private void stage(StageInfo info) {
        String name = "stages." + info.stage() + ".";
        put(name + "date", info.date());
        put(name + "pigment", info.pigment());
        put(name + "practitioner", info.practitioner());
        put(name + "needle", info.needle());
    }

    private void view(String view, ViewConfig config) {
        String name = "views." + view + ".";
        put(name + "reference", config.reference());
        if (config.frontGiven()) {
            put(name + "front", config.front());
        }
        put(name + "scale", scale(config.scale()));
        config.landmarks().forEach((stage, pairs) -> put(name + "landmarks." + stage, landmarks(pairs)));
        for (Outline region : config.regions()) {
            put(name + "regions." + region.name(), points(region.points()));
        }
    }

    private static @Nullable String scale(@Nullable ScaleHint hint) {
        if (hint instanceof ScaleHint.PxPerMm known) {
            return "pxPerMm " + known.value();
        }
        if (hint instanceof ScaleHint.Segment length) {
            return "from " + point(length.from()) + " to " + point(length.to()) + " mm " + length.mm();
        }
        return hint instanceof ScaleHint.HeadBreadth breadth ? "headBreadthMm " + breadth.mm() : null;
    }

    private static String landmarks(List<LandmarkPair> pairs) {
        return pairs.stream()
                .map(pair -> point(pair.photo()) + " " + point(pair.reference()))
                .collect(Collectors.joining(", "));
    }

    private static String points(List<PointPx> points) {
        return points.stream().map(ChoicesList::point).collect(Collectors.joining(", "));
    }

    private static String point(PointPx point) {
        return "[" + point.x() + ", " + point.y() + "]";
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            choices.put(name, String.valueOf(value));
        }
    }
}
