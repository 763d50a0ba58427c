package io.stipple.tone;

import io.stipple.model.Blend;
import io.stipple.model.Lab;
import io.stipple.model.Stage;
import java.util.Optional;

/**
 * Sets a region with its dots against the donor area with its stubble, both of one photo.
 *
 * <p>Where stubble is so dense that the photo hardly shows skin between hairs, the donor's skin is taken for darker than
 * it is, and the region then looks too dark beside it.
 */
public final class DonorBlend {
    private DonorBlend() {}

    /** How the region blends in; empty where a skin is black in a channel, so that nothing can be relit. */
    public static Optional<Blend> of(
            String view, Stage stage, String region, RegionTone regionTone, String donor, RegionTone donorTone) {
        LinearRgb skin = regionTone.skinLight();
        LinearRgb donorSkin = donorTone.skinLight();
        if (!skin.lit() || !donorSkin.lit()) {
            return Optional.empty();
        }
        Lab relit = CieLab.of(regionTone.toneLight().relit(skin, donorSkin));
        return Optional.of(new Blend(
                view,
                region,
                stage,
                donor,
                CieDe2000.difference(relit, donorTone.tone()),
                relit.l() - donorTone.tone().l(),
                regionTone.skin().l() - donorTone.skin().l()));
    }
}
