package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/** Draws artificial dots for one picture: copies of a region's own, as crowded as these are. */
final class ArtificialDots {
    private static final int LEAST_SOURCES = 10;
    private static final double NEAR_ENOUGH = 0.02; // of a profile's square
    private static final double MOST_SCALE = 1.5; // of a typical dot's area; beyond it a fit has failed
    private static final int CELL_PX = 24; // wider than an overlap reaches: nine cells are looked at
    private static final int FRAME_CELL_PX = 8; // within half a millimetre the scalp hardly turns
    private static final int TRIES = 1500; // places looked at for each dot; the one as crowded as a real one is taken

    /**
     * An artificial dot.
     *
     * @param region that it was set for
     * @param blob place and profile on the crop
     */
    record Placed(String region, Blob blob) {}

    private final DotField field;
    private final List<Blob> sources;
    private final ScalpGeometry geometry;
    private final Predicate<PointPx> counts;
    private final SplittableRandom random;
    private final PointGrid real;
    private final PointGrid artificial = new PointGrid(CELL_PX, List.of());
    private final int cellsAcross;
    private final @Nullable Spot[] spots;
    private final BitSet looked = new BitSet();
    private final double mostMm2PerPx;

    /** @param counts whether dots at a point of the photo count */
    ArtificialDots(DotField field, List<Blob> sources, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        this.counts = counts;
        this.field = field;
        Rect crop = field.plate().crop();
        this.cellsAcross = crop.width / FRAME_CELL_PX + 1;
        this.spots = new Spot[cellsAcross * (crop.height / FRAME_CELL_PX + 1)];
        this.sources = sources;
        this.geometry = geometry;
        this.random = new SplittableRandom(seed);
        this.real = new PointGrid(
                CELL_PX,
                field.blobs().stream()
                        .filter(b -> b.kind == Mark.Kind.DOT)
                        .map(b -> new PointPx(b.x, b.y))
                        .toList());
        this.mostMm2PerPx =
                sources.stream().mapToDouble(b -> b.frame.mm2PerPx()).max().orElse(1);
    }

