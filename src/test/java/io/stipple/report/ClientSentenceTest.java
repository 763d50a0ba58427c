package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.CaseRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSentenceTest {
    private static final CaseRecord RECORD = new CaseFixture("C-1", 10).record();

    @Test
    void itSaysWhatIsThereWhatChangedAndWhatStayed() {
        assertThat(sentence("top", "frontal"))
                .matches(
                        "There are 77\\.4 dots per cm² \\([0-9.]+ to [0-9.]+\\), 37\\.5 % more than at Session 2 settled"
                                + " \\(32\\.3 to 42\\.7 %\\); of the dots seen right after Session 2, [0-9.]+ % \\([0-9.]+ to [0-9.]+ %\\)"
                                + " were still there once healed\\.");
    }

    @Test
    void whereDotsWereNotCountedItSaysWhy() {
        assertThat(sentence("front", "scar-1"))
                .isEqualTo("Dots could not be counted here: only 0.4 cm² of it are seen, 1 cm² is needed.");
    }

    private static String sentence(String view, String region) {
        List<RegionNow> regions = RegionNow.of(RECORD).stream()
                .filter(now ->
                        now.now().view().equals(view) && now.now().region().equals(region))
                .toList();
        return ClientSentence.of(regions.get(0));
    }
}
