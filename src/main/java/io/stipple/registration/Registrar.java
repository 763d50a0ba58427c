package io.stipple.registration;

import io.stipple.model.PixelMap;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays a photo on the reference photo of its view: features start it ({@link FeatureStart}), all pixels refine it ({@link
 * DenseFit}), redness takes out what the light did to it ({@link TintAnchor}), held-back patches judge it ({@link
 * PatchCheck}, {@link LocalTrust}).
 */
public final class Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final String STRAIGHT = "straight";
    private static final String THROUGH = "through the previous photo";
    /** Fewest pairs by hand that start a map: a homography needs four. */
    private static final int LEAST_LANDMARKS = 4;

    private final RegistrationSettings settings;

    public Registrar(RegistrationSettings settings) {
        OpenCv.load();
        this.settings = settings;
    }

    /**
     * The photo on its reference, by these two alone.
     *
     * @param landmarks pairs by hand that start the fit, at least four; empty where it starts by itself
     * @throws RegistrationFailedException when it is not the same head, or that cannot be told
     */
    public Registration register(RegistrationFrame photo, RegistrationFrame reference, List<LandmarkPair> landmarks)
            throws RegistrationFailedException {
        return attempt(photo, reference, List.of(), landmarks, STRAIGHT);
    }

    /**
     * The photo on its reference, with the help of a photo that lies nearer in time and is on the reference already: its
     * features and textures, carried to the reference, pull beside the reference's own. Falls back to the straight way.
     *
     * @param previousToReference the previous photo's {@link Registration#map()}
     * @throws RegistrationFailedException when it is not the same head, or that cannot be told
     */
    public Registration registerThrough(
            RegistrationFrame photo,
            RegistrationFrame previous,
            PixelMap previousToReference,
            RegistrationFrame reference,
            List<LandmarkPair> landmarks)
            throws RegistrationFailedException {
        if (previous == reference) {
            return register(photo, reference, landmarks);
        }
        SplineMap map = asSpline(previousToReference, reference);
        try (Textures laid = trustedOnly(
                previous.textures().laidOn(reference.textures().grid(), map.surface(), Imgproc.INTER_CUBIC),
                previousToReference)) {
            var carried = new Carried(
                    previous.features().carried(map),
                    laid,
                    reference.light().differenceFrom(previous.light(), map.surface()));
            return attempt(photo, reference, List.of(carried), landmarks, THROUGH);
        } catch (RegistrationFailedException e) {
            LOG.debug("through the previous photo: {}", e.getMessage());
            return register(photo, reference, landmarks);
        }
    }

    /**
     * What another photo lends, laid on the reference.
     *
     * @param light how differently from the reference it is lit
     */
    private record Carried(Features features, Textures textures, double light) {}

    private Registration attempt(
            RegistrationFrame photo,
            RegistrationFrame reference,
            List<Carried> others,
            List<LandmarkPair> landmarks,
            String route)
            throws RegistrationFailedException {
        WorkGrid grid = reference.textures().grid();
        double pxPerMm = reference.headPx() / settings.headMm();
        double workPxPerMm = pxPerMm / grid.pxPerWork();
        HeldBackPatches patches = HeldBackPatches.on(reference.textures(), settings.patches(), workPxPerMm);
        List<Features> features = new ArrayList<>();
        features.add(patches.withheldFrom(reference.features(), grid));
        others.forEach(other -> features.add(patches.withheldFrom(other.features(), grid)));

        FeatureStart start = new FeatureStart(settings.start(), settings.dense(), pxPerMm, splineGrid(reference));
        SplineSurface rough = landmarks.size() >= LEAST_LANDMARKS
                ? start.from(photo.features(), features, landmarks)
                : start.from(photo.features(), features);
        List<Textures> targets = new ArrayList<>();
        try {
            targets.add(patches.withheldFrom(reference.textures()));
            others.forEach(other -> targets.add(patches.withheldFrom(other.textures())));
            SplineSurface fine = new DenseFit(settings.dense()).refined(rough, photo.textures(), targets);
            SplineSurface anchored = new TintAnchor(settings.anchor(), settings.dense())
                    .anchored(fine, photo.textures(), targets, pxPerMm * shadeMm(fine, photo, reference, others));
            return judged(anchored, photo, reference, others, patches, workPxPerMm, route);
        } catch (ArithmeticException e) {
            throw new RegistrationFailedException("the map does not hold together: " + e.getMessage());
        } finally {
            targets.forEach(Textures::close);
        }
    }

    /** How far the shade of pores may have shifted between the photo and what it is fitted to, mm. */
    private double shadeMm(
            SplineSurface map, RegistrationFrame photo, RegistrationFrame reference, List<Carried> others) {
        double light = reference.light().differenceFrom(photo.light(), map);
        for (Carried other : others) {
            light = Math.hypot(light, other.light());
        }
        return settings.anchor().shadeMm() * light;
    }

    private Registration judged(
            SplineSurface map,
            RegistrationFrame photo,
            RegistrationFrame reference,
            List<Carried> others,
            HeldBackPatches patches,
            double workPxPerMm,
            String route)
            throws RegistrationFailedException {
        WorkGrid grid = reference.textures().grid();
        List<PatchProbe> probes = new ArrayList<>();
        try (Textures laid = photo.textures().laidOn(grid, map, Imgproc.INTER_CUBIC)) {
            probes.add(probe(reference.textures(), laid));
            PatchCheck check = PatchCheck.of(probes.get(0), patches, settings.patches(), workPxPerMm);
            LOG.debug("{}: {}", route, check);
            refuseChance(check);
            List<LocalTrust.Witness> witnesses = new ArrayList<>();
            witnesses.add(new LocalTrust.Witness(probes.get(0), check.chanceScore()));
            for (Carried other : others) {
                PatchProbe probe = probe(other.textures(), laid);
                probes.add(probe);
                PatchCheck its = PatchCheck.of(probe, patches, settings.patches(), workPxPerMm);
                witnesses.add(new LocalTrust.Witness(probe, its.chanceScore()));
            }
            TrustGrid trust = new LocalTrust(settings.patches(), workPxPerMm).of(witnesses, grid);
            return accepted(new SplineMap(map, trust), check, reference.textures(), laid, route);
        } finally {
            probes.forEach(PatchProbe::close);
        }
    }

    private PatchProbe probe(Textures fixed, Textures laid) {
        return new PatchProbe(fixed, laid, settings.patches(), settings.dense());
    }

    private Registration accepted(SplineMap map, PatchCheck check, Textures reference, Textures laid, String route)
            throws RegistrationFailedException {
        double share = trustedShare(map, reference, laid);
        if (share < settings.patches().leastTrustedShare()) {
            throw new RegistrationFailedException(String.format(
                    Locale.ROOT,
                    "the skin agrees over only %.0f %% of the reference's head, %.0f %% are needed",
                    100 * share,
                    100 * settings.patches().leastTrustedShare()));
        }
        double residualPx = check.residualPx() * reference.grid().pxPerWork();
        return new Registration(map, residualPx, 100 * share, check.landmarks(), route);
    }

    private void refuseChance(PatchCheck check) throws RegistrationFailedException {
        PatchSettings bar = settings.patches();
        if (check.usable() < bar.leastPatches()) {
            throw new RegistrationFailedException(
                    "only " + check.usable() + " patches of skin are seen in both photos, " + bar.leastPatches()
                            + " are needed to tell whether they show the same head");
        }
        if (check.winShare() < bar.leastWins() || check.landmarks() < bar.leastPatches()) {
            throw new RegistrationFailedException(String.format(
                    Locale.ROOT,
                    "not the same skin: %.0f %% of %d patches match best at their place, where chance gives 11 %% and"
                            + " %.0f %% are needed",
                    100 * check.winShare(),
                    check.usable(),
                    100 * bar.leastWins()));
        }
    }

    /** Share of the reference's head that is trusted and head in the laid photo, 0..1. */
    private static double trustedShare(PixelMap map, Textures reference, Textures laid) {
        try (MatScope mats = new MatScope()) {
            Mat both = mats.mat();
            Core.min(reference.head(), laid.head(), both);
            both.setTo(Scalar.all(0), mats.own(doubtful(map, reference.grid())));
            int head = Core.countNonZero(reference.head());
            return head == 0 ? 0 : Core.countNonZero(both) / (double) head;
        }
    }

    private SplineGrid splineGrid(RegistrationFrame reference) {
        WorkGrid grid = reference.textures().grid();
        double step = settings.dense().nodeMm() * reference.headPx() / settings.headMm();
        return SplineGrid.over(
                grid.xOf(-0.5), grid.yOf(-0.5), grid.xOf(grid.cols() - 0.5), grid.yOf(grid.rows() - 0.5), step);
    }

    private SplineMap asSpline(PixelMap map, RegistrationFrame reference) {
        if (map instanceof SplineMap spline) {
            return spline;
        }
        SplineSurface sampled = SplineSurface.sampled(splineGrid(reference), map::toPhoto);
        return new SplineMap(sampled, new TrustGrid(0, 0, 1, 0, 0, new boolean[0]));
    }

    /** Takes the weight off where the previous photo's own map is not trusted. */
    private static Textures trustedOnly(Textures laid, PixelMap map) {
        try (MatScope mats = new MatScope()) {
            Mat doubtful = mats.own(doubtful(map, laid.grid()));
            laid.skinWeight().setTo(Scalar.all(0), doubtful);
            laid.head().setTo(Scalar.all(0), doubtful);
            return laid;
        }
    }

    /** CV_8UC1 of the grid, 255 where the map is not trusted; handed over. */
    private static Mat doubtful(PixelMap map, WorkGrid grid) {
        Mat doubtful = new Mat(grid.rows(), grid.cols(), CvType.CV_8UC1);
        byte[] line = new byte[grid.cols()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int col = 0; col < grid.cols(); col++) {
                line[col] = (byte) (map.trusted(grid.xOf(col), grid.yOf(row)) ? 0 : 255);
            }
            doubtful.put(row, 0, line);
        }
        return doubtful;
    }
}
