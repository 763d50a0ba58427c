package io.stipple.report;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a record that was read for a null where the types promise a value: JSON can hold one anywhere, and
 * found late it would pass for a fault of the program.
 */
final class MissingValue {
    private final Map<Class<?>, List<Part>> known = new HashMap<>();

    private record Part(String name, Method accessor, boolean mayBeNull) {}

    private MissingValue() {}

    /** Where the first such null stands, such as {@code photos[3].stage}; empty where there is none. */
    static Optional<String> in(Record whole) {
        return Optional.ofNullable(new MissingValue().find(whole, ""));
    }

    private @Nullable String find(Object value, String path) {
        if (value instanceof Record part) {
            return inParts(part, path);
        }
        if (value instanceof List<?> items) {
            int index = 0;
            for (Object item : items) {
                String missing = item == null ? path + "[" + index + "]" : find(item, path + "[" + index + "]");
                if (missing != null) {
                    return missing;
                }
                index++;
            }
        }
        if (value instanceof Map<?, ?> entries) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                String at = path + "." + entry.getKey();
                Object item = entry.getValue();
                String missing = item == null ? at : find(item, at);
                if (missing != null) {
                    return missing;
                }
            }
        }
        return null;
    }

    private @Nullable String inParts(Record whole, String path) {
        for (Part part : known.computeIfAbsent(whole.getClass(), MissingValue::parts)) {
            String at = path.isEmpty() ? part.name() : path + "." + part.name();
            Object value = valueOf(part, whole);
            if (value == null && !part.mayBeNull()) {
                return at;
            }
            String missing = value == null ? null : find(value, at);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Part(
                        component.getName(),
                        component.getAccessor(),
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                .toList();
    }

    private static @Nullable Object valueOf(Part part, Record whole) {
        try {
            return part.accessor().invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a public record has public accessors: " + part.name(), impossible);
        }
    }
}
