package io.stipple.dots;

/** How far one step of a fit may carry a candidate, and whether it has come to rest with it. */
final class DampedStep {
    private static final double NARROWEST = 0.45; // px², narrower than any camera's blur: a hot pixel
    // Of the peak, of the size and of a deviation: dots stand 8 to 22 times above the noise, which moves each by more.
    private static final double STILL = 0.01;
    private static final double FARTHEST = 0.5; // deviations
    private static final double MOST_RESHAPED = 0.5; // of the larger variance

    private DampedStep() {}

    /**
     * Takes a step.
     *
     * @param move of peak, x and y, and where the shape is fitted too of its covariance xx, xy and yy
     * @param width of the picture, which the candidate stays inside, px
     * @param widest variance that a shape may take, px²
     */
    static void take(Blob blob, double[] move, int width, int height, double widest) {
        double narrow = Math.sqrt(Math.min(blob.xx, blob.yy));
        double farthest = FARTHEST * narrow;
        double far = Math.sqrt(move[1] * move[1] + move[2] * move[2]);
        double damp = far > farthest ? farthest / far : 1;
        double before = blob.peak;
        blob.x = Math.max(0, Math.min(width - 1.0, blob.x + damp * move[1]));
        blob.y = Math.max(0, Math.min(height - 1.0, blob.y + damp * move[2]));
        blob.peak = Math.max(0.2 * blob.peak, Math.min(3 * blob.peak, blob.peak + move[0]));
        if (blob.peak >= blob.mostPeak) {
            // Another lies on it, and the middle of both is no place of either.
            blob.peak = blob.mostPeak;
            blob.x = blob.homeX;
            blob.y = blob.homeY;
        }
        blob.peak = Math.max(1e-5, blob.peak);
        blob.still = far < STILL * narrow && Math.abs(blob.peak - before) < STILL * before;
        if (move.length > 3) {
            reshape(blob, move, widest);
        }
    }

    /** A shape stays between a hot pixel and a mole. */
    private static void reshape(Blob blob, double[] move, double widest) {
        double size = Math.max(blob.xx, blob.yy);
        double largest = Math.max(Math.max(Math.abs(move[3]), Math.abs(move[4])), Math.abs(move[5]));
        blob.still &= largest < STILL * size;
        double bound = largest > MOST_RESHAPED * size ? MOST_RESHAPED * size / largest : 1;
        new Covariance(blob.xx + bound * move[3], blob.xy + bound * move[4], blob.yy + bound * move[5])
                .clamped(NARROWEST, widest)
                .give(blob);
    }
}
