package io.stipple.dots;

import java.util.Arrays;

/** What of a picture no candidate explains: their profiles are taken out of it and put back. */
final class Residual {
    private static final int NOISE_STRIDE = 17;
    private static final double MAD_TO_DEVIATION = 1.4826;

    private final float[] pixels;
    private final int width;
    private final int height;
    private final RadialProfile profile;

    /**
     * A picture with nothing taken out of it yet.
     *
     * @param pixels row by row; taken over
     * @param profile that candidates are given
     */
    Residual(float[] pixels, int width, int height, RadialProfile profile) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.profile = profile;
    }

    /** Row by row; its own array. */
    float[] pixels() {
        return pixels;
    }

    /** Variance of what no candidate explains, from the middle half of it, so that misfits do not count. */
    double noiseVariance() {
        float[] some = new float[(pixels.length + NOISE_STRIDE - 1) / NOISE_STRIDE];
        int count = 0;
        for (int i = 0; i < pixels.length; i += NOISE_STRIDE) {
            if (pixels[i] != 0) { // outside the mask
                some[count++] = Math.abs(pixels[i]);
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(some, 0, count);
        double deviation = MAD_TO_DEVIATION * some[count / 2];
        return deviation * deviation;
    }

    /** A candidate as it stands, and the pixels that it reaches. */
    record Seen(double x, double y, double peak, Window window) {}

    Seen seen(Blob blob) {
        return new Seen(blob.x, blob.y, blob.peak, Window.of(blob, profile.reach(), width, height));
    }

    /** Puts a candidate's profile back with a peak; one below 0 takes it out. */
    void add(Seen seen, double peak) {
        Window window = seen.window;
        float height = (float) peak;
        for (int y = window.top(); y <= window.bottom(); y++) {
            double dy = y - seen.y;
            double across = 2 * window.b() * dy;
            double down = window.c() * dy * dy;
            double half = window.halfChord(dy);
            int at = y * width;
            int right = at + window.chordEnd(seen.x, dy, half);
            int left = at + window.chordStart(seen.x, dy, half);
            double dx = left - at - seen.x;
            for (int i = left; i <= right; i++, dx++) {
                pixels[i] += height * profile.at((window.a() * dx + across) * dx + down);
            }
        }
    }

    /** Puts a candidate back as it was and takes it out as it is, in one go over the pixels that either reaches. */
    void exchange(Seen before, Seen after) {
        Window one = before.window;
        Window two = after.window;
        float back = (float) before.peak;
        float out = (float) after.peak;
        int bottom = Math.max(one.bottom(), two.bottom());
        for (int y = Math.min(one.top(), two.top()); y <= bottom; y++) {
            double dy1 = y - before.y;
            double dy2 = y - after.y;
            double half1 = one.halfChord(dy1);
            double half2 = two.halfChord(dy2);
            int left = Math.min(one.chordStart(before.x, dy1, half1), two.chordStart(after.x, dy2, half2));
            int right = Math.max(one.chordEnd(before.x, dy1, half1), two.chordEnd(after.x, dy2, half2));
            double across1 = 2 * one.b() * dy1;
            double across2 = 2 * two.b() * dy2;
            double down1 = one.c() * dy1 * dy1;
            double down2 = two.c() * dy2 * dy2;
            double dx1 = left - before.x;
            double dx2 = left - after.x;
            int end = y * width + right;
            for (int i = y * width + left; i <= end; i++, dx1++, dx2++) {
                // Beyond their reach profiles are 0.
                pixels[i] += back * profile.at((one.a() * dx1 + across1) * dx1 + down1)
                        - out * profile.at((two.a() * dx2 + across2) * dx2 + down2);
            }
        }
    }
}
