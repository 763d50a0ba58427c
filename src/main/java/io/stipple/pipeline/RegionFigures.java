package io.stipple.pipeline;

import io.stipple.change.AreaError;
import io.stipple.change.ArtificialDots;
import io.stipple.change.DensityEstimate;
import io.stipple.change.RegionCompleteness;
import io.stipple.change.RepeatShot;
import io.stipple.change.Untreated;
import io.stipple.dots.DotMask;
import io.stipple.dots.Spacing;
import io.stipple.model.Dot;
import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.ToneFigures;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import io.stipple.tone.RegionTone;
import io.stipple.tone.ToneMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of each region at each stage of one view. */
final class RegionFigures {
    private static final double MM2_PER_CM2 = 100;

    private final String view;
    private final ReferencePhoto reference;
    private final Map<Stage, MeasuredPhoto> chosen;
    private final Map<String, Double> surfaceRelativeSe;
    private final AnalysisSettings settings;

    /**
     * @param chosen the photo that stands for each stage
     * @param surfaceRelativeSe of each region's area, as {@link ReferencePhoto#surfaceRelativeSe} gives it
     */
    RegionFigures(
            String view,
            ReferencePhoto reference,
            Map<Stage, MeasuredPhoto> chosen,
            Map<String, Double> surfaceRelativeSe,
            AnalysisSettings settings) {
        this.view = view;
        this.reference = reference;
        this.chosen = chosen;
        this.surfaceRelativeSe = surfaceRelativeSe;
        this.settings = settings;
    }

    /** The row of one region in the photo that stands for its stage. */
    Measurement measurement(MeasuredPhoto photo, String region, List<TrackedDot> dotsOfPhoto) {
        Stage stage = photo.shot().stage();
        ScalpEvidence scalp = photo.scalp();
        if (scalp == null) {
            return new Measurement(
                    view,
                    stage,
                    region,
                    photo.shot().relativePath(),
                    Verdict.UNUSABLE,
                    photo.row().reason(),
                    null,
                    null,
                    null);
        }
        RegionEvidence evidence = evidence(scalp, region);
        List<Dot> dots = dotsOfPhoto.stream()
                .filter(dot -> region.equals(dot.region()))
                .map(TrackedDot::dot)
                .toList();
        double areaCm2 = areaCm2(scalp, region);
        return new Measurement(
                view,
                stage,
                region,
                photo.shot().relativePath(),
                evidence.verdict(),
                evidence.reason(),
                areaCm2,
                evidence.verdict() == Verdict.MEASURED ? figures(scalp, evidence, region, areaCm2, dots) : null,
                tone(stage, evidence, region, scalp));
    }

    /** The figures of every region in one of several photos of a stage. */
    List<RepeatShot> repeat(MeasuredPhoto photo, ScalpEvidence scalp, List<Dot> dotsOfPhoto) {
        List<RepeatShot> repeats = new ArrayList<>();
        for (String region : reference.regions().names()) {
            RegionEvidence evidence = evidence(scalp, region);
            if (evidence.verdict() != Verdict.MEASURED) {
                continue;
            }
            List<Dot> dots = dotsOfPhoto.stream()
                    .filter(dot -> region.equals(regionOf(dot, scalp)))
                    .toList();
            DotFigures figures = figures(scalp, evidence, region, areaCm2(scalp, region), dots);
            repeats.add(new RepeatShot(
                    view,
                    photo.shot().stage(),
                    region,
                    photo.shot().relativePath(),
                    figures.densityPerCm2(),
                    figures.contrast(),
                    figures.pigmentMm2()));
        }
        return repeats;
    }

