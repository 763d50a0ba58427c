package io.stipple.dots;

/**
 * The pixels that a candidate reaches, and its inverse covariance {@code (a b; b c)}.
 *
 * @param lean px that a row's middle lies to the left for each px down
 * @param widest square of half its longest row, px²
 * @param narrowing by how much that square falls per squared px up or down
 */
record Window(
        double a,
        double b,
        double c,
        double lean,
        double widest,
        double narrowing,
        int left,
        int right,
        int top,
        int bottom) {
    static Window of(Blob blob, double squaredReach, int width, int height) {
        double det = blob.xx * blob.yy - blob.xy * blob.xy;
        double reachX = Math.sqrt(squaredReach * blob.xx);
        double reachY = Math.sqrt(squaredReach * blob.yy);
        double lean = -blob.xy / blob.yy;
        return new Window(
                blob.yy / det,
                -blob.xy / det,
                blob.xx / det,
                lean,
                squaredReach * det / blob.yy,
                blob.xx / blob.yy - lean * lean,
                Math.max(0, (int) Math.ceil(blob.x - reachX)),
                Math.min(width - 1, (int) Math.floor(blob.x + reachX)),
                Math.max(0, (int) Math.ceil(blob.y - reachY)),
                Math.min(height - 1, (int) Math.floor(blob.y + reachY)));
    }

    /** Half of the pixels of a row that lie within reach; negative where none does. */
    double halfChord(double dy) {
        double square = widest - narrowing * dy * dy;
        return square > 0 ? Math.sqrt(square) : -1;
    }

    int chordStart(double x, double dy, double half) {
        return Math.max(left, (int) Math.ceil(x - lean * dy - half));
    }

    int chordEnd(double x, double dy, double half) {
        return Math.min(right, (int) Math.floor(x - lean * dy + half));
    }

    /** Squared length of a step in the candidate's deviations. */
    double square(double dx, double dy) {
        return a * dx * dx + 2 * b * dx * dy + c * dy * dy;
    }
}
