package io.stipple.head;

import io.stipple.model.Scale;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scalp as an ellipsoid whose silhouette under a pinhole camera is the head's outline.
 *
 * <p>The outline's ellipse and the camera's centre span a cone; the scale gives the depth of the nearest point. What stays
 * free is how far the head bulges towards the camera and how its crown is tilted within the outline. Without more, they
 * are those of the mean adult skull held upright: adults differ by about 12 % in bulge and people hold their heads as
 * they like, so that areas are off by 5 to 15 % where the scalp is slanted. With dots of pigment on it, {@link #rounded}
 * finds both: then areas are known to about 3 %.
 */
public final class HeadSurface implements ScalpGeometry {
    // Fewer shapes than this say less of a head than the mean adult does.
    private static final int FEWEST_SHAPES = 150;
    // A bumpy head differs from the best ellipsoid by 3 % of bulge; a blur of 1.2 px taken for 1.0 rounds dots of half
    // a
    // millimetre as if the head bulged 5 % less.
    private static final double MODEL_SE = 0.06;
    private static final double UNKNOWN_BULGE_SE = 0.12;
    private static final double UNKNOWN_TILT_SE = 0.1;

    private final SurfaceKind kind;
    private final ScalpGeometry surface;
    private final @Nullable Solid solid;
    private final boolean fromDots;
    private final double bulgeSe;

    private HeadSurface(
            SurfaceKind kind, ScalpGeometry surface, @Nullable Solid solid, boolean fromDots, double bulgeSe) {
        this.kind = kind;
        this.surface = surface;
        this.solid = solid;
        this.fromDots = fromDots;
        this.bulgeSe = bulgeSe;
    }

    /**
     * As {@link #fit(Head, String, Scale, double, int, int)} for a view whose name tells nothing.
     *
     * @param focalLengthPx of the camera, px
     */
    public static HeadSurface fit(Head head, Scale scale, double focalLengthPx, int widthPx, int heightPx) {
        return fit(head, "", scale, focalLengthPx, widthPx, heightPx);
    }

    /**
     * The surface behind a photo; a plane where too little of the rim is seen to fit an ellipse, and {@link #kind()} says
     * so.
     *
     * @param view such as {@code top}: which proportion of the skull points at the camera
     * @param scale at the scalp nearest to the camera
     * @param focalLengthPx of the camera, px of this photo
     * @param widthPx of the photo
     * @param heightPx of the photo
     */
    public static HeadSurface fit(
            Head head, String view, Scale scale, double focalLengthPx, int widthPx, int heightPx) {
        Camera camera = Camera.centred(focalLengthPx, widthPx, heightPx);
        SkullView skullView = SkullView.of(view);
        Optional<Ellipse> ellipse = head.skull(skullView);
        if (ellipse.isEmpty()) {
            return new HeadSurface(SurfaceKind.FLAT, ScalpGeometry.flat(scale.pxPerMm()), null, false, 0);
        }
        Solid solid = new Solid(
                SilhouetteCone.over(ellipse.get(), camera),
                camera,
                focalLengthPx / scale.pxPerMm(),
                SkullShape.ofMeanAdult(skullView));
        return new HeadSurface(
                head.cutOff() ? SurfaceKind.ELLIPSOID_FROM_ARC : SurfaceKind.ELLIPSOID,
                solid.of(solid.shape),
                solid,
                false,
                Math.hypot(UNKNOWN_BULGE_SE, UNKNOWN_TILT_SE));
    }

    /**
     * The surface bent until dots of pigment are round on it; this surface itself where it is flat or the shapes are
     * fewer than 150.
     *
     * @param photos the shapes of each photo's dots, in px of this surface's photo
     */
    public HeadSurface rounded(List<List<DotShape>> photos) {
        if (solid == null || photos.stream().mapToInt(List::size).sum() < FEWEST_SHAPES) {
            return this;
        }
        RoundDots.Found found = RoundDots.shape(solid.shape, solid::of, solid.reach(), photos);
        double se = Math.hypot(found.bulgeSe() / found.shape().bulge(), MODEL_SE);
        return new HeadSurface(kind, found.surface(), solid, true, se);
    }

    /** What the surface rests on. */
    public SurfaceKind kind() {
        return kind;
    }

    /** Whether bulge and tilt come from dots on this very head rather than from the mean adult. */
    public boolean fromDots() {
        return fromDots;
    }

    /**
     * Relative standard error of the area of scalp seen at this cosine, from the surface's shape alone: a bulge wrong by a
     * share e makes the slope wrong by e and the area by {@code e(1 - cos²)}. The scale's own error comes on top. A plane
     * has none that could be told: 0.
     */
    public double relativeAreaSe(double cosineOfView) {
        return bulgeSe * (1 - cosineOfView * cosineOfView);
    }

    @Override
    public Optional<ScalpFrame> at(double xPx, double yPx) {
        return surface.at(xPx, yPx);
    }

    /** All that the outline and the scale fix of an ellipsoid, and the shape it starts from. */
    private record Solid(SilhouetteCone cone, Camera camera, double nearestDepthMm, SkullShape shape) {
        /** Tangent of the outline's larger half angle. */
        double reach() {
            return Math.max(cone.tan1(), cone.tan2());
        }

        SkullQuadric of(SkullShape other) {
            return SkullQuadric.inside(cone, camera, nearestDepthMm, other);
        }
    }
}
