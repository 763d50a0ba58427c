package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Interval;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of {@code record.json}, read off the model's own records and what their Javadoc says of each part. */
final class RecordSchema {
    private static final JsonMapper JSON = RecordJson.mapper();
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PARAM =
            Pattern.compile("@param (\\w+) ((?:(?!\\n \\* @|\\n \\*/).)*)", Pattern.DOTALL);
    private static final String STAGE =
            "^(before|result|session-[1-9][0-9]{0,3}(-settled)?|follow-up-[1-9][0-9]{0,3})$";

    private final ObjectNode definitions = JSON.createObjectNode();

    private RecordSchema() {}

    static String text() {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withArrayIndenter(lines)
                                .withObjectIndenter(lines))
                        .writeValueAsString(new RecordSchema().whole())
                + "\n";
    }

    private ObjectNode whole() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "record.json of Stipple");
        schema.put(
                "description",
                "The evidence of one case: what went in, how it was measured and every figure that came out.");
        ObjectNode parts = JSON.createObjectNode();
        parts.putObject("format").put("const", RecordJson.FORMAT);
        ArrayNode columns = parts.putObject("dotColumns").putArray("const");
        TrackedDotJson.COLUMNS.forEach(columns::add);
        parts.set("record", of(CaseRecord.class, null));
        closed(schema, parts);
        // Sorted, so that the file does not depend on the order in which the types were met.
        Map<String, JsonNode> sorted = new TreeMap<>();
        definitions.propertyStream().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        ObjectNode all = schema.putObject("$defs");
        sorted.forEach(all::set);
        return schema;
    }

    private static void closed(ObjectNode schema, ObjectNode parts) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        parts.propertyNames().forEach(required::add);
        schema.set("properties", parts);
    }

    private ObjectNode of(Type type, @Nullable AnnotatedType annotated) {
        if (type instanceof ParameterizedType generic) {
            AnnotatedType[] inner = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            ObjectNode schema = JSON.createObjectNode();
            if (generic.getRawType() == List.class) {
                schema.put("type", "array");
                schema.set("items", of(inner[0].getType(), inner[0]));
            } else if (generic.getRawType() == Map.class) {
                schema.put("type", "object");
                schema.set("additionalProperties", of(inner[1].getType(), inner[1]));
            } else {
                throw new IllegalStateException("no JSON for " + type);
            }
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() || plain.isEnum()) {
            String name = plain.getSimpleName();
            if (!definitions.has(name)) {
                definitions.putObject(name); // first, for types that hold themselves
                definitions.set(name, defined(plain));
            }
            ObjectNode reference = JSON.createObjectNode();
            reference.put("$ref", "#/$defs/" + name);
            return reference;
        }
        return simple(plain);
    }

    private static ObjectNode simple(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type == String.class) {
            schema.put("type", "string");
        } else if (type == double.class || type == Double.class) {
            schema.put("type", "number");
        } else if (type == int.class || type == Integer.class) {
            schema.put("type", "integer");
        } else if (type == boolean.class) {
            schema.put("type", "boolean");
        } else if (type == LocalDate.class) {
            schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        } else if (type == LocalDateTime.class) {
            schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$");
        } else {
            throw new IllegalStateException("no JSON for " + type);
        }
        return schema;
    }

    private ObjectNode defined(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type == Stage.class) {
            return schema.put("type", "string").put("pattern", STAGE);
        }
        if (type == PointPx.class) {
            return values(schema.put("description", "x and y in px of the upright photo"), List.of("number", "number"));
        }
        if (type == Interval.class) {
            String open = "lo and hi; null where nothing bounds it";
            return values(schema.put("description", open), List.of("number|null", "number|null"));
        }
        if (type == TrackedDot.class) {
            schema.put("description", "the values of dotColumns, in their order");
            return values(
                    schema,
                    TrackedDotJson.COLUMNS.stream()
                            .map(RecordSchema::columnType)
                            .toList());
        }
        if (type.isEnum()) {
            ArrayNode words = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants())
                    .map(constant -> JSON.valueToTree(constant).asString())
                    .forEach(words::add);
            return schema;
        }
        return components(schema, type);
    }

    private static String columnType(String column) {
        return switch (column) {
            case "dot" -> "integer";
            case "region" -> "string|null";
            case "fate" -> "string";
            case "recovered" -> "boolean";
            default -> "number";
        };
    }

    private static ObjectNode values(ObjectNode schema, List<String> types) {
        schema.put("type", "array").put("minItems", types.size()).put("maxItems", types.size());
        ArrayNode items = schema.putArray("prefixItems");
        for (String type : types) {
            ObjectNode item = items.addObject();
            if (type.contains("|")) {
                ArrayNode several = item.putArray("type");
                for (String one : type.split("\\|")) {
                    several.add(one);
                }
            } else {
                item.put("type", type);
            }
        }
        return schema;
    }

    private ObjectNode components(ObjectNode schema, Class<?> type) {
        Map<String, String> said = javadoc(type);
        ObjectNode parts = JSON.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            ObjectNode part = of(component.getGenericType(), annotated);
            if (annotated.isAnnotationPresent(Nullable.class)) {
                ObjectNode either = JSON.createObjectNode();
                either.putArray("anyOf").add(part).addObject().put("type", "null");
                part = either;
            }
            String words = said.get(component.getName());
            if (words != null) {
                part.put("description", words);
            }
            parts.set(component.getName(), part);
        }
        closed(schema, parts);
        return schema;
    }

    /** What the source says of each part of a record. */
    private static Map<String, String> javadoc(Class<?> type) {
        Class<?> file = type.getNestHost();
        Map<String, String> said = new TreeMap<>();
        String source;
        try {
            source = Files.readString(SOURCES.resolve(file.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int declared = source.indexOf("record " + type.getSimpleName() + "(");
        int begun = source.lastIndexOf("/**", declared);
        if (begun < 0) {
            return said;
        }
        String comment = source.substring(begun, declared).replaceAll("(?m)^ +\\*", " *");
        Matcher param = PARAM.matcher(comment);
        while (param.find()) {
            String words =
                    param.group(2).replaceAll("\\s*\\n \\*\\s*", " ").replaceAll("\\{@(?:code|link) ([^}]*)}", "$1");
            said.put(param.group(1), words.strip());
        }
        return said;
    }
}
