package io.stipple.dots;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Rect;

/** Candidates: 8-neighbour maxima of the filters' answer over its local noise above a threshold, strongest first. */
final class Peaks {
    private final FilterAnswers answers;
    private final BlobFilters filters;
    private final float[] picture;
    private final byte[] mask;
    private final Rect crop;
    private final ScalpGeometry geometry;
    private final double leastSnr;

    private Peaks(
            FilterAnswers answers,
            BlobFilters filters,
            float[] picture,
            byte[] mask,
            Rect crop,
            ScalpGeometry geometry,
            double leastSnr) {
        this.answers = answers;
        this.filters = filters;
        this.picture = picture;
        this.mask = mask;
        this.crop = crop;
        this.geometry = geometry;
        this.leastSnr = leastSnr;
    }

    /**
     * Candidates inside the mask where the geometry knows scalp, strongest first.
     *
     * @param answers to the picture
     * @param filters with the noise to hold them against
     * @param wanted where to look
     */
    static List<Blob> find(
            FilterAnswers answers,
            BlobFilters filters,
            float[] picture,
            byte[] mask,
            Rect crop,
            ScalpGeometry geometry,
            double leastSnr,
            Area wanted) {
        var peaks = new Peaks(answers, filters, picture, mask, crop, geometry, leastSnr);
        Tiles tiles = answers.tiles();
        List<List<Blob>> byTile = new ArrayList<>();
        tiles.all().forEach(unused -> byTile.add(List.of()));
        tiles.forEach(tile -> {
            if (wanted.meets(tile)) {
                byTile.set(tile.number(), peaks.of(tile, wanted));
            }
        });
        List<Blob> blobs = new ArrayList<>();
        byTile.forEach(blobs::addAll);
        blobs.sort(Comparator.comparingDouble((Blob b) -> -b.snr)
                .thenComparingDouble(b -> b.y)
                .thenComparingDouble(b -> b.x));
        return blobs;
    }

    private List<Blob> of(Tiles.Tile tile, Area wanted) {
        int across = tile.width() + 2 * FilterAnswers.MARGIN;
        float[] noise = new float[across];
        float[] above = new float[across];
        float[] row = new float[across];
        float[] below = new float[across];
        snr(tile, tile.top() - 1, noise, row);
        snr(tile, tile.top(), noise, below);
        List<Blob> blobs = new ArrayList<>();
        for (int y = tile.top(); y < tile.bottom(); y++) {
            float[] free = above;
            above = row;
            row = below;
            below = free;
            snr(tile, y + 1, noise, below);
            for (int i = 1; i < across - 1; i++) {
                if (row[i] > leastSnr && isPeak(above, row, below, i)) {
                    int x = tile.left() + i - FilterAnswers.MARGIN;
                    double dx = vertex(row[i - 1], row[i], row[i + 1]);
                    double dy = vertex(above[i], row[i], below[i]);
                    if (wanted.contains(x + dx, y + dy)) {
                        blob(tile, x, y, row[i], dx, dy).ifPresent(blobs::add);
                    }
                }
            }
        }
        return blobs;
    }

    private static boolean isPeak(float[] above, float[] row, float[] below, int i) {
        float at = row[i];
        return at >= row[i - 1]
                && at >= row[i + 1]
                && at >= above[i - 1]
                && at >= above[i]
                && at >= above[i + 1]
                && at >= below[i - 1]
                && at >= below[i]
                && at >= below[i + 1];
    }

    private Optional<Blob> blob(Tiles.Tile tile, int x, int y, double snr, double dx, double dy) {
        if (x < 1 || y < 1 || x >= crop.width - 1 || y >= crop.height - 1 || mask[y * crop.width + x] == 0) {
            return Optional.empty();
        }
        Optional<ScalpFrame> frame = geometry.at(x + crop.x, y + crop.y);
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        double peak = Math.max(1e-4, picture[y * crop.width + x]);
        return Optional.of(new Blob(frame.get(), snr, x + dx, y + dy, sigmaAt(tile, x, y), peak));
    }

    /** Largest answer over its noise in a row of a tile and the margin beside it. */
    private void snr(Tiles.Tile tile, int y, float[] noise, float[] snr) {
        int across = snr.length;
        int first = (y - tile.top() + FilterAnswers.MARGIN) * across;
        Arrays.fill(snr, Float.NEGATIVE_INFINITY);
        for (int filter = 0; filter < answers.filters(); filter++) {
            float[] all = answers.of(tile.number(), filter);
            filters.noise()
                    .get(filter)
                    .row(y, tile.left() - FilterAnswers.MARGIN, across, crop.width, crop.height, noise);
            for (int i = 0; i < across; i++) {
                snr[i] = Math.max(snr[i], all[first + i] / noise[i]);
            }
        }
    }

    /** Width of the filter that answers most. */
    private double sigmaAt(Tiles.Tile tile, int x, int y) {
        int across = tile.width() + 2 * FilterAnswers.MARGIN;
        int at = (y - tile.top() + FilterAnswers.MARGIN) * across + x - tile.left() + FilterAnswers.MARGIN;
        float[] noise = new float[1];
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int filter = 0; filter < answers.filters(); filter++) {
            filters.noise().get(filter).row(y, x, 1, crop.width, crop.height, noise);
            float own = answers.of(tile.number(), filter)[at] / noise[0];
            if (own > most) {
                most = own;
                best = filter;
            }
        }
        return filters.sigmasPx().get(best);
    }

    /** Where the parabola through three neighbouring values peaks, -0.5..0.5. */
    private static double vertex(double before, double at, double after) {
        double bend = before - 2 * at + after;
        return bend < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend)) : 0;
    }
}
