package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.cohort.CaseFacts.Kept;
import io.stipple.cohort.CaseFacts.RegionFacts;
import io.stipple.model.CaseRecord;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import io.stipple.report.CaseFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaseFactsTest {
    /** So that ten thousand cases fit into memory and a cache of them on any disk. */
    private static final int MOST_BYTES = 10_000;

    private final CaseRecord record = new CaseFixture("C-017", 20).record();
    private final CaseFacts facts = CaseFacts.of(record);

    @Test
    void factsAreReadBackAsTheyWere() throws FactsRefusedException {
        String text = CaseFactsJson.text(facts);

        assertThat(CaseFactsJson.read(text)).isEqualTo(facts);
        assertThat(CaseFactsJson.text(CaseFactsJson.read(text))).isEqualTo(text);
    }

    @Test
    void fourteenPhotosAreAFewKilobytes() {
        assertThat(facts.photos()).hasSize(14);
        assertThat(CaseFactsJson.text(facts).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void whatTheRecordSaysOfARegionIsTakenOver() {
        RegionFacts region = region("top", "frontal");

        assertThat(region.scar()).isFalse();
        assertThat(region("top", "scar-1").scar()).isTrue();
        assertThat(region.shares()).extracting(CaseFacts.Share::pct).containsExactly(37.5, 72.7);
        assertThat(region.shares()).extracting(CaseFacts.Share::last).containsOnly(Stage.RESULT);
        assertThat(region.kept()).extracting(Kept::session).containsExactly(1, 2);
        assertThat(region.kept()).extracting(Kept::days).containsExactly(30, 20);
        assertThat(region.kept()).allSatisfy(kept -> assertThat(kept.retained()).isNotNull());
        assertThat(facts.session(2))
                .extracting(StageInfo::pigment, StageInfo::practitioner)
                .containsExactly("SMP grey 10%", "P1");
        assertThat(facts.findings().notMeasured()).isPositive();
        assertThat(facts.stipple()).isEqualTo("0.1.0");
        assertThat(facts.finished()).isTrue();
        assertThat(facts.sessions()).isEqualTo(3);
    }

    @Test
    void whatCouldNotBeToldKeepsItsReason() {
        assertThat(region("front", "frontal").kept()).allSatisfy(kept -> {
            assertThat(kept.retained()).isNull();
            assertThat(kept.reason()).isNotEmpty();
        });
        assertThat(facts.photos())
                .filteredOn(photo -> photo.verdict() == Verdict.UNUSABLE)
                .singleElement()
                .satisfies(photo -> {
                    assertThat(photo.scaleGrade()).isNull();
                    assertThat(photo.reason()).contains("landmarks agree");
                });
        assertThat(facts.photos())
                .filteredOn(photo -> photo.verdict() == Verdict.MEASURED)
                .allSatisfy(photo -> assertThat(photo.scaleGrade()).isEqualTo(ScaleGrade.C));
    }

    @Test
    void noPhotoIsNamed() {
        String text = CaseFactsJson.text(facts);

        record.photos()
                .forEach(photo -> assertThat(text).doesNotContain(photo.photo(), String.valueOf(photo.sha256())));
        assertThat(text).doesNotContain(".jpg", "Phone maker");
    }

    @Test
    void anotherFormatAndBrokenTextsAreRefused() {
        String text = CaseFactsJson.text(facts);

        assertThatThrownBy(() -> CaseFactsJson.read(text.replace("facts-1", "facts-9")))
                .isInstanceOf(FactsRefusedException.class)
                .hasMessageContaining("stipple-case-facts-1");
        assertThatThrownBy(() -> CaseFactsJson.read(text.substring(0, text.length() / 2)))
                .isInstanceOf(FactsRefusedException.class);
        assertThatThrownBy(() -> CaseFactsJson.read(text.replaceFirst("\"client\"", "\"name\"")))
                .isInstanceOf(FactsRefusedException.class);
        assertThatThrownBy(() -> CaseFactsJson.read(text.replaceFirst("\"verdict\":\"measured\"", "\"verdict\":null")))
                .isInstanceOf(FactsRefusedException.class)
                .hasMessageContaining("verdict is null");
    }

    private RegionFacts region(String view, String region) {
        return facts.regions().stream()
                .filter(one -> one.view().equals(view) && one.region().equals(region))
                .findFirst()
                .orElseThrow();
    }
}
