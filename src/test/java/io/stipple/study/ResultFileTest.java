package io.stipple.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.ChangeVerdict;
import io.stipple.phantom.Tier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    private static final StudyCase ONE = HandMade.one(Tier.NORMAL, HeadCase.FADED, 7);
    private static final CaseScores SCORES = new CaseScores(
            List.of(HandMade.density(100.0 / 3, 0.1)),
            List.of(HandMade.noDensity()),
            List.of(HandMade.placed(), HandMade.healed(-14.7, ChangeVerdict.CANNOT_TELL)));

    @TempDir
    Path folder;

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        assertThat(ResultFile.in(folder, ONE).read()).isEmpty();
        ResultFile.in(folder, ONE).write(SCORES);
        assertThat(ResultFile.in(folder, ONE).read()).contains(SCORES);
    }

    @Test
    void theFileIsNamedByTheCaseAndNothingElseIsLeft() throws Exception {
        ResultFile.in(folder, ONE).write(SCORES);
        assertThat(folder.toFile().list()).containsExactly("normal-III-7-faded.csv");
        assertThat(folder.resolve("normal-III-7-faded.csv"))
                .content()
                .startsWith("#stipple study 1; normal-III-7-faded; stipple ")
                .contains("seed 7,", "tier NORMAL", "healed change of -15.0 %");
    }

    @Test
    void scoresOfOtherSettingsAreRefused() throws Exception {
        ResultFile.in(folder, ONE).write(SCORES);
        StudyCase larger = new StudyCase(ONE.name(), ONE.what(), ONE.phantom().withMegapixels(24));
        assertThatThrownBy(() -> ResultFile.in(folder, larger).read())
                .isInstanceOf(OtherStudyException.class)
                .hasMessageContaining("normal-III-7-faded.csv")
                .hasMessageContaining("12.0 MP")
                .hasMessageContaining("24.0 MP");
    }
}