    private DotFigures figures(
            ScalpEvidence scalp, RegionEvidence evidence, String region, double areaCm2, List<Dot> dots) {
        RegionCompleteness shares = evidence.completeness();
        ArtificialDots completeness = shares == null ? null : shares.ofAll();
        ArtificialDots known = shares == null ? null : shares.ofKnown();
        ArtificialDots empty = shares == null ? null : shares.ofEmpty();
        AreaError areaError = new AreaError(
                reference.scale().relativeSe(), Objects.requireNonNull(surfaceRelativeSe.get(region), region));
        DensityEstimate density = density(dots.size(), areaCm2, areaError, scalp, shares);
        double areaMm2 = areaCm2 * MM2_PER_CM2;
        Mean contrast = Mean.of(dots, Dot::contrast);
        Mean pigment = Mean.of(dots, Dot::pigmentMm2);
        Mean diameter = Mean.of(dots, Dot::diameterMm);
        Spacing spacing = Spacing.of(
                        dots,
                        (x, y) -> region.equals(regionOf(scalp, x, y)),
                        density.perCm2() / MM2_PER_CM2,
                        scalp.map().carry(reference.geometry()))
                .orElse(null);
        return new DotFigures(
                dots.size(),
                density.perCm2(),
                density.interval95(),
                completeness == null ? null : completeness.completeness(),
                completeness == null ? null : completeness.standardError(),
                known == null ? null : known.completeness(),
                known == null ? null : known.standardError(),
                empty == null ? null : empty.completeness(),
                empty == null || shares == null ? null : shares.falseDots() / areaCm2,
                100 * DotMask.areaMm2(dots) / areaMm2,
                contrast == null ? null : contrast.value,
                contrast == null ? null : contrast.se,
                pigment == null ? null : pigment.value,
                pigment == null ? null : pigment.se,
                100 * dots.stream().mapToDouble(Dot::pigmentMm2).sum() / areaMm2,
                diameter == null ? null : diameter.value,
                spacing == null ? null : spacing.nearestMm(),
                spacing == null ? null : spacing.clarkEvans());
    }

    /** Area of curved scalp that the photo shows well enough to count dots, cm². */
    private double areaCm2(ScalpEvidence scalp, String region) {
        return reference.regions().areaCm2(region, scalp.seen()::at);
    }

    private DensityEstimate density(
            int dots, double areaCm2, AreaError error, ScalpEvidence scalp, @Nullable RegionCompleteness shares) {
        return shares == null
                ? DensityEstimate.asFound(dots, areaCm2, error, scalp.residualMm(), settings.change())
                : DensityEstimate.of(
                        dots,
                        shares.falseDots(),
                        areaCm2,
                        shares.ofAll(),
                        error,
                        scalp.residualMm(),
                        settings.change());
    }

    private @Nullable ToneFigures tone(Stage stage, RegionEvidence evidence, String region, ScalpEvidence scalp) {
        RegionTone now = evidence.tone();
        if (now == null) {
            return null;
        }
        MeasuredPhoto before = chosen.get(Stage.BEFORE);
        ScalpEvidence scalpBefore = before == null ? null : before.scalp();
        return ToneMeter.figures(
                now,
                stage.equals(Stage.BEFORE) ? null : toneOf(scalpBefore, region),
                toneOf(scalp, Untreated.REFERENCE_SKIN),
                toneOf(scalpBefore, Untreated.REFERENCE_SKIN));
    }

    private static @Nullable RegionTone toneOf(@Nullable ScalpEvidence scalp, String region) {
        RegionEvidence evidence = scalp == null ? null : scalp.regions().get(region);
        return evidence == null ? null : evidence.tone();
    }

    private static RegionEvidence evidence(ScalpEvidence scalp, String region) {
        RegionEvidence evidence = scalp.regions().get(region);
        if (evidence == null) {
            throw new IllegalStateException("region " + region + " was not measured");
        }
        return evidence;
    }

    private @Nullable String regionOf(Dot dot, ScalpEvidence scalp) {
        return regionOf(scalp, dot.centre().x(), dot.centre().y());
    }

    private @Nullable String regionOf(ScalpEvidence scalp, double xPx, double yPx) {
        PointPx at = scalp.map().toReference(xPx, yPx);
        return !scalp.seen().at(at.x(), at.y())
                ? null
                : reference.regions().regionAt(at.x(), at.y()).orElse(null);
    }

    /** A mean over dots with its standard error from their scatter. */
    private record Mean(double value, @Nullable Double se) {
        static @Nullable Mean of(List<Dot> dots, ToDoubleFunction<Dot> figure) {
            if (dots.isEmpty()) {
                return null;
            }
            double mean = dots.stream().mapToDouble(figure).average().orElseThrow();
            if (dots.size() < 2) {
                return new Mean(mean, null);
            }
            double squares = dots.stream()
                    .mapToDouble(dot -> figure.applyAsDouble(dot) - mean)
                    .map(deviation -> deviation * deviation)
                    .sum();
            return new Mean(mean, Math.sqrt(squares / (dots.size() - 1) / dots.size()));
        }
    }
}
