package io.stipple.pipeline;

import io.stipple.change.RegionCompleteness;
import io.stipple.model.Verdict;
import io.stipple.tone.DotColour;
import io.stipple.tone.RegionTone;
import org.jspecify.annotations.Nullable;

/**
 * What one photo shows of one region.
 *
 * @param verdict what can be measured
 * @param reason for any verdict but {@code measured}, else empty
 * @param completeness null unless dots can be counted
 * @param tone null where too little skin is seen
 * @param colour of the pigment; null unless dots of healed pigment can be counted and are enough to tell it
 */
record RegionEvidence(
        Verdict verdict,
        String reason,
        @Nullable RegionCompleteness completeness,
        @Nullable RegionTone tone,
        @Nullable DotColour colour) {
    RegionEvidence with(@Nullable DotColour pigment) {
        return new RegionEvidence(verdict, reason, completeness, tone, pigment);
    }

    /** The same region of a photo of which no dot counts. */
    RegionEvidence withoutDots(String why) {
        return verdict == Verdict.UNUSABLE ? this : new RegionEvidence(Verdict.TONE_ONLY, why, null, tone, null);
    }
}
