package io.stipple.pipeline;

import io.stipple.change.Untreated;
import io.stipple.model.Blend;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.HueDrift;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import io.stipple.tone.DonorBlend;
import io.stipple.tone.DotColour;
import io.stipple.tone.HueSettings;
import io.stipple.tone.PigmentHues;
import io.stipple.tone.RegionTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the pigment of one view keeps its hue, and how its regions blend in with the donor area. */
final class ColourFigures {
    private final String view;
    private final Map<Stage, MeasuredPhoto> chosen;
    private final @Nullable String donor;
    private final List<String> treated;
    private final HueSettings settings;

    /**
     * @param regions of the view; the donor area is the one named {@code donor}: what the standard regions
     *     show may have been treated, and only a person knows
     * @param chosen the photo that stands for each stage, in order of time
     */
    ColourFigures(String view, List<String> regions, Map<Stage, MeasuredPhoto> chosen, HueSettings settings) {
        this.view = view;
        this.chosen = chosen;
        this.donor = regions.contains(Untreated.DONOR) ? Untreated.DONOR : null;
        this.treated = regions.stream().filter(region -> !Untreated.is(region)).toList();
        this.settings = settings;
    }

    /** Every region but the donor's at every stage, as far as the photo shows both; none without a donor area. */
    List<Blend> blends() {
        List<Blend> blends = new ArrayList<>();
        chosen.forEach((stage, photo) -> {
            RegionTone stubble = donor == null ? null : tone(photo, donor);
            for (String region : treated) {
                RegionTone tone = tone(photo, region);
                if (donor != null && tone != null && stubble != null) {
                    DonorBlend.of(view, stage, region, tone, donor, stubble).ifPresent(blends::add);
                }
            }
        });
        return blends;
    }

    /** Each region from one healed stage to the next, and from the first to the last where others lie between. */
    List<HueDrift> hueDrifts() {
        List<Stage> healed =
                chosen.keySet().stream().filter(Stage::showsHealedPigment).toList();
        List<HueDrift> drifts = new ArrayList<>();
        for (String region : treated) {
            Stage skinOf = skinOf(region);
            for (int i = 1; i < healed.size(); i++) {
                drifts.add(drift(region, skinOf, healed.get(i - 1), healed.get(i)));
            }
            if (healed.size() > 2) {
                drifts.add(drift(region, skinOf, healed.get(0), healed.get(healed.size() - 1)));
            }
        }
        return drifts;
    }

    /** The stage whose skin all dots of a region are laid on: {@code before}, else the first that shows it. */
    private @Nullable Stage skinOf(String region) {
        return Stream.concat(Stream.of(Stage.BEFORE), chosen.keySet().stream())
                .filter(stage -> {
                    RegionTone tone = tone(chosen.get(stage), region);
                    return tone != null && tone.skinLight().lit();
                })
                .findFirst()
                .orElse(null);
    }

    private HueDrift drift(String region, @Nullable Stage skinOf, Stage from, Stage to) {
        DotColour before = colour(from, region);
        DotColour after = colour(to, region);
        RegionTone skin = skinOf == null ? null : tone(chosen.get(skinOf), region);
        PigmentHues hues = skin == null ? null : new PigmentHues(skin.skinLight(), settings);
        if (hues == null || before == null || after == null) {
            return new HueDrift(
                    view,
                    region,
                    from,
                    to,
                    skinOf,
                    hues == null || before == null ? null : hues.of(before),
                    hues == null || after == null ? null : hues.of(after),
                    null,
                    ChangeVerdict.CANNOT_TELL,
                    before == null ? whyNot(from, region) : whyNot(to, region));
        }
        return new HueDrift(
                view,
                region,
                from,
                to,
                skinOf,
                hues.of(before),
                hues.of(after),
                hues.shift(before, after),
                hues.verdict(before, after),
                "");
    }

    private String whyNot(Stage stage, String region) {
        RegionEvidence evidence = evidence(chosen.get(stage), region);
        if (evidence == null) {
            return stage + ": the photo does not lie on the reference";
        }
        return stage + ": "
                + (evidence.verdict() == Verdict.MEASURED
                        ? "fewer than " + settings.leastDots() + " dots are large and free enough to tell a hue"
                        : evidence.reason());
    }

    private @Nullable DotColour colour(Stage stage, String region) {
        RegionEvidence evidence = evidence(chosen.get(stage), region);
        return evidence == null ? null : evidence.colour();
    }

    private static @Nullable RegionTone tone(@Nullable MeasuredPhoto photo, String region) {
        RegionEvidence evidence = evidence(photo, region);
        return evidence == null ? null : evidence.tone();
    }

    private static @Nullable RegionEvidence evidence(@Nullable MeasuredPhoto photo, String region) {
        ScalpEvidence scalp = photo == null ? null : photo.scalp();
        return scalp == null ? null : scalp.regions().get(region);
    }
}
