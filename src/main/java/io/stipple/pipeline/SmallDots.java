package io.stipple.pipeline;

import io.stipple.dots.DotSize;
import io.stipple.dots.TooCoarseException;
import io.stipple.model.StageKind;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Sets photos aside whose dots are too small to be counted, once the sharpest photo of the view tells how large these are: what
 * blur adds to dots of that size is never all taken off, so that they seem larger the more a photo is blurred.
 */
final class SmallDots {
    private final double diameterMm;
    private final double leastPx;

    private SmallDots(double diameterMm, double leastPx) {
        this.diameterMm = diameterMm;
        this.leastPx = leastPx;
    }

    /**
     * The photos of a view, those with too small dots good for tone only.
     *
     * @param leastPx that a dot must cover to be counted
     */
    static List<MeasuredPhoto> setAside(List<MeasuredPhoto> photos, double leastPx) {
        OptionalDouble diameterMm = diameterMm(photos);
        if (diameterMm.isEmpty()) {
            return List.copyOf(photos);
        }
        SmallDots dots = new SmallDots(diameterMm.getAsDouble(), leastPx);
        return photos.stream().map(dots::judged).toList();
    }

    /** What the dots measure in the photo that shows the scalp most sharply; empty where no photo tells. */
    private static OptionalDouble diameterMm(List<MeasuredPhoto> photos) {
        double sharpestMm = Double.POSITIVE_INFINITY;
        OptionalDouble diameterMm = OptionalDouble.empty();
        for (MeasuredPhoto photo : photos) {
            ScalpEvidence scalp = photo.scalp();
            if (scalp != null && scalp.counted() && photo.shot().stage().kind() != StageKind.BEFORE) {
                Double blurPx = scalp.blurPx();
                if (blurPx != null && scalp.dotSize().isPresent()) {
                    DotSize size = scalp.dotSize().get();
                    double blurMm = blurPx / size.pxPerMm();
                    if (blurMm < sharpestMm) {
                        sharpestMm = blurMm;
                        diameterMm = OptionalDouble.of(size.diameterMm());
                    }
                }
            }
        }
        return diameterMm;
    }

    private MeasuredPhoto judged(MeasuredPhoto photo) {
        ScalpEvidence scalp = photo.scalp();
        if (scalp == null || !scalp.counted() || photo.shot().stage().kind() == StageKind.BEFORE) {
            return photo;
        }
        return scalp.dotSize()
                .map(DotSize::pxPerMm)
                .filter(pxPerMm -> diameterMm * pxPerMm < leastPx)
                .map(pxPerMm -> photo.toneOnly(new TooCoarseException(diameterMm, pxPerMm, leastPx).reason()))
                .orElse(photo);
    }
}
