package io.stipple.dots;

import java.util.List;
import java.util.function.Consumer;

/**
 * Fits an elliptical Gaussian to every candidate with its neighbours subtracted: the residual of the whole picture is
 * kept, each candidate in turn is put back, fitted by Gauss-Newton and taken out again (the subtractive scheme of
 * DAOPHOT, Stetson 1987), a few rounds over all.
 */
final class ProfileFit {
    private static final double FIT_REACH = 6.25; // squared deviations: 2.5 of them hold 96 % of the profile
    private static final int PARAMETERS = 6;
    private static final int PLACE_PARAMETERS = 3;
    private static final double PEAK_STILL = 1e-3; // of the peak: noise moves it by fifty times as much and more

    private final Residual left;
    private final float[] residual; // of the same
    private final int width;
    private final int height;
    private final double widest;
    private final RadialProfile profile;
    private final Blocks blocks;

    /**
     * Starts from the density with nothing subtracted yet.
     *
     * @param density optical density over the skin, row by row; not changed
     * @param widestPx largest standard deviation that a fit may take, px
     */
    ProfileFit(float[] density, int width, int height, double widestPx) {
        this(density, width, height, widestPx, RadialProfile.GAUSSIAN);
    }

    /** As the other, with candidates of another profile. */
    ProfileFit(float[] density, int width, int height, double widestPx, RadialProfile profile) {
        this.profile = profile;
        this.left = new Residual(density.clone(), width, height, profile);
        this.residual = left.pixels();
        this.width = width;
        this.height = height;
        this.widest = widestPx * widestPx;
        this.blocks = new Blocks(residual, width, height, Math.sqrt(profile.reach()) * widestPx);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Largest standard deviation that a candidate may take. */
    double widestPx() {
        return Math.sqrt(widest);
    }

    /** The profile that candidates are given. */
    RadialProfile profile() {
        return profile;
    }

    /** What no candidate explains; the fit's own array, to be read only. */
    float[] residual() {
        return residual;
    }

    /** Variance of what no candidate explains, from the middle half of it, so that misfits do not count. */
    double noiseVariance() {
        return left.noiseVariance();
    }

    /**
     * Takes a level off what is left.
     *
     * @param mask 0 outside the scalp, which is left as it is
     */
    void takeOff(Mesh level, byte[] mask) {
        level.takeOff(mask, width, height, residual);
    }

    /** As the other, and off the picture that was fitted too. */
    void takeOff(Mesh level, byte[] mask, float[] picture) {
        level.takeOff(mask, width, height, residual, picture);
    }

    /** Takes a candidate's present profile out of the residual. */
    void subtract(Blob blob) {
        left.add(left.seen(blob), -blob.peak);
    }

    /** As the other, of many side by side. */
    void subtract(List<Blob> blobs) {
        forEach(blobs, this::subtract);
    }

    /** Puts it back. */
    void restore(Blob blob) {
        left.add(left.seen(blob), blob.peak);
    }

    /** Works on each side by side, no two touching a pixel of the residual at once. */
    void forEach(List<Blob> blobs, Consumer<Blob> work) {
        blocks.forEach(blobs, 1, some -> some.forEach(work));
    }

    /** Lets all of them be fitted again, also those that had come to rest. */
    static void wake(List<Blob> blobs) {
        blobs.forEach(b -> b.still = false);
    }

    /**
     * Refits centre, peak and shape of every candidate that has not come to rest, {@code rounds} times over all; known
     * dots keep their shape.
     */
    void sweep(List<Blob> blobs, int rounds) {
        sweep(blobs, rounds, PARAMETERS);
    }

    /** Refits centre and peak of every candidate that has not come to rest, shapes held. */
    void sweepPlaces(List<Blob> blobs, int rounds) {
        sweep(blobs, rounds, PLACE_PARAMETERS);
    }

    private void sweep(List<Blob> blobs, int rounds, int parameters) {
        blocks.forEach(blobs, rounds, some -> {
            double[][] shape = new double[parameters][parameters + 1];
            var moments = new ShapeMoments();
            double[][] placeOnly = new double[PLACE_PARAMETERS][PLACE_PARAMETERS + 1];
            for (Blob blob : some) {
                if (!blob.still) {
                    step(blob, moments, blob.known || blob.beside ? placeOnly : shape);
                }
            }
        });
    }

    /** Sum of the squared residual inside a candidate's ellipse. */
    double squaresAround(Blob blob) {
        var seen = Window.of(blob, FIT_REACH, width, height);
        double sum = 0;
        for (int y = seen.top(); y <= seen.bottom(); y++) {
            for (int x = seen.left(); x <= seen.right(); x++) {
                double q = seen.square(x - blob.x, y - blob.y);
                if (q < FIT_REACH) {
                    double unexplained = residual[y * width + x];
                    sum += unexplained * unexplained;
                }
            }
        }
        return sum;
    }

    /** Refits the peak alone of every candidate, shapes and centres held: linear, and so without a bias by noise. */
    void sweepPeaks(List<Blob> blobs, int rounds) {
        blocks.forEach(blobs, rounds, some -> some.forEach(this::fitPeak));
    }

    /** Asks what peak each would have by itself, its neighbours as they are; the fit stays. */
    void askPeaks(List<Blob> blobs) {
        forEach(blobs, blob -> blob.freePeak = blob.peak + missing(blob).peak());
    }

    private void fitPeak(Blob blob) {
        Missing missing = missing(blob);
        if (missing.squares > 0) {
            blob.peakSe = missing.peakSe;
            double before = blob.peak;
            double after = Math.min(blob.mostPeak, before + missing.peak);
            // To change the picture costs several times what finding out costs, and in most rounds nothing moves.
            if (Math.abs(after - before) > PEAK_STILL * before) {
                blob.peak = after;
                left.add(left.seen(blob), before - after);
            }
        }
    }

    /** What a candidate's peak is too low by, known from what is left without it. */
    private Missing missing(Blob blob) {
        var seen = Window.of(blob, FIT_REACH, width, height);
        double gg = 0;
        double gr = 0;
        double rr = 0;
        int n = 0;
        for (int y = seen.top(); y <= seen.bottom(); y++) {
            double dy = y - blob.y;
            double across = 2 * seen.b() * dy;
            double down = seen.c() * dy * dy;
            double half = seen.halfChord(dy);
            int right = seen.chordEnd(blob.x, dy, half);
            for (int x = seen.chordStart(blob.x, dy, half); x <= right; x++) {
                double dx = x - blob.x;
                double g = profile.at((seen.a() * dx + across) * dx + down);
                double unexplained = residual[y * width + x];
                gg += g * g;
                gr += g * unexplained;
                rr += unexplained * unexplained;
                n++;
            }
        }
        if (gg <= 0) {
            return new Missing(0, 0, 0);
        }
        double misfit = Math.max(0, rr - gr * gr / gg) / Math.max(1, n - 1);
        return new Missing(gr / gg, Math.sqrt(misfit / gg), gg);
    }

    /** One damped Gauss-Newton step; the residual, the candidate taken out, is its misfit. */
    private void step(Blob blob, ShapeMoments moments, double[][] normal) {
        int parameters = normal.length;
        var seen = Window.of(blob, FIT_REACH, width, height);
        gather(blob, seen, moments);
        moments.fill(normal, blob.peak, seen.a(), seen.b(), seen.c());
        normal[1][1] += blob.homeWeight;
        normal[2][2] += blob.homeWeight;
        normal[1][parameters] += blob.homeWeight * (blob.homeX - blob.x);
        normal[2][parameters] += blob.homeWeight * (blob.homeY - blob.y);
        if (blob.peakWeight > 0) {
            normal[0][0] += blob.peakWeight;
            normal[0][parameters] += blob.peakWeight * (blob.expectedPeak - blob.peak);
        }
        for (int i = 0; i < parameters; i++) {
            normal[i][i] *= 1.02; // keeps a flat direction from running away
        }
        double[] move = LinearSystem.solve(normal);
        if (move.length == parameters) {
            Residual.Seen before = left.seen(blob);
            DampedStep.take(blob, move, width, height, widest);
            left.exchange(before, left.seen(blob));
        }
    }

    private void gather(Blob blob, Window seen, ShapeMoments moments) {
        moments.clear();
        for (int y = seen.top(); y <= seen.bottom(); y++) {
            double dy = y - blob.y;
            double across = 2 * seen.b() * dy;
            double down = seen.c() * dy * dy;
            double half = seen.halfChord(dy);
            int at = y * width;
            int right = at + seen.chordEnd(blob.x, dy, half);
            int left = at + seen.chordStart(blob.x, dy, half);
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double s4 = 0;
            double m0 = 0;
            double m1 = 0;
            double m2 = 0;
            double dx = left - at - blob.x;
            for (int i = left; i <= right; i++, dx++) {
                double g = profile.at((seen.a() * dx + across) * dx + down);
                double square = g * g;
                double misfit = g * residual[i];
                double dx2 = dx * dx;
                s0 += square;
                s1 += square * dx;
                s2 += square * dx2;
                s3 += square * dx2 * dx;
                s4 += square * dx2 * dx2;
                m0 += misfit;
                m1 += misfit * dx;
                m2 += misfit * dx2;
            }
            moments.addRow(dy, s0, s1, s2, s3, s4, m0, m1, m2);
        }
    }

    /**
     * What a peak is too low by.
     *
     * @param peakSe standard error of it
     * @param squares of the profile, summed; 0 where no pixel tells
     */
    private record Missing(double peak, double peakSe, double squares) {}
}
