package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.StageInfo;
import io.stipple.model.ViewRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code record.json}: the evidence of a case, complete enough to render every other file again.
 *
 * <p>The same record gives the same bytes on every JDK. Positions are rounded to 0.001 px, dots' figures to 5
 * significant digits and all else to 7, far below what the measuring can resolve; an interval is {@code [lo, hi]} with
 * null where nothing bounds it, and a dot is one line of values under {@code dotColumns}.
 */
public final class RecordJson {
    /** Changes whenever an older reader would misread the file. */
    static final String FORMAT = "stipple-record-5";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new RecordModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RecordJson() {}

    /** How Stipple reads and writes JSON. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The same with a line for each value, ended alike on every system. */
    public static ObjectWriter pretty() {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        return MAPPER.writer()
                .with(new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
    }

    private record RecordFile(String format, List<String> dotColumns, CaseRecord record) {
        RecordFile {
            Objects.requireNonNull(record, "the record is null");
        }
    }

    /** Writes the record as UTF-8, replacing the file where there is one. */
    public static void write(CaseRecord record, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            pretty().writeValue(out, new RecordFile(FORMAT, TrackedDotJson.COLUMNS, ordered(record)));
        } catch (JacksonException broken) {
            throw new IOException("record could not be written: " + broken.getMessage() + ": " + file, broken);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws ReportRefusedException when the file is of another format, or holds an unknown, missing or impossible
     *     value; the message names it
     */
    public static CaseRecord read(Path file) throws IOException {
        try {
            String format = format(file);
            if (!FORMAT.equals(format)) {
                throw new ReportRefusedException(
                        "the record has the format " + format + "; this version reads " + FORMAT
                                + ": run stipple analyze again",
                        file);
            }
            RecordFile found;
            try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                found = MAPPER.readValue(in, RecordFile.class);
            }
            if (!TrackedDotJson.COLUMNS.equals(found.dotColumns())) {
                throw new ReportRefusedException(
                        "the record has dots as " + found.dotColumns() + "; this version reads "
                                + TrackedDotJson.COLUMNS,
                        file);
            }
            Optional<String> missing = MissingValue.in(found.record());
            if (missing.isPresent()) {
                throw new ReportRefusedException("not a record of Stipple: " + missing.get() + " is null", file);
            }
            return found.record();
        } catch (JacksonException broken) {
            throw new ReportRefusedException(
                    "not a record of Stipple: " + broken.getOriginalMessage() + where(broken), file, broken);
        } catch (CharacterCodingException broken) {
            throw new ReportRefusedException("not a record of Stipple: it is not UTF-8", file, broken);
        }
    }

    /** What the file says first, so that another format is told from a broken file before anything is understood. */
    private static String format(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextName())
                    && parser.nextToken() == JsonToken.VALUE_STRING) {
                return parser.getString();
            }
        }
        throw new ReportRefusedException("not a record of Stipple: it does not begin with its format", file);
    }

    private static String where(JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        String line = location == null || location.getLineNr() < 1 ? "" : " in line " + location.getLineNr();
        String path = broken instanceof DatabindException bound ? bound.getPathReference() : "";
        return line + (path.isEmpty() ? "" : " (" + path + ")");
    }

    /** The same record with its maps in one fixed order: stages as they followed each other, settings by name. */
    private static CaseRecord ordered(CaseRecord record) {
        List<String> stages = record.stages().stream()
                .map(StageInfo::stage)
                .map(Object::toString)
                .toList();
        List<ViewRecord> views = record.views().stream()
                .map(view -> new ViewRecord(
                        view.view(),
                        view.reference(),
                        view.regions(),
                        view.atlas(),
                        view.headOutline(),
                        view.scalp(),
                        byStage(view.dots(), stages),
                        byStage(view.aligned(), stages),
                        byStage(view.counted(), stages),
                        byStage(view.gloss(), stages)))
                .toList();
        return new CaseRecord(
                record.client(),
                record.skin(),
                record.consent(),
                record.stages(),
                record.photos(),
                views,
                record.measurements(),
                record.comparisons(),
                record.assessment(),
                record.findings(),
                record.choices(),
                new TreeMap<>(record.settings()),
                new TreeMap<>(record.versions()));
    }

    private static <T> Map<String, T> byStage(Map<String, T> values, List<String> stages) {
        Map<String, T> sorted = new LinkedHashMap<>();
        Map<String, T> left = new TreeMap<>(values);
        for (String stage : stages) {
            T value = left.remove(stage);
            if (value != null) {
                sorted.put(stage, value);
            }
        }
        sorted.putAll(left);
        return sorted;
    }
}
