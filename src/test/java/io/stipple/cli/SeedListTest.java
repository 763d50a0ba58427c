package io.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SeedListTest {
    @Test
    void rangesHoldBothEnds() {
        assertThat(SeedList.parse("1-4").seeds()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void listsAndRangesMixInTheOrderTyped() {
        assertThat(SeedList.parse("7,1-2, 30").seeds()).containsExactly(7L, 1L, 2L, 30L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-3", "3-1", "1-2-3", "1,,2", "1-99999999999", "0-9223372036854775807"})
    void anythingElseIsQuoted(String typed) {
        assertThatThrownBy(() -> SeedList.parse(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + typed + "'");
    }
}
