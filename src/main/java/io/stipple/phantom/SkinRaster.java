package io.stipple.phantom;

/**
 * What each pixel of the head's box sees of the skin.
 *
 * <p>The surface is met by rays on a coarse grid and carried to the pixels by cubic interpolation (Keys 1981), which
 * leaves well under a hundredth of a pixel inside the outline; at the rim every pixel has its own ray.
 */
final class SkinRaster {
    static final int CHANNELS = 8;
    /** Distance along the pixel's ray, in units of the ray. */
    static final int DEPTH = 0;
    /** Column of the skin's chart. */
    static final int U = 1;
    /** Row of the skin's chart. */
    static final int V = 2;
    /** Light falling on the skin. */
    static final int DIFFUSE = 3;
    /** Light mirrored by it. */
    static final int GLOSS = 4;
    /** Change of the falling light per slope of the relief to the chart's right. */
    static final int SLOPE_U = 5;
    /** Change of the falling light per slope of the relief down the chart. */
    static final int SLOPE_V = 6;
    /** Cosine of the angle of view. */
    static final int COSINE = 7;

    private static final int STEP = 8;
    // Below this cosine the surface bends away too fast for the grid.
    private static final double GRID_COSINE = 0.12;
    // A node that misses the head by more has none in its cells: their diagonal, and a reserve as heights above the
    // bumps are not quite distances.
    private static final double FAR_PX = 1.42 * 1.3 * STEP;
    private static final double[][] ROW_WEIGHTS = new double[STEP][];

    static {
        for (int i = 0; i < STEP; i++) {
            ROW_WEIGHTS[i] = CubicGrid.weights(i / (double) STEP);
        }
    }

    private final SkinView view;
    private final SkinAtlas atlas;
    private final Light light;
    private final Canvas box;
    private final int columns;
    private final double[][] nodes;
    private final boolean[] far;
    private final double[][] blended;
    private final boolean[] smooth;

    /**
     * @param box the part of the photo to look at
     */
    SkinRaster(SkinView view, SkinAtlas atlas, Light light, Canvas box) {
        this.view = view;
        this.atlas = atlas;
        this.light = light;
        this.box = box;
        this.columns = box.width / STEP + 4;
        int rows = box.height / STEP + 4;
        this.nodes = new double[rows * columns][];
        this.far = new boolean[rows * columns];
        this.blended = new double[columns][CHANNELS];
        this.smooth = new boolean[columns];
        double[] seen = new double[CHANNELS];
        for (int k = 0; k < nodes.length; k++) {
            int x = box.left + (k % columns - 1) * STEP;
            int y = box.top + (k / columns - 1) * STEP;
            double cover = look(x, y, seen);
            nodes[k] = cover == 1 && seen[COSINE] > GRID_COSINE ? seen.clone() : new double[0];
            far[k] = cover < -FAR_PX;
        }
    }

    /** Readies the row for {@link #at}. */
    void row(int y) {
        int j = (y - box.top) / STEP + 1;
        double[] w = ROW_WEIGHTS[(y - box.top) % STEP];
        for (int i = 0; i < columns; i++) {
            double[] a = nodes[(j - 1) * columns + i];
            double[] b = nodes[j * columns + i];
            double[] c = nodes[(j + 1) * columns + i];
            double[] d = nodes[(j + 2) * columns + i];
            smooth[i] = a.length > 0 && b.length > 0 && c.length > 0 && d.length > 0;
            if (smooth[i]) {
                for (int k = 0; k < CHANNELS; k++) {
                    blended[i][k] = w[0] * a[k] + w[1] * b[k] + w[2] * c[k] + w[3] * d[k];
                }
            }
        }
    }

    /** Fills {@code seen} and returns the share of the pixel that is head; 0 where there is none. */
    double at(int x, int y, double[] seen) {
        int i = (x - box.left) / STEP + 1;
        if (smooth[i - 1] && smooth[i] && smooth[i + 1] && smooth[i + 2]) {
            double[] w = ROW_WEIGHTS[(x - box.left) % STEP];
            for (int k = 0; k < CHANNELS; k++) {
                seen[k] = w[0] * blended[i - 1][k]
                        + w[1] * blended[i][k]
                        + w[2] * blended[i + 1][k]
                        + w[3] * blended[i + 2][k];
            }
            return 1;
        }
        int corner = ((y - box.top) / STEP + 1) * columns + i;
        boolean empty = far[corner] || far[corner + 1] || far[corner + columns] || far[corner + columns + 1];
        return empty ? 0 : Math.max(0, look(x, y, seen));
    }

    /** One ray: 1 on the head; just beyond it 1 less the pixels it misses by, and so on down below 0. */
    private double look(int x, int y, double[] seen) {
        double hit = view.hit(x, y);
        double cover = 1;
        if (hit < 0) {
            double middle = view.camera().headCentre().z();
            cover = 1 + hit * view.camera().focalPx() / middle;
            if (cover <= 0) {
                return cover;
            }
            hit = middle;
        }
        Vec point = view.pointAt(x, y, hit);
        Vec normal = view.head().normal(point.unit());
        Vec sight = view.pinhole().minus(point).unit();
        Vec rest = view.rest(point);
        seen[DEPTH] = hit;
        seen[U] = atlas.u(rest);
        seen[V] = atlas.v(rest);
        seen[DIFFUSE] = light.diffuse(normal);
        seen[GLOSS] = light.gloss(normal, sight);
        seen[SLOPE_U] = light.slope(atlas.right().across(normal));
        seen[SLOPE_V] = light.slope(atlas.down().across(normal));
        seen[COSINE] = normal.dot(sight);
        return cover;
    }
}
