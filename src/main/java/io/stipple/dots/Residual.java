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
        for (int y = seen.window.top(); y <= seen.window.bottom(); y++) {
            addRow(seen, y, peak);
        }
    }

    /** Puts a candidate back as it was and takes it out as it is, row by row, while a row lies in the cache. */
    void exchange(Seen before, Seen after) {
        int bottom = Math.max(before.window.bottom(), after.window.bottom());
        for (int y = Math.min(before.window.top(), after.window.top()); y <= bottom; y++) {
            addRow(before, y, before.peak);
            addRow(after, y, -after.peak);
        }
    }

    private void addRow(Seen seen, int y, double peak) {
        Window window = seen.window;
        if (y < window.top() || y > window.bottom()) {
            return;
        }
        float height = (float) peak;
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
