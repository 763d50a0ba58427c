package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    private static final int FEWEST = 5;

    @Test
    void largeGroupsAreShown() {
        assertThat(hidden(Map.of("A", 5, "B", 9)).isEmpty()).isTrue();
    }

    @Test
    void aLoneSmallGroupTakesTheNextSmallestWithIt() {
        SmallGroups<String> hidden = hidden(Map.of("A", 4, "B", 20, "C", 7, "D", 30));

        assertThat(hidden.small()).containsExactly("A");
        assertThat(hidden.also()).containsExactly("C");
        assertThat(hidden.clients()).isEqualTo(11);
    }

    @Test
    void smallGroupsThatHideEachOtherTakeNoOther() {
        SmallGroups<String> hidden = hidden(Map.of("A", 4, "B", 3, "C", 7));

        assertThat(hidden.small()).containsExactly("A", "B");
        assertThat(hidden.also()).isEmpty();
    }

    /** Two groups of one client each: total less the rest would tell the mean of two clients. */
    @Test
    void smallGroupsThatTogetherAreStillFewTakeAnotherWithThem() {
        SmallGroups<String> hidden = hidden(Map.of("A", 1, "B", 1, "C", 7, "D", 8));

        assertThat(hidden.small()).containsExactly("A", "B");
        assertThat(hidden.also()).containsExactly("C");
    }

    @Test
    void whatWasNotNotedGoesBeforeAnyOther() {
        SmallGroups<String> hidden = hidden(Map.of("A", 2, "B", 6, "not noted", 40));

        assertThat(hidden.also()).containsExactly("not noted");
        assertThat(hidden.hides("B")).isFalse();
    }

    private static SmallGroups<String> hidden(Map<String, Integer> sizes) {
        Map<String, Set<String>> clients = new TreeMap<>();
        sizes.forEach((group, size) -> clients.put(
                group, IntStream.range(0, size).mapToObj(i -> group + "-" + i).collect(Collectors.toSet())));
        return SmallGroups.of(clients, FEWEST, "not noted"::equals);
    }
}
