package io.stipple.report;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a record that was read for a null where the types promise a value: JSON can hold one anywhere, and
 * found late it would pass for a fault of the program.
 */
public final class MissingValue {
    /** Looked up once, as ten thousand small records may be read in a row. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return parts(type);
        }
    };

    private record Part(String name, Method accessor, boolean mayBeNull) {}

    private MissingValue() {}

    /** Where the first such null stands, such as {@code photos[3].stage}; empty where there is none. */
    public static Optional<String> in(Record whole) {
        return Optional.ofNullable(new MissingValue().below(whole)).map(path -> path.substring(1));
    }

    /** The way from a value down to a null, such as {@code [3].stage}; put together on the way back, as there is none. */
    private @Nullable String below(Object value) {
        if (value instanceof Record part) {
            return inParts(part);
        }
        if (value instanceof List<?> items) {
            int index = 0;
            for (Object item : items) {
                String missing = item == null ? "" : below(item);
                if (missing != null) {
                    return "[" + index + "]" + missing;
                }
                index++;
            }
        }
        if (value instanceof Map<?, ?> entries) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                Object item = entry.getValue();
                String missing = item == null ? "" : below(item);
                if (missing != null) {
                    return "." + entry.getKey() + missing;
                }
            }
        }
        return null;
    }

    private @Nullable String inParts(Record whole) {
        for (Part part : PARTS.get(whole.getClass())) {
            Object value = valueOf(part, whole);
            if (value == null && part.mayBeNull()) {
                continue;
            }
            String missing = value == null ? "" : below(value);
            if (missing != null) {
                return "." + part.name() + missing;
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
