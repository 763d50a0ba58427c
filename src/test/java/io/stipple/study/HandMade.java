package io.stipple.study;

import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.phantom.FigureScore;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.SkinType;
import io.stipple.phantom.Tier;
import io.stipple.phantom.VerdictScore;
import java.util.List;

/** Cases and scores made by hand. */
final class HandMade {
    static final StudyPlan PLAN = new StudyPlan(
            PhantomSettings.defaults(), List.of(1L, 2L), List.of(Tier.NORMAL, Tier.HARD), List.of(SkinType.III));

    private HandMade() {}

    static StudyCase one(Tier tier, HeadCase what, long seed) {
        return StudyCase.of(PhantomSettings.defaults().withTier(tier).withSeed(seed), what);
    }

    /** A density of 100 per cm² with an interval of so much to both sides. */
    static FigureScore density(double reported, double halfWidth) {
        return new FigureScore(
                "top",
                "vertex",
                "session-1",
                "density",
                100,
                reported,
                reported - halfWidth,
                reported + halfWidth,
                reported - 100);
    }

    static FigureScore noDensity() {
        return new FigureScore(
                "top", "vertex", "session-1", "density", 100, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    static VerdictScore healed(double truthPct, ChangeVerdict verdict) {
        return new VerdictScore("top", "vertex", HeadCase.HEALED_PAIR, ChangeKind.BUILD_UP, truthPct, verdict);
    }

    /** A comparison that tells nothing of two healed visits. */
    static VerdictScore placed() {
        return new VerdictScore(
                "top", "vertex", "before > session-1", ChangeKind.PLACED, Double.POSITIVE_INFINITY, ChangeVerdict.REAL);
    }

    static CaseScores figures(FigureScore... told) {
        return new CaseScores(List.of(told), List.of(), List.of());
    }

    static CaseScores verdicts(VerdictScore... verdicts) {
        return new CaseScores(List.of(), List.of(), List.of(verdicts));
    }
}
