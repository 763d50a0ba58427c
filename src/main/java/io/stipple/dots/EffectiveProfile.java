package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The profile that a photo's dots share, from all of them at once however crowded they are (the effective profile of
 * Anderson and King 2000, solved for by least squares): what the present profile leaves is explained by one correction
 * of it around every dot. Each small block of scalp has a level of its own, so that the skin between dots need not be
 * known: the bright rims that a phone's sharpening draws fill it where dots are dense.
 */
final class EffectiveProfile {
    private static final double REACH = 5; // deviations: a dot ends at 3, its bright rim by 5
    private static final double STEP = 0.3; // between knots, deviations: the correction is straight over a pixel
    private static final int KNOTS = (int) Math.round(REACH / STEP);
    private static final int STRIDE_PX = 4; // dots lie at all fractions of it
    private static final double CLIP = 4; // deviations of the rest: marks that no dot explains
    private static final int LEAST_PIXELS = 4; // of a block, below which its level says nothing

    private final float[] rest;
    private final int width;
    private final int height;
    private final int blockPx;
    private final int across; // visited pixels of a block's row, and of its column
    private final double mostRest;
    private final List<Blob> dots;
    private final PointGrid grid;
    private final double farthestPx;

    private EffectiveProfile(ProfileFit fit, List<Blob> dots, int blockPx) {
        this.rest = fit.residual();
        this.width = fit.width();
        this.height = fit.height();
        this.blockPx = blockPx;
        this.across = (blockPx + STRIDE_PX - 1) / STRIDE_PX;
        this.mostRest = CLIP * Math.sqrt(fit.noiseVariance());
        this.dots = dots;
        this.grid = new PointGrid(
                blockPx, dots.stream().map(b -> new PointPx(b.x, b.y)).toList());
        this.farthestPx = REACH * dots.stream().mapToDouble(Blob::reach).max().orElse(0);
    }

    /**
     * A better profile than the one that was taken out; empty where the dots cannot tell.
     *
     * @param fit with all candidates taken out of it by its profile
     * @param dots of the photo, all of one shape but for the slant of the scalp
     * @param blockPx side of a block, px: the distance over which the bare skin is smoothed, which takes part of the
     *     rims with it
     */
    static Optional<RadialProfile> improved(ProfileFit fit, List<Blob> dots, int blockPx) {
        var search = new EffectiveProfile(fit, List.copyOf(dots), blockPx);
        int rows = fit.height() / blockPx;
        // Sums are taken in the order of the rows, whoever was ready first.
        List<double[][]> parts =
                IntStream.range(0, rows).parallel().mapToObj(search::row).toList();
        double[][] normal = new double[KNOTS][KNOTS + 1];
        for (double[][] part : parts) {
            for (int i = 0; i < KNOTS; i++) {
                for (int j = i; j <= KNOTS; j++) {
                    normal[i][j] += part[i][j];
                }
            }
        }
        for (int i = 0; i < KNOTS; i++) {
            for (int j = 0; j < i; j++) {
                normal[i][j] = normal[j][i];
            }
        }
        double[] correction = LinearSystem.solve(normal);
        return correction.length == 0 ? Optional.empty() : Optional.of(corrected(fit.profile(), correction));
    }

    private static RadialProfile corrected(RadialProfile taken, double[] correction) {
        double middle = taken.at(0) + correction[0];
        return RadialProfile.of(REACH * REACH, q -> {
            double knot = Math.sqrt(q) / STEP;
            int inner = Math.min(KNOTS - 1, (int) knot);
            double outerValue = inner + 1 < KNOTS ? correction[inner + 1] : 0;
            double change = correction[inner] + (knot - inner) * (outerValue - correction[inner]);
            return (taken.at(q) + change) / middle;
        });
    }

    /** Normal equations of one row of blocks: upper triangle and right-hand side. */
    private double[][] row(int row) {
        double[][] normal = new double[KNOTS][KNOTS + 1];
        double[] shares = new double[across * across * KNOTS];
        for (int left = 0; left + blockPx <= width; left += blockPx) {
            double half = blockPx / 2.0;
            List<Blob> near = new ArrayList<>();
            grid.within(left + half, row * blockPx + half, farthestPx + 1.5 * half, i -> near.add(dots.get(i)));
            if (!near.isEmpty()) {
                Arrays.fill(shares, 0);
                for (Blob dot : near) {
                    share(dot, left, row * blockPx, shares);
                }
                addBlock(left, row * blockPx, shares, normal);
            }
        }
        return normal;
    }

    /** Adds a dot to how much of each knot the visited pixels of a block show, pixel by pixel. */
    private void share(Blob dot, int left, int top, double[] shares) {
        Window seen = Window.of(dot, REACH * REACH, width, height);
        for (int row = firstVisited(seen.top() - top); row < across; row++) {
            int y = top + row * STRIDE_PX;
            if (y > seen.bottom()) {
                break;
            }
            double dy = y - dot.y;
            double half = seen.halfChord(dy);
            int end = Math.min(across, firstVisited(seen.chordEnd(dot.x, dy, half) + 1 - left));
            for (int column = firstVisited(seen.chordStart(dot.x, dy, half) - left); column < end; column++) {
                double knot = Math.sqrt(seen.square(left + column * STRIDE_PX - dot.x, dy)) / STEP;
                int inner = Math.min(KNOTS - 1, (int) knot);
                int at = (row * across + column) * KNOTS + inner;
                shares[at] += dot.peak * (inner + 1 - knot);
                if (inner + 1 < KNOTS) {
                    shares[at + 1] += dot.peak * (knot - inner);
                }
            }
        }
    }

    /** The first visited row or column of a block from a pixel of it on. */
    private static int firstVisited(int pixel) {
        return (Math.max(0, pixel) + STRIDE_PX - 1) / STRIDE_PX;
    }

    private void addBlock(int left, int top, double[] shares, double[][] normal) {
        double[][] products = new double[KNOTS][KNOTS + 1];
        double[] sums = new double[KNOTS + 1];
        int pixels = 0;
        for (int visited = 0; visited < across * across; visited++) {
            int y = top + visited / across * STRIDE_PX;
            int x = left + visited % across * STRIDE_PX;
            double value = rest[y * width + x];
            if (value != 0 && Math.abs(value) <= mostRest) { // 0 is outside the mask
                pixels++;
                addPixel(value, shares, visited * KNOTS, products, sums);
            }
        }
        if (pixels >= LEAST_PIXELS) {
            for (int i = 0; i < KNOTS; i++) {
                for (int j = i; j <= KNOTS; j++) {
                    // The block's own level is solved for and left out.
                    normal[i][j] += products[i][j] - sums[i] * sums[j] / pixels;
                }
            }
        }
    }

    private static void addPixel(double value, double[] shares, int first, double[][] products, double[] sums) {
        sums[KNOTS] += value;
        for (int i = 0; i < KNOTS; i++) {
            double share = shares[first + i];
            if (share != 0) {
                sums[i] += share;
                double[] line = products[i];
                line[KNOTS] += share * value;
                for (int j = i; j < KNOTS; j++) {
                    line[j] += share * shares[first + j];
                }
            }
        }
    }
}
