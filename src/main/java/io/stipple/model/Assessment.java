package io.stipple.model;

import java.util.List;

/**
 * What the figures of a case say together. An empty list: nothing to say of it.
 *
 * @param fading view × region × fresh session with its healed stage
 * @param shares view × region × healed stage but the last
 * @param survival view × region
 * @param repeatability by figure; from photos taken again
 * @param plan view × region
 * @param freeSpace view × region, at the latest counted stage
 * @param hairlines view × healed stage
 * @param hueDrifts view × region × pair of healed stages
 * @param blends view × stage × region; none where the view shows no donor area
 */
public record Assessment(
        List<FadingSplit> fading,
        List<SessionShare> shares,
        List<SurvivalCurve> survival,
        List<RepeatAgreement> repeatability,
        List<Advice> plan,
        List<FreeSpace> freeSpace,
        List<HairlineFigures> hairlines,
        List<HueDrift> hueDrifts,
        List<Blend> blends) {
    public Assessment {
        fading = List.copyOf(fading);
        shares = List.copyOf(shares);
        survival = List.copyOf(survival);
        repeatability = List.copyOf(repeatability);
        plan = List.copyOf(plan);
        freeSpace = List.copyOf(freeSpace);
        hairlines = List.copyOf(hairlines);
        hueDrifts = List.copyOf(hueDrifts);
        blends = List.copyOf(blends);
    }
}
