package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RecordSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SHIPPED = Path.of("src/main/resources/io/stipple/report/record.schema.json");

    @TempDir
    static Path folder;

    private ObjectNode record = JSON.createObjectNode();

    @BeforeEach
    void aRecordOfManyKinds() throws IOException {
        CaseRecord made = new CaseFixture("C-017", 30).record();
        Path file = folder.resolve("record.json");
        RecordJson.write(made, file);
        record = (ObjectNode) JSON.readTree(Files.readString(file));
    }

    /** Run with {@code -Dstipple.schema=write} after a change of the record's parts. */
    @Test
    void whatIsShippedIsReadOffTheRecordsThemselves() throws IOException {
        if ("write".equals(System.getProperty("stipple.schema"))) {
            Files.writeString(SHIPPED, RecordSchema.text());
        }
        assertThat(shipped()).isEqualTo(RecordSchema.text());
    }

    @Test
    void aRecordThatWasWrittenIsValid() throws IOException {
        assertThat(errors()).isEmpty();
    }

    @Test
    void whatIsUnknownMissingOrOfAnotherKindIsNamed() throws IOException {
        ObjectNode whole = (ObjectNode) record.get("record");
        whole.put("surname", "Doe");
        whole.remove("consent");
        ((ObjectNode) whole.get("photos").get(0)).put("stage", "session-0");
        ((ObjectNode) whole.get("photos").get(1)).put("widthPx", 12.5);
        ((ObjectNode) whole.get("measurements").get(0)).put("verdict", "MEASURED");
        ((ArrayNode) whole.get("views").get(1).get("dots").get("session-1").get(0)).add(1);

        assertThat(errors())
                .anyMatch(error -> error.contains("surname"))
                .anyMatch(error -> error.contains("consent"))
                .anyMatch(error -> error.contains("/photos/0/stage"))
                .anyMatch(error -> error.contains("/photos/1/widthPx"))
                .anyMatch(error -> error.contains("/measurements/0/verdict"))
                .anyMatch(error -> error.contains("/dots/session-1/0"));
    }

    private List<String> errors() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(shipped()));
        return schema.validate(record).stream().map(Error::toString).toList();
    }

    private static String shipped() throws IOException {
        try (var in = RecordJson.class.getResourceAsStream("record.schema.json")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
