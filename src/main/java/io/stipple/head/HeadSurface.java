package io.stipple.head;

import io.stipple.model.Scale;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Optional;

/**
 * The scalp as an ellipsoid whose silhouette under a pinhole camera is the head's outline.
 *
 * <p>The outline's ellipse and the camera's centre span a cone. An ellipsoid with an axis along the cone's own, centre
 * at depth Z and semi-axes A, B across and C along touches it exactly when {@code A² = tan²α (Z² - C²)}, and likewise
 * for B. The scale gives the nearest point, {@code Z - C = focal length / (px/mm)}. One number stays free, how far the
 * head bulges towards the camera; it is taken from the proportions of the mean adult skull ({@link SkullShape}).
 *
 * <p>If that bulge is wrong by a share e, the slope of the surface is too, and so the area of a pixel by e(1 - cos²):
 * nothing where the scalp faces the camera, e/4 at a cosine of 0.87, e/2 at 0.7. Skulls differ by about 6 % in these
 * proportions: the area of a region seen at a cosine above 0.7 is uncertain by 1 to 2 % on this account.
 */
public final class HeadSurface implements ScalpGeometry {
    private final SurfaceKind kind;
    private final ScalpGeometry surface;

    private HeadSurface(SurfaceKind kind, ScalpGeometry surface) {
        this.kind = kind;
        this.surface = surface;
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
     * The surface behind a photo. Where less than {@code 45 %} of the way round the head is seen, a plane, and
     * {@link #kind()} says so.
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
            return new HeadSurface(SurfaceKind.FLAT, ScalpGeometry.flat(scale.pxPerMm()));
        }
        SkullQuadric ellipsoid = SkullQuadric.inside(
                SilhouetteCone.over(ellipse.get(), camera),
                camera,
                focalLengthPx / scale.pxPerMm(),
                SkullShape.ofMeanAdult(skullView));
        return new HeadSurface(head.cutOff() ? SurfaceKind.ELLIPSOID_FROM_ARC : SurfaceKind.ELLIPSOID, ellipsoid);
    }

    /** What the surface rests on. */
    public SurfaceKind kind() {
        return kind;
    }

    @Override
    public Optional<ScalpFrame> at(double xPx, double yPx) {
        return surface.at(xPx, yPx);
    }
}
