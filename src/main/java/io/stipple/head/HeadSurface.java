package io.stipple.head;

import io.stipple.model.PointPx;
import io.stipple.model.Scale;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scalp as an ellipsoid whose silhouette under a pinhole camera is the head's outline.
 *
 * <p>The outline's ellipse and the camera's centre span a cone; the scale gives the depth of the nearest point. What stays
 * free is how far the head bulges towards the camera and how its crown is tilted within the outline. Without more, they
 * are those of the mean adult skull held upright: adults differ by about 12 % in bulge and people hold their heads as
 * they like, so that areas are off by 5 to 15 % where the scalp is slanted. Dots of pigment, which are round, and photos
 * from elsewhere tell both ({@link #rounded}): over the regions of ten phantom cases dots alone left 1.5 to 4.7 % of area
 * (root mean square), a series of photos 0.4 to 2.1 %.
 */
public final class HeadSurface implements ScalpGeometry {
    // Fewer shapes than this say less of a head than the mean adult does.
    private static final int FEWEST_SHAPES = 150;
    // A bumpy head differs from the best ellipsoid by 3 % of bulge; a blur of 1.2 px taken for 1.0 rounds dots of
    // half a millimetre as if the head bulged 5 % less.
    private static final double DOTS_SE = 0.06;
    // Photos from elsewhere do not care for blur. Bumps finer than 4 cm are left.
    private static final double PARALLAX_SE = 0.02;
    private static final double FOLLOWED_MM = 15; // between places that are followed from photo to photo
    private static final double AREA_MM = 4; // between places that areas are told from
    private static final double UNKNOWN_BULGE_SE = 0.12;
    private static final double UNKNOWN_TILT_SE = 0.1;

    private final SurfaceKind kind;
    private final ScalpGeometry surface;
    private final @Nullable Solid solid;
    private final double slopeSe;
    private final SkullFit.@Nullable Found fitted;

    private HeadSurface(
            SurfaceKind kind,
            ScalpGeometry surface,
            @Nullable Solid solid,
            double slopeSe,
            SkullFit.@Nullable Found fitted) {
        this.kind = kind;
        this.surface = surface;
        this.solid = solid;
        this.slopeSe = slopeSe;
        this.fitted = fitted;
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
            return new HeadSurface(SurfaceKind.FLAT, ScalpGeometry.flat(scale.pxPerMm()), null, 0, null);
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
                Math.hypot(UNKNOWN_BULGE_SE, UNKNOWN_TILT_SE),
                null);
    }

    /**
     * The surface bent until dots of pigment are round on it and other photos of the head show it where they do; this
     * surface itself where it is flat, or where neither says anything: fewer than 150 dots, and no other photo.
     *
     * @param dots the shapes of each photo's dots, in px of this surface's photo
     * @param others photos of the head from elsewhere
     */
    public HeadSurface rounded(List<List<DotShape>> dots, List<OtherView> others) {
        if (solid == null) {
            return this;
        }
        List<PointPx> places = solid.places(FOLLOWED_MM);
        BentSkull guess = new BentSkull(solid.of(solid.shape), new double[BentSkull.TERMS]);
        List<Parallax> photos = others.stream()
                .flatMap(other -> Parallax.of(other, guess, places).stream())
                .toList();
        HeadSurface all = fitted(solid, dots, photos);
        SkullFit.Found found = all.fitted;
        if (found == null) {
            return this;
        }
        // A photo that was cropped, or whose lens is not what it says, fits no surface.
        List<Parallax> fitting =
                photos.stream().filter(photo -> photo.fits(found.surface())).toList();
        return fitting.size() == photos.size() ? all : fitted(solid, dots, fitting);
    }

    /** The surface that the evidence tells; this one where there is none. */
    private HeadSurface fitted(Solid known, List<List<DotShape>> dots, List<Parallax> photos) {
        List<SkullFit.Evidence> evidence = new ArrayList<>();
        if (!photos.isEmpty()) {
            evidence.add(new OtherPhotos(photos));
        }
        if (dots.stream().mapToInt(List::size).sum() >= FEWEST_SHAPES) {
            evidence.add(photos.isEmpty() ? RoundDots.alone(dots) : RoundDots.besideOthers(dots));
        }
        if (evidence.isEmpty()) {
            return this;
        }
        SkullFit.Found found = SkullFit.fit(known.shape, known::of, known.cone.reach(), evidence);
        double se = photos.isEmpty() ? DOTS_SE : PARALLAX_SE;
        return new HeadSurface(kind, found.surface(), known, se, found);
    }

    /** What the surface rests on. */
    public SurfaceKind kind() {
        return kind;
    }

    /**
     * Relative standard error of the area of a part of the scalp, from the surface's shape alone: what the evidence leaves
     * open of it, and a slope wrong by a share e, which makes an area wrong by {@code e(1 - cos²)}. The scale's own error
     * comes on top. A plane has none that could be told: 0.
     *
     * @param part points of this surface's photo
     */
    public double relativeAreaSe(Predicate<PointPx> part) {
        if (solid == null) {
            return 0;
        }
        List<PointPx> places = solid.places(AREA_MM).stream().filter(part).toList();
        double slant = places.stream()
                .flatMap(place -> at(place.x(), place.y()).stream())
                .mapToDouble(frame -> 1 - frame.cosineOfView() * frame.cosineOfView())
                .average()
                .orElse(0);
        return Math.hypot(fitted == null ? 0 : fitted.relativeAreaSe(places), slopeSe * slant);
    }

    @Override
    public Optional<ScalpFrame> at(double xPx, double yPx) {
        return surface.at(xPx, yPx);
    }

    /** All that the outline and the scale fix of an ellipsoid, and the shape it starts from. */
    private record Solid(SilhouetteCone cone, Camera camera, double nearestDepthMm, SkullShape shape) {
        /** Points all over the photo, so far apart on scalp that faces the camera. */
        List<PointPx> places(double apartMm) {
            double stepPx = apartMm * camera.focalPx() / nearestDepthMm;
            List<PointPx> places = new ArrayList<>();
            for (double y = stepPx / 2; y < 2 * camera.yPx(); y += stepPx) {
                for (double x = stepPx / 2; x < 2 * camera.xPx(); x += stepPx) {
                    places.add(new PointPx(x, y));
                }
            }
            return places;
        }

        SkullQuadric of(SkullShape other) {
            return SkullQuadric.inside(cone, camera, nearestDepthMm, other);
        }
    }
}
