package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordHashTest {
    @Test
    void theExampleOfTheStandardComesOutAsPrintedThere() throws IOException {
        // RFC 8785, section 3.2.2 and 3.2.3.
        String given = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(new String(RecordHash.canonical(given), StandardCharsets.UTF_8))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void layoutDoesNotMatterAndEachValueDoes(@TempDir Path folder) throws IOException {
        String one = hash(folder, "{\"b\": 1.50,\r\n \"a\": [1, 2]}");

        assertThat(hash(folder, "{\"a\":[1,2],\"b\":1.5}")).isEqualTo(one).hasSize(64);
        assertThat(hash(folder, "{\"a\":[2,1],\"b\":1.5}")).isNotEqualTo(one);
        assertThat(hash(folder, "{\"a\":[1,2],\"b\":1.5000001}")).isNotEqualTo(one);
    }

    @Test
    void whatIsNoJsonHasNoHash(@TempDir Path folder) {
        assertThatThrownBy(() -> hash(folder, "{\"a\":")).isInstanceOf(IOException.class);
    }

    private static String hash(Path folder, String json) throws IOException {
        return RecordHash.of(Files.writeString(folder.resolve("record.json"), json));
    }
}
