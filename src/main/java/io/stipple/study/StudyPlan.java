package io.stipple.study;

import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.SkinType;
import io.stipple.phantom.Tier;
import java.util.ArrayList;
import java.util.List;

/**
 * Which heads are studied: every seed on every tier with every skin, each through all that a {@link HeadCase} names.
 *
 * @param phantom what all heads share: photos, dots, views, stages
 * @param seeds of the heads
 * @param tiers how much camera, light and skin change between photos
 * @param skins Fitzpatrick types
 */
public record StudyPlan(PhantomSettings phantom, List<Long> seeds, List<Tier> tiers, List<SkinType> skins) {
    public StudyPlan {
        seeds = seeds.stream().distinct().toList();
        tiers = tiers.stream().distinct().toList();
        skins = skins.stream().distinct().toList();
        if (seeds.isEmpty() || tiers.isEmpty() || skins.isEmpty()) {
            throw new IllegalArgumentException("a study needs seeds, tiers and skins, but has " + seeds.size() + ", "
                    + tiers.size() + " and " + skins.size());
        }
    }

    /** Seeds outermost, so that a study cut short has some of every tier and skin. */
    List<StudyCase> cases() {
        List<StudyCase> cases = new ArrayList<>();
        for (long seed : seeds) {
            for (Tier tier : tiers) {
                for (SkinType skin : skins) {
                    PhantomSettings head = phantom.withSeed(seed).withTier(tier).withSkin(skin);
                    for (HeadCase what : HeadCase.values()) {
                        cases.add(StudyCase.of(head, what));
                    }
                }
            }
        }
        return cases;
    }
}