    /** {@code count} dots at random places of the region; fewer where it is too small to be tried that often. */
    List<Placed> place(String region, Mask mask, int count) {
        int[] room = roomOf(mask);
        if (room.length == 0) {
            return List.of();
        }
        List<Blob> own = ownOf(mask);
        double[] crowds = own.stream().mapToDouble(this::crowdOf).toArray();
        Strengths strengths = Strengths.of(own);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Blob pick = own.get(random.nextInt(own.size()));
            placeOne(room, crowds[random.nextInt(crowds.length)]).ifPresent(at -> {
                Blob blob = copy(pick, at, strengths);
                artificial.add(new PointPx(blob.x, blob.y));
                placed.add(new Placed(region, blob));
            });
        }
        return placed;
    }

    /**
     * How strong a region's dots are, the photo's noise taken off: a copy gets noise of its own, and with the original's
     * on top too many would be too faint. Median and median deviation, so that the few that are no dots do not count.
     *
     * @param medianMm2 their pigment
     * @param logSpread standard deviation of its logarithm
     */
    private record Strengths(double medianMm2, double logSpread) {
        static Strengths of(List<Blob> dots) {
            double[] logs = dots.stream()
                    .mapToDouble(b -> Math.log(Math.max(1e-9, b.ownPigment)))
                    .toArray();
            double spread = Calibration.deviation(logs);
            double noise = Calibration.median(
                    dots.stream().mapToDouble(b -> b.peakSe / b.peak).toArray());
            double own = Math.sqrt(Math.max(spread * spread / 4, spread * spread - noise * noise));
            return new Strengths(Math.exp(Calibration.median(logs)), own);
        }

        double draw(SplittableRandom random) {
            return medianMm2 * Math.exp(logSpread * random.nextGaussian());
        }
    }

    private record Place(double x, double y, ScalpFrame frame) {}

    private Optional<Place> placeOne(int[] room, double crowd) {
        Rect crop = field.plate().crop();
        Place best = null;
        double bestMiss = Double.POSITIVE_INFINITY;
        for (int t = 0; t < TRIES && bestMiss > NEAR_ENOUGH; t++) {
            int at = random.nextInt(room.length);
            double x = room[at] % crop.width + random.nextDouble() - 0.5;
            int row = room[at] / crop.width;
            double y = row + random.nextDouble() - 0.5;
            Spot about = spotAbout(x, y);
            // Dots are even on the scalp, not in the picture: towards the rim a pixel shows more of it, and more dots.
            if (about == null || random.nextDouble() * mostMm2PerPx >= about.frame.mm2PerPx()) {
                continue;
            }
            double miss = Math.abs(crowdAt(x, y, about.shape, -1) - crowd);
            // Artificial dots would crowd each other, as real ones are not crowded.
            if (miss >= bestMiss || artificial.anyWithin(x, y, about.shape.overlapReach())) {
                continue;
            }
            // Asked last: it goes through the map to the reference, and most places are ruled out without it.
            if (!counts.test(new PointPx(x + crop.x, y + crop.y))) {
                continue;
            }
            Optional<ScalpFrame> frame = geometry.at(x + crop.x, y + crop.y);
            if (frame.isPresent()) {
                bestMiss = miss;
                best = new Place(x, y, frame.get());
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The scalp in the middle of a cell: of hundreds of places looked at, it rules out all but a few.
     *
     * @param shape of a typical dot there
     */
    private record Spot(ScalpFrame frame, Covariance shape) {}

    private @Nullable Spot spotAbout(double x, double y) {
        int column = (int) Math.max(0, x / FRAME_CELL_PX);
        int row = (int) Math.max(0, y / FRAME_CELL_PX);
        int cell = row * cellsAcross + column;
        if (!looked.get(cell)) {
            looked.set(cell);
            Rect crop = field.plate().crop();
            spots[cell] = geometry.at(crop.x + (column + 0.5) * FRAME_CELL_PX, crop.y + (row + 0.5) * FRAME_CELL_PX)
                    .map(frame -> new Spot(frame, typical(frame)))
                    .orElse(null);
        }
        return spots[cell];
    }

    private Blob copy(Blob source, Place at, Strengths strengths) {
        Covariance typical = typical(at.frame());
        // Of a single dot's apparent size about half is noise: its logarithm is halved, its square is the size itself.
        double scale = Math.max(1 / MOST_SCALE, Math.min(MOST_SCALE, source.relativeSize));
        Blob blob = new Blob(at.frame(), source.snr, at.x(), at.y(), 1, 0);
        blob.xx = typical.xx() * scale;
        blob.xy = typical.xy() * scale;
        blob.yy = typical.yy() * scale;
        double pigment = strengths.draw(random);
        blob.peak = blob.peakOf(pigment);
        // What the photos before would have said of it.
        blob.expectedPigment = source.expectedPigment > 0 ? pigment * source.expectedPigment / source.ownPigment : 0;
        return blob;
    }

    private List<Blob> ownOf(Mask mask) {
        Rect crop = field.plate().crop();
        byte[] inside = new byte[1];
        List<Blob> own = sources.stream()
                .filter(b -> {
                    mask.pixels().get((int) Math.round(b.y) + crop.y, (int) Math.round(b.x) + crop.x, inside);
                    // Beside what counts, towards the rim, dots are paler and stand closer in the picture.
                    return inside[0] != 0 && counts.test(new PointPx(b.x + crop.x, b.y + crop.y));
                })
                .toList();
        List<Blob> drawn = own.size() >= LEAST_SOURCES ? own : sources;
        return drawn;
    }

    /** Pixels of the crop, as {@code y · width + x}, that belong to the region and are seen. */
    private int[] roomOf(Mask mask) {
        try (var mats = new MatScope()) {
            Rect crop = field.plate().crop();
            Mat both = mats.mat();
            Core.bitwise_and(mats.own(mask.pixels().submat(crop)), field.plate().mask(), both);
            Mat found = mats.mat();
            Core.findNonZero(both, found);
            int[] xy = new int[2 * found.rows()];
            if (xy.length > 0) {
                found.get(0, 0, xy);
            }
            int[] room = new int[found.rows()];
            for (int i = 0; i < room.length; i++) {
                room[i] = xy[2 * i + 1] * crop.width + xy[2 * i];
            }
            return room;
        }
    }

    private double crowdOf(Blob b) {
        int[] self = {-1};
        real.within(b.x, b.y, 1e-9, i -> self[0] = i);
        return crowdAt(b.x, b.y, typical(b.frame), self[0]);
    }

    /**
     * How much of a dot's profile its neighbours share. The distance to the nearest alone does not do: among crowded dots
     * a free place with a neighbour as far off has more of them around it than a dot has.
     */
    private double crowdAt(double x, double y, Covariance shape, int except) {
        double[] shared = {0};
        real.within(x, y, shape.overlapReach(), i -> {
            PointPx p = real.point(i);
            shared[0] += i == except ? 0 : shape.overlap(p.x() - x, p.y() - y);
        });
        return shared[0];
    }

    private Covariance typical(ScalpFrame frame) {
        Calibration own = field.calibration();
        return Covariance.seen(frame, own.scalpMm2(), own.blurPx2());
    }
}
