package io.stipple.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordDifferencesTest {
    private static final String ROWS = """
            {"client": "C-1", "measurements": [
              {"view": "top", "stage": "before", "region": "frontal", "dots": null},
              {"view": "top", "stage": "session-1", "region": "frontal", "dots": {"densityPerCm2": 40.5, "density95": [39.0, 42.0]}}]}
            """;

    @Test
    void theSameRecordDiffersNowhere() {
        assertThat(between(ROWS, ROWS, 0)).isEmpty();
    }

    @Test
    void anEditedFigureIsNamedByWhatItIsOf() {
        assertThat(between(ROWS, ROWS.replace("40.5", "40.6"), 0))
                .containsExactly("measurements[top, session-1, frontal].dots.densityPerCm2: "
                        + "the record says 40.5, now it is 40.6");
    }

    @Test
    void anEndOfAnIntervalIsNamedByItsPlace() {
        assertThat(between(ROWS, ROWS.replace("39.0", "38.0"), 0))
                .containsExactly("measurements[top, session-1, frontal].dots.density95[1]: "
                        + "the record says 39.0, now it is 38.0");
    }

    @Test
    void aMissingRowIsOneDifference() {
        String fewer = ROWS.replaceFirst("(?m)^ *\\{\"view\": \"top\", \"stage\": \"before\".*$", "");

        assertThat(between(ROWS, fewer, 0))
                .containsExactly("measurements[top, before, frontal]: stands in the record and is not found now");
        assertThat(between(fewer, ROWS, 0))
                .containsExactly("measurements[top, before, frontal]: is found now and does not stand in the record");
    }

    @Test
    void aToleranceForgivesNumbersAndNothingElse() {
        assertThat(between(ROWS, ROWS.replace("40.5", "40.54"), 2e-3)).isEmpty();
        assertThat(between(ROWS, ROWS.replace("40.5", "40.6"), 2e-3)).hasSize(1);
        assertThat(between(ROWS, ROWS.replace("C-1", "C-2"), 2e-3))
                .containsExactly("client: the record says \"C-1\", now it is \"C-2\"");
    }

    private static List<String> between(String recorded, String now, double tolerance) {
        JsonMapper json = JsonMapper.builder().build();
        return RecordDifferences.between(json.readTree(recorded), json.readTree(now), tolerance).stream()
                .map(Difference::toString)
                .toList();
    }
}
