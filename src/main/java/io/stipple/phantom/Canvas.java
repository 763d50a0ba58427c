package io.stipple.phantom;

/**
 * A rectangle of the photo that holds one figure per pixel.
 */
final class Canvas {
    final int left;
    final int top;
    final int width;
    final int height;
    final float[] values;

    Canvas(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /**
     * Adds a round dot with a logistic edge, as the skin's frame shows it: the optical density whose transmission is the
     * mean over each pixel.
     */
    void addDot(SkinPoint at, double radiusMm, double softnessMm, double od) {
        double determinant = at.xPerU() * at.yPerV() - at.xPerV() * at.yPerU();
        double reachMm = radiusMm + 9 * softnessMm;
        double reachX = reachMm * Math.hypot(at.xPerU(), at.xPerV()) + 1;
        double reachY = reachMm * Math.hypot(at.yPerU(), at.yPerV()) + 1;
        int x0 = Math.max(left, (int) Math.ceil(at.xPx() - reachX));
        int x1 = Math.min(left + width - 1, (int) Math.floor(at.xPx() + reachX));
        int y0 = Math.max(top, (int) Math.ceil(at.yPx() - reachY));
        int y1 = Math.min(top + height - 1, (int) Math.floor(at.yPx() + reachY));
        double uPerX = at.yPerV() / determinant;
        double uPerY = -at.xPerV() / determinant;
        double vPerX = -at.yPerU() / determinant;
        double vPerY = at.xPerU() / determinant;
        // Samples no more than a third of the edge apart.
        double pxMm = Math.sqrt(1 / Math.abs(determinant));
        int n = (int) Math.max(2, Math.min(8, Math.ceil(pxMm / (0.7 * softnessMm))));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double light = 0;
                for (int j = 0; j < n; j++) {
                    double dy = y + (j + 0.5) / n - 0.5 - at.yPx();
                    for (int i = 0; i < n; i++) {
                        double dx = x + (i + 0.5) / n - 0.5 - at.xPx();
                        double u = uPerX * dx + uPerY * dy;
                        double v = vPerX * dx + vPerY * dy;
                        double r = Math.sqrt(u * u + v * v);
                        light += r > reachMm ? 1 : Math.exp(-od / (1 + Math.exp((r - radiusMm) / softnessMm)));
                    }
                }
                values[(y - top) * width + x - left] -= (float) Math.log(light / (n * n));
            }
        }
    }

    /** Adds a round haze of the given sigma. */
    void addHaze(double xPx, double yPx, double sigmaPx, double amount) {
        int reach = (int) Math.ceil(3 * sigmaPx);
        int cx = (int) Math.round(xPx);
        int cy = (int) Math.round(yPx);
        for (int y = Math.max(top, cy - reach); y <= Math.min(top + height - 1, cy + reach); y++) {
            for (int x = Math.max(left, cx - reach); x <= Math.min(left + width - 1, cx + reach); x++) {
                double r2 = (x - xPx) * (x - xPx) + (y - yPx) * (y - yPx);
                values[(y - top) * width + x - left] += (float) (amount * Math.exp(-0.5 * r2 / (sigmaPx * sigmaPx)));
            }
        }
    }

    /** Covers by a straight stroke: the value is the share of the pixel that is covered. */
    void cover(double[] from, double[] to, double widthPx, double opacity) {
        double wide = Math.max(1, widthPx);
        double share = opacity * Math.min(1, widthPx);
        double reach = wide / 2 + 0.5;
        int x0 = Math.max(left, (int) Math.ceil(Math.min(from[0], to[0]) - reach));
        int x1 = Math.min(left + width - 1, (int) Math.floor(Math.max(from[0], to[0]) + reach));
        int y0 = Math.max(top, (int) Math.ceil(Math.min(from[1], to[1]) - reach));
        int y1 = Math.min(top + height - 1, (int) Math.floor(Math.max(from[1], to[1]) + reach));
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length2 = Math.max(1e-9, dx * dx + dy * dy);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double along = ((x - from[0]) * dx + (y - from[1]) * dy) / length2;
                double t = Math.max(0, Math.min(1, along));
                double distance = Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
                double covered = share * Math.max(0, Math.min(1, reach - distance));
                int i = (y - top) * width + x - left;
                values[i] += (float) ((1 - values[i]) * covered);
            }
        }
    }
}
