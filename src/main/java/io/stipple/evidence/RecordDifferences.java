package io.stipple.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Compares two records figure by figure. A row of a table is known by what it is of (its view, stage, region, …), not by
 * its number, so that one row too many is one difference and not a hundred.
 */
final class RecordDifferences {
    /** What a row is of, in the order in which it is said. */
    private static final List<String> KEYS =
            List.of("view", "photo", "stage", "region", "from", "to", "kind", "settled", "figure", "name", "subject");

    private final double relativeTolerance;
    private final List<Difference> differences = new ArrayList<>();

    private RecordDifferences(double relativeTolerance) {
        this.relativeTolerance = relativeTolerance;
    }

    /**
     * Differences in the order of the record.
     *
     * @param recorded what the record says
     * @param now what was found now
     * @param relativeTolerance how far a number may be off, of the larger one; 0: not at all
     */
    static List<Difference> between(JsonNode recorded, JsonNode now, double relativeTolerance) {
        RecordDifferences found = new RecordDifferences(relativeTolerance);
        found.compare("", recorded, now);
        return List.copyOf(found.differences);
    }

    private void compare(String path, JsonNode recorded, JsonNode now) {
        if (recorded.isObject() && now.isObject()) {
            compareNamed(path, ".", named(recorded), named(now));
        } else if (recorded.isArray() && now.isArray()) {
            compareNamed(path, "", rows(recorded), rows(now));
        } else if (!same(recorded, now)) {
            differences.add(new Difference(path, "the record says " + brief(recorded) + ", now it is " + brief(now)));
        }
    }

    private void compareNamed(String path, String dot, Map<String, JsonNode> recorded, Map<String, JsonNode> now) {
        recorded.forEach((name, value) -> {
            String child = path.isEmpty() ? name : path + dot + name;
            JsonNode other = now.get(name);
            if (other == null) {
                differences.add(new Difference(child, "stands in the record and is not found now"));
            } else {
                compare(child, value, other);
            }
        });
        for (String name : new TreeSet<>(now.keySet())) {
            if (!recorded.containsKey(name)) {
                differences.add(new Difference(
                        path.isEmpty() ? name : path + dot + name, "is found now and does not stand in the record"));
            }
        }
    }

    private static Map<String, JsonNode> named(JsonNode object) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        object.propertyStream().forEach(property -> children.put(property.getKey(), property.getValue()));
        return children;
    }

    private static Map<String, JsonNode> rows(JsonNode array) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        for (JsonNode row : array) {
            String name = nameOf(row);
            String unique = name.isEmpty() ? "[" + (children.size() + 1) + "]" : "[" + name + "]";
            for (int again = 2; children.containsKey(unique); again++) {
                unique = "[" + name + ", " + again + "]";
            }
            children.put(unique, row);
        }
        return children;
    }

    private static String nameOf(JsonNode row) {
        JsonNode inner = row.has("change") ? row.get("change") : row;
        return KEYS.stream()
                .map(inner::get)
                .flatMap(Stream::ofNullable)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            double a = one.asDouble();
            double b = other.asDouble();
            return a == b || Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
        }
        return one.equals(other);
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
