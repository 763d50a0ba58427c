package io.stipple.series;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a view's part of {@code case.yaml}. */
final class ViewYaml {
    private static final Set<String> KEYS = Set.of("reference", "front", "scale", "landmarks", "regions");
    private static final Set<String> SCALE_KEYS = Set.of("pxPerMm", "from", "to", "mm", "headBreadthMm");
    /** Fewer pairs do not fix the eight numbers of a homography. */
    private static final int FEWEST_LANDMARKS = 4;

    private static final int FEWEST_CORNERS = 3;
    /** Breadths that a head can have, with a wide margin: the 152 mm of an adult, give or take six deviations of 6 mm. */
    private static final double NARROWEST_HEAD_MM = 100;

    private static final double BROADEST_HEAD_MM = 200;

    private ViewYaml() {}

    static ViewConfig read(YamlValue view) {
        Map<String, YamlValue> entries = view.entries(KEYS);
        Optional<Front> front = front(entries.get("front"));
        return new ViewConfig(
                reference(entries.get("reference")),
                front.orElse(Front.UP),
                front.isPresent(),
                scale(entries.get("scale")),
                landmarks(entries.get("landmarks")),
                regions(entries.get("regions")));
    }

    private static @Nullable Stage reference(@Nullable YamlValue value) {
        return value == null
                ? null
                : value.text().flatMap(name -> CaseYaml.stage(name, value)).orElse(null);
    }

    private static Optional<Front> front(@Nullable YamlValue value) {
        if (value == null) {
            return Optional.empty();
        }
        return value.text().flatMap(text -> {
            for (Front front : Front.values()) {
                if (front.name().equals(text.toUpperCase(Locale.ROOT))) {
                    return Optional.of(front);
                }
            }
            value.wrong("is \"" + text + "\"; up, down, left or right is expected");
            return Optional.empty();
        });
    }

    private static @Nullable ScaleHint scale(@Nullable YamlValue value) {
        if (value == null || value.isNothing()) {
            return null;
        }
        Map<String, YamlValue> entries = value.entries(SCALE_KEYS);
        Set<String> keys = entries.keySet();
        if (!SCALE_KEYS.containsAll(keys) || keys.isEmpty()) {
            return null; // told already
        }
        if (keys.equals(Set.of("pxPerMm"))) {
            OptionalDouble pxPerMm = above0(entries.get("pxPerMm"));
            return pxPerMm.isPresent() ? new ScaleHint.PxPerMm(pxPerMm.getAsDouble()) : null;
        }
        if (keys.equals(Set.of("headBreadthMm"))) {
            return headBreadth(entries.get("headBreadthMm"));
        }
        if (keys.equals(Set.of("from", "to", "mm"))) {
            return segment(value, entries);
        }
        value.wrong("has " + String.join(", ", entries.keySet())
                + "; one of {pxPerMm}, {from, to, mm} and {headBreadthMm} is expected");
        return null;
    }

    private static @Nullable ScaleHint headBreadth(@Nullable YamlValue value) {
        OptionalDouble mm = above0(value);
        if (value == null || mm.isEmpty()) {
            return null;
        }
        if (mm.getAsDouble() < NARROWEST_HEAD_MM || mm.getAsDouble() > BROADEST_HEAD_MM) {
            value.wrong("is " + value.described() + "; " + (int) NARROWEST_HEAD_MM + " to " + (int) BROADEST_HEAD_MM
                    + " mm is expected");
            return null;
        }
        return new ScaleHint.HeadBreadth(mm.getAsDouble());
    }

    private static @Nullable ScaleHint segment(YamlValue scale, Map<String, YamlValue> entries) {
        Optional<PointPx> from = point(entries.get("from"));
        Optional<PointPx> to = point(entries.get("to"));
        OptionalDouble mm = above0(entries.get("mm"));
        if (from.isEmpty() || to.isEmpty() || mm.isEmpty()) {
            return null;
        }
        if (from.get().equals(to.get())) {
            scale.wrong("goes from a point to the same point; two different ones are expected");
            return null;
        }
        return new ScaleHint.Segment(from.get(), to.get(), mm.getAsDouble());
    }

    private static Map<Stage, List<LandmarkPair>> landmarks(@Nullable YamlValue value) {
        Map<Stage, List<LandmarkPair>> landmarks = new TreeMap<>();
        if (value == null) {
            return landmarks;
        }
        value.entries()
                .forEach((name, entry) -> CaseYaml.stage(name, entry).ifPresent(stage -> {
                    List<LandmarkPair> pairs = new ArrayList<>();
                    List<YamlValue> items = entry.items();
                    for (YamlValue item : items) {
                        pair(item).ifPresent(pairs::add);
                    }
                    if (items.size() < FEWEST_LANDMARKS) {
                        entry.wrong("has " + items.size() + " pairs of points; " + FEWEST_LANDMARKS
                                + " or more are expected");
                    }
                    landmarks.put(stage, List.copyOf(pairs));
                }));
        return landmarks;
    }

    private static Optional<LandmarkPair> pair(YamlValue value) {
        return value.items(2, "a pair of points [[x, y], [x_ref, y_ref]]").flatMap(points -> {
            Optional<PointPx> photo = point(points.get(0));
            Optional<PointPx> reference = point(points.get(1));
            return photo.flatMap(at -> reference.map(there -> new LandmarkPair(at, there)));
        });
    }

    private static List<Outline> regions(@Nullable YamlValue value) {
        List<Outline> regions = new ArrayList<>();
        if (value == null) {
            return regions;
        }
        value.entries().forEach((name, entry) -> {
            List<YamlValue> items = entry.items();
            List<PointPx> corners = new ArrayList<>();
            items.forEach(item -> point(item).ifPresent(corners::add));
            if (items.size() < FEWEST_CORNERS) {
                entry.wrong("has " + items.size() + " corners; " + FEWEST_CORNERS + " or more are expected");
            } else if (corners.size() == items.size()) {
                if (areaPx(corners) == 0) {
                    entry.wrong("encloses nothing: all corners lie on one line");
                } else if (!name.isBlank()) {
                    regions.add(new Outline(name.strip(), corners));
                }
            }
        });
        return regions;
    }

    // Shoelace formula.
    private static double areaPx(List<PointPx> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            PointPx at = corners.get(i);
            PointPx next = corners.get((i + 1) % corners.size());
            twice += at.x() * next.y() - next.x() * at.y();
        }
        return Math.abs(twice) / 2;
    }

    private static Optional<PointPx> point(@Nullable YamlValue value) {
        if (value == null) {
            return Optional.empty();
        }
        return value.items(2, "a point [x, y]").flatMap(numbers -> {
            OptionalDouble x = numbers.get(0).number();
            OptionalDouble y = numbers.get(1).number();
            return x.isPresent() && y.isPresent()
                    ? Optional.of(new PointPx(x.getAsDouble(), y.getAsDouble()))
                    : Optional.empty();
        });
    }

    private static OptionalDouble above0(@Nullable YamlValue value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = value.number();
        if (number.isPresent() && number.getAsDouble() <= 0) {
            value.wrong("is " + value.described() + "; a number above 0 is expected");
            return OptionalDouble.empty();
        }
        return number;
    }
}
