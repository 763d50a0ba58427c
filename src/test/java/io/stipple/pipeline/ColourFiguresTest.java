package io.stipple.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Blend;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.HueDrift;
import io.stipple.model.PixelMap;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import io.stipple.region.SeenScalp;
import io.stipple.tone.CieLab;
import io.stipple.tone.DotColour;
import io.stipple.tone.HueSettings;
import io.stipple.tone.LinearRgb;
import io.stipple.tone.RegionTone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColourFiguresTest {
    private static final RegionTone PALE = tone(0.42, 0.95);
    private static final RegionTone DARK = tone(0.42, 0.8);
    private static final DotColour GREY = new DotColour(0.2, 1, 1, 0.005, 0.005, 0, 400);
    private static final DotColour BLUISH = new DotColour(0.2, 1.02, 0.75, 0.005, 0.005, 0, 400);

    private final Map<Stage, MeasuredPhoto> chosen = new LinkedHashMap<>();

    @Test
    void hueIsFollowedFromOneHealedStageToTheNextAndFromFirstToLast() {
        photo(Stage.BEFORE, Map.of("vertex", evidence(PALE, null)));
        photo(Stage.session(1), Map.of("vertex", evidence(DARK, null)));
        photo(Stage.settled(1), Map.of("vertex", evidence(DARK, GREY)));
        photo(Stage.settled(2), Map.of("vertex", toneOnly(DARK)));
        photo(Stage.RESULT, Map.of("vertex", evidence(DARK, BLUISH)));

        List<HueDrift> drifts = figures("vertex", "reference").hueDrifts();

        assertThat(drifts)
                .extracting(HueDrift::from, HueDrift::to, HueDrift::verdict, HueDrift::reason)
                .containsExactly(
                        tuple(
                                Stage.settled(1),
                                Stage.settled(2),
                                ChangeVerdict.CANNOT_TELL,
                                "session-2-settled: too coarse"),
                        tuple(
                                Stage.settled(2),
                                Stage.RESULT,
                                ChangeVerdict.CANNOT_TELL,
                                "session-2-settled: too coarse"),
                        tuple(Stage.settled(1), Stage.RESULT, ChangeVerdict.REAL, ""));
        assertThat(drifts).allMatch(drift -> Stage.BEFORE.equals(drift.skinOf()));
        assertThat(drifts.get(1).fromHue()).isNull();
        assertThat(drifts.get(1).toHue()).isEqualTo(drifts.get(2).toHue());
    }

    @Test
    void withoutAPhotoFromBeforeTheFirstSkinThatIsSeenServes() {
        photo(Stage.session(1), Map.of("vertex", evidence(DARK, null)));
        photo(Stage.settled(1), Map.of("vertex", evidence(DARK, GREY)));
        chosen.put(
                Stage.RESULT,
                new MeasuredPhoto(TopPhoto.shot(Stage.RESULT), TopPhoto.row(Stage.RESULT, Map.of()), null, null));

        HueDrift drift = figures("vertex").hueDrifts().get(0);

        assertThat(drift.skinOf()).isEqualTo(Stage.session(1));
        assertThat(drift.fromHue()).isNotNull();
        assertThat(drift.reason()).isEqualTo("result: the photo does not lie on the reference");
    }

    @Test
    void regionsAreSetAgainstTheDonorOfTheSamePhoto() {
        photo(
                Stage.RESULT,
                Map.of(
                        "vertex", evidence(PALE, null),
                        "nape", toneOnly(DARK),
                        "reference", evidence(PALE, null),
                        "occipital", evidence(PALE, null),
                        "donor", evidence(DARK, null)));

        List<Blend> blends =
                figures("vertex", "nape", "reference", "occipital", "donor").blends();

        assertThat(blends).extracting(Blend::region).containsExactly("vertex", "nape", "occipital");
        assertThat(blends).extracting(Blend::donorRegion).containsOnly("donor");
        assertThat(blends.get(0).deltaL()).isGreaterThan(3);
        assertThat(blends.get(1).deltaL()).isCloseTo(0, within(1e-9));
    }

    @Test
    void withoutADonorDrawnByHandThereIsNoBlend() {
        photo(Stage.RESULT, Map.of("vertex", evidence(PALE, null), "occipital", evidence(DARK, null)));

        assertThat(figures("vertex", "occipital").blends()).isEmpty();
    }

    private ColourFigures figures(String... regions) {
        return new ColourFigures("top", List.of(regions), chosen, HueSettings.defaults());
    }

    private void photo(Stage stage, Map<String, RegionEvidence> regions) {
        ScalpEvidence scalp = new ScalpEvidence(
                PixelMap.identity(),
                Optional.empty(),
                0,
                SeenScalp.of(100, 100, 4, (x, y) -> true),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Map.of(),
                "",
                regions,
                12,
                null,
                0);
        chosen.put(stage, new MeasuredPhoto(TopPhoto.shot(stage), TopPhoto.row(stage, Map.of()), scalp, null));
    }

    private static RegionEvidence evidence(RegionTone tone, @Nullable DotColour colour) {
        return new RegionEvidence(Verdict.MEASURED, "", null, tone, colour);
    }

    private static RegionEvidence toneOnly(RegionTone tone) {
        return new RegionEvidence(Verdict.TONE_ONLY, "too coarse", null, tone, null);
    }

    /** Skin of this much red light, of which dots or stubble leave a share. */
    private static RegionTone tone(double red, double left) {
        LinearRgb skin = new LinearRgb(red, 0.6 * red, 0.4 * red);
        LinearRgb whole = new LinearRgb(left * skin.r(), left * skin.g(), left * skin.b());
        return new RegionTone(CieLab.of(skin), CieLab.of(whole), skin, whole, 1000, 1000);
    }
}
