package io.stipple.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageNameTest {
    @ParameterizedTest
    @CsvSource({
        "before, before",
        "BEFORE, before",
        "01-before, before",
        "1. Before, before",
        "session-1, session-1",
        "Session 1, session-1",
        "session_01, session-1",
        "03_Session_1_Settled, session-1-settled",
        "session-12-settled, session-12-settled",
        "Result, result",
        "99 result, result",
        "Follow up 2, follow-up-2",
        "' follow_up_2 ', follow-up-2"
    })
    void namesAreReadWhateverTheirCaseAndSeparators(String folder, String stage) {
        assertThat(StageName.ofFolder(folder)).hasValueSatisfying(name -> {
            assertThat(name.stage().name()).isEqualTo(stage);
            assertThat(name.date()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-10 session-1", "2026-01-10_Session_1", "20260110-session-1", "02 2026-01-10 session-1"})
    void aLeadingDateIsTheDateOfTheVisit(String folder) {
        assertThat(StageName.ofFolder(folder)).hasValueSatisfying(name -> {
            assertThat(name.stage().name()).isEqualTo("session-1");
            assertThat(name.date()).isEqualTo(LocalDate.of(2026, 1, 10));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "session-0",
                "session-1-healed",
                "before-2",
                "follow-up",
                "01",
                "2026-01-10",
                "session-9999"
            })
    void otherNamesAreNoStage(String folder) {
        assertThat(StageName.ofFolder(folder)).isEmpty();
    }

    @Test
    void aSlipIsRecognised() {
        assertThat(StageName.suggestion("Sesion 2")).contains("session-2");
        assertThat(StageName.suggestion("befor")).contains("before");
        assertThat(StageName.suggestion("holiday")).isEmpty();
    }
}
