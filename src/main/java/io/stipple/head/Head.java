package io.stipple.head;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.opencv.Mask;
import java.util.List;
import java.util.Optional;

/** A head found in a photo; owns its mask. All coordinates are full-size px of that photo. */
public final class Head implements AutoCloseable {
    private final Mask mask;
    private final Outline outline;
    private final List<PointPx> rim;
    private final boolean fillsFrame;
    private final double shareAtFrame;
    private final double radiusPx;

    /**
     * Takes ownership of {@code mask}.
     *
     * @param rim points of the silhouette that are the head's own, not the photo's edge
     * @param shareAtFrame share of the silhouette that is the photo's edge, 0..1
     */
    Head(Mask mask, Outline outline, List<PointPx> rim, boolean fillsFrame, double shareAtFrame) {
        this.mask = mask;
        this.outline = outline;
        this.rim = List.copyOf(rim);
        this.fillsFrame = fillsFrame;
        this.shareAtFrame = shareAtFrame;
        this.radiusPx = Math.sqrt(mask.areaPx() / Math.PI);
    }

    /** The skin of the head, with what it encloses, CV_8UC1 of the photo's size; still owned by this head. */
    public Mask mask() {
        return mask;
    }

    /** The silhouette without ears, as a simplified polygon named {@code head}; cut off at the photo's edge. */
    public Outline outline() {
        return outline;
    }

    /**
     * The ellipse that follows the skull's part of the silhouette, as a polygon named {@code head}: neck, ears and
     * cape do not pull at it, and where the head leaves the photo it goes on outside. The outline itself where scalp
     * fills the frame or no ellipse fits.
     */
    public Outline dome() {
        return dome("");
    }

    /**
     * As {@link #dome()}, knowing the view.
     *
     * @param view such as {@code top}; of {@code front}, {@code back}, {@code left} and {@code right} only the upper
     *     part counts, because face and neck are below
     */
    public Outline dome(String view) {
        return skull(SkullView.of(view))
                .map(ellipse -> ellipse.polygon(outline.name()))
                .orElse(outline);
    }

    /** The ellipse of the skull, or empty where no ellipse of a skull's proportions follows the rim. */
    Optional<Ellipse> skull(SkullView view) {
        return fillsFrame ? Optional.empty() : RimEllipse.fit(rim, radiusPx, view);
    }

    /** Whether scalp covers nearly the whole photo, so that there is no rim to tell the head's shape from. */
    public boolean fillsFrame() {
        return fillsFrame;
    }

    /** Whether the photo's edge cuts the head off. */
    public boolean cutOff() {
        return shareAtFrame > 0;
    }

    @Override
    public void close() {
        mask.close();
    }
}
