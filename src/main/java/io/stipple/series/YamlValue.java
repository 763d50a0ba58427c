package io.stipple.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a YAML file that knows its line and key; what is wrong with it goes to a common list of problems. */
final class YamlValue {
    private final Node node;
    private final String path;
    private final String file;
    private final List<String> problems;

    YamlValue(Node node, String path, String file, List<String> problems) {
        this.node = node;
        this.path = path;
        this.file = file;
        this.problems = problems;
    }

    /** The dotted key, such as {@code views.top.scale}. */
    String path() {
        return path;
    }

    /** Notes that this value is not what it should be: {@code case.yaml line 7: skin is "7"; I to VI are known}. */
    void wrong(String isAndShould) {
        problems.add(place(node) + (path.isEmpty() ? "the file " : path + " ") + isAndShould);
    }

    /** The entries of this mapping by key, each key once; empty, with a problem noted, when it is none. */
    Map<String, YamlValue> entries() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (isNothing()) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong("is " + described() + "; key: value pairs are expected");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(place(tuple.getKeyNode()) + "a key of " + (path.isEmpty() ? "the file" : path)
                        + " is not a word");
                continue;
            }
            String keyPath = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            YamlValue value = new YamlValue(tuple.getValueNode(), keyPath, file, problems);
            if (entries.putIfAbsent(key.getValue(), value) != null) {
                problems.add(place(key) + keyPath + " stands here a second time");
            }
        }
        return entries;
    }

    /** As {@link #entries()}, noting every key that is not one of {@code known}. */
    Map<String, YamlValue> entries(Set<String> known) {
        Map<String, YamlValue> entries = entries();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
                    String keyPath = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    String hint = Spelling.nearest(key.getValue(), known)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("known are " + String.join(", ", new TreeSet<>(known)));
                    problems.add(place(key) + keyPath + " is not a known key; " + hint);
                }
            }
        }
        return entries;
    }

    /** The items of this list; empty, with a problem noted, when it is none. */
    List<YamlValue> items() {
        List<YamlValue> items = new ArrayList<>();
        if (isNothing()) {
            return items;
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrong("is " + described() + "; a list [...] is expected");
            return items;
        }
        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(item, path + "[" + items.size() + "]", file, problems));
        }
        return items;
    }

    /** The items of this list of exactly {@code count}; empty, with a problem noted, when it is anything else. */
    Optional<List<YamlValue>> items(int count, String expected) {
        if (node instanceof SequenceNode sequence && sequence.getValue().size() == count) {
            return Optional.of(items());
        }
        wrong("is " + described() + "; " + expected + " is expected");
        return Optional.empty();
    }

    /** This text; empty when nothing stands here, or, with a problem noted, when it is none. */
    Optional<String> text() {
        if (isNothing()) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        wrong("is " + described() + "; a text is expected");
        return Optional.empty();
    }

    /** This number; empty, with a problem noted, when it is none. */
    OptionalDouble number() {
        if (node instanceof ScalarNode scalar) {
            try {
                double number = Double.parseDouble(scalar.getValue().strip());
                if (Double.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        wrong("is " + described() + "; a number is expected");
        return OptionalDouble.empty();
    }

    /** Whether the key stands without a value. */
    boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** This value as a person would call it. */
    String described() {
        if (isNothing()) {
            return "empty";
        }
        if (node instanceof ScalarNode scalar) {
            return "\"" + scalar.getValue() + "\"";
        }
        return node instanceof SequenceNode sequence
                ? "a list of " + sequence.getValue().size()
                : "a group of keys";
    }

    private String place(Node at) {
        return at.getStartMark()
                .map(Mark::getLine)
                .map(line -> file + " line " + (line + 1) + ": ")
                .orElse(file + ": ");
    }
}
