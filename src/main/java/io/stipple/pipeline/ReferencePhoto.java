package io.stipple.pipeline;

import io.stipple.head.DotShape;
import io.stipple.head.Head;
import io.stipple.head.HeadSurface;
import io.stipple.head.OtherView;
import io.stipple.head.SurfaceKind;
import io.stipple.model.Finding;
import io.stipple.model.HeadAxes;
import io.stipple.model.Outline;
import io.stipple.model.Scale;
import io.stipple.model.ScaleGrade;
import io.stipple.model.ScalpGeometry;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoInfo;
import io.stipple.region.Atlas;
import io.stipple.region.Front;
import io.stipple.region.OutlineException;
import io.stipple.region.RegionMap;
import io.stipple.scale.HeadAspect;
import io.stipple.scale.ScaleEstimator;
import io.stipple.series.CaseException;
import io.stipple.series.ScaleHint;
import io.stipple.series.Shot;
import io.stipple.series.ViewConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the photo that a view's others lie on tells of all of them: scale, shape of the scalp and regions.
 *
 * @param shot the photo
 * @param widthPx of the photo
 * @param heightPx of the photo
 * @param scale of the photo
 * @param surface of the scalp in it
 * @param regions on it
 * @param outlines of the regions
 * @param atlas whether the outlines are the standard atlas's
 * @param head its outline
 * @param axes how the head lies in the photo
 * @param findings what to be careful with
 */
record ReferencePhoto(
        Shot shot,
        int widthPx,
        int heightPx,
        Scale scale,
        HeadSurface surface,
        RegionMap regions,
        List<Outline> outlines,
        boolean atlas,
        Outline head,
        HeadAxes axes,
        List<Finding> findings) {
    private static final double DIAGONAL_35_MM = Math.hypot(36, 24);

    /** Scale and slant of the scalp at each pixel. */
    ScalpGeometry geometry() {
        return surface;
    }

    /**
     * Relative standard error of each region's area from the shape of the head, scale apart.
     *
     * @param flatSe what it is where the scalp is taken as flat
     */
    Map<String, Double> surfaceRelativeSe(double flatSe) {
        Map<String, Double> byRegion = new LinkedHashMap<>();
        for (String region : regions.names()) {
            byRegion.put(
                    region,
                    surface.kind() == SurfaceKind.FLAT
                            ? flatSe
                            : surface.relativeAreaSe(at -> region.equals(
                                    regions.regionAt(at.x(), at.y()).orElse(null))));
        }
        return byRegion;
    }

    /**
     * The same photo once all photos have told how the scalp is slanted.
     *
     * @param shapes of each photo's dots, on this one
     * @param others the photos that lie on this one
     */
    ReferencePhoto rounded(List<List<DotShape>> shapes, List<OtherView> others) {
        HeadSurface bent = surface.rounded(shapes, others);
        return new ReferencePhoto(
                shot,
                widthPx,
                heightPx,
                scale,
                bent,
                new RegionMap(outlines, bent, widthPx, heightPx),
                outlines,
                atlas,
                head,
                axes,
                findings);
    }

    /**
     * Reads scale, shape and regions off the photo.
     *
     * @throws CaseException when an outline of {@code case.yaml} cannot lie on this photo
     */
    static ReferencePhoto of(
            String view, Shot shot, Photo photo, Head head, ViewConfig config, Path folder, AnalysisSettings settings)
            throws CaseException {
        List<Finding> findings = new ArrayList<>();
        int widthPx = photo.info().widthPx();
        int heightPx = photo.info().heightPx();
        double focalPx = focalLengthPx(photo.info(), settings);
        Front front = Front.valueOf(config.front().name());
        Scale scale = scaleOf(view, head, front, config.scale(), focalPx);
        HeadSurface surface = HeadSurface.fit(head, view, scale, focalPx, widthPx, heightPx);
        describe(view, scale, surface.kind(), findings);

        boolean atlas = config.regions().isEmpty();
        List<Outline> outlines = atlas ? Atlas.lay(head.dome(view), view, front, head.outline()) : config.regions();
        if (outlines.isEmpty()) {
            findings.add(new Finding(
                    Finding.Severity.NOT_MEASURED,
                    view,
                    "the atlas knows no regions for a view of this name; draw outlines in case.yaml under views: "
                            + view + ": regions"));
        }
        return new ReferencePhoto(
                shot,
                widthPx,
                heightPx,
                scale,
                surface,
                regionMap(view, outlines, surface, widthPx, heightPx, folder),
                outlines,
                atlas,
                head.outline(),
                Atlas.axes(head.dome(view), view, front),
                findings);
    }

    private static RegionMap regionMap(
            String view, List<Outline> outlines, ScalpGeometry geometry, int widthPx, int heightPx, Path folder)
            throws CaseException {
        try {
            return new RegionMap(outlines, geometry, widthPx, heightPx);
        } catch (OutlineException e) {
            throw new CaseException("case.yaml: views." + view + ".regions: " + e.getMessage(), folder);
        }
    }

    // Phone makers state the focal length that gives the same angle across the picture's diagonal.
    static double focalLengthPx(PhotoInfo photo, AnalysisSettings settings) {
        return photo.focalLength35Mm().orElse(settings.usualFocalLength35Mm())
                / DIAGONAL_35_MM
                * Math.hypot(photo.widthPx(), photo.heightPx());
    }

    private static Scale scaleOf(String view, Head head, Front front, @Nullable ScaleHint hint, double focalPx) {
        HeadAspect aspect = HeadAspect.of(view, front == Front.LEFT || front == Front.RIGHT);
        if (hint instanceof ScaleHint.PxPerMm stated) {
            return ScaleEstimator.fromPxPerMm(stated.value());
        }
        if (hint instanceof ScaleHint.Segment segment) {
            return ScaleEstimator.fromSegment(segment.from(), segment.to(), segment.mm());
        }
        if (hint instanceof ScaleHint.HeadBreadth breadth) {
            return ScaleEstimator.fromHeadBreadth(head.dome(view), breadth.mm(), aspect, focalPx);
        }
        return ScaleEstimator.fromAverageHead(head.dome(view), aspect, focalPx);
    }

    private static void describe(String view, Scale scale, SurfaceKind kind, List<Finding> findings) {
        if (scale.grade() == ScaleGrade.C) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    view,
                    String.format(
                            Locale.ROOT,
                            "scale from the head's outline and the mean adult head breadth of 152 mm: every length may be"
                                    + " off by %.0f %%, every density by %.0f %%, alike in all stages",
                            100 * 1.96 * scale.relativeSe(),
                            200 * 1.96 * scale.relativeSe())));
        }
        if (kind == SurfaceKind.FLAT) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    view,
                    "too little of the head's rim is in the photo to tell its shape: area is taken as flat"));
        }
    }
}
