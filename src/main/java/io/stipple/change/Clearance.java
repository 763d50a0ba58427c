package io.stipple.change;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Arrays;

/** How far each point of a grid lies from the nearest dot, mm along the scalp, up to a reach beyond which all is empty. */
final class Clearance {
    private final OutlineGrid grid;
    private final ScalpGeometry scalp;
    private final double reachMm;
    private final float[] squareMm2;

    /** @param reachMm what a point has where no dot is near */
    Clearance(OutlineGrid grid, ScalpGeometry scalp, double reachMm) {
        this.grid = grid;
        this.scalp = scalp;
        this.reachMm = reachMm;
        this.squareMm2 = new float[grid.size()];
        Arrays.fill(squareMm2, (float) (reachMm * reachMm));
    }

    double reachMm() {
        return reachMm;
    }

    boolean atLeast(int cell, double mm) {
        return squareMm2[cell] >= (float) (mm * mm);
    }

    /** Takes a dot into account; one where the photo shows no scalp is left out. */
    void add(PointPx dot) {
        add(dot, reachMm);
    }

    /**
     * As {@link #add(PointPx)}, where it is known that no point lies farther than {@code withinMm} from the nearest dot
     * but those that nobody asks for.
     */
    void add(PointPx dot, double withinMm) {
        scalp.at(dot.x(), dot.y()).ifPresent(frame -> stamp(dot, frame, Math.min(reachMm, withinMm)));
    }

    /** The patch of scalp around the dot is taken as flat: over a few millimetres it is, to a thousandth. */
    private void stamp(PointPx dot, ScalpFrame frame, double withinMm) {
        double determinant = frame.xPerU() * frame.yPerV() - frame.xPerV() * frame.yPerU();
        double scale = grid.stepPx() * grid.stepPx() / (determinant * determinant);
        double xx = scale * (frame.yPerU() * frame.yPerU() + frame.yPerV() * frame.yPerV());
        double xy = -scale * (frame.xPerU() * frame.yPerU() + frame.xPerV() * frame.yPerV());
        double yy = scale * (frame.xPerU() * frame.xPerU() + frame.xPerV() * frame.xPerV());
        double within = withinMm * withinMm;
        double area = xx * yy - xy * xy;
        double column = grid.column(dot.x());
        double row = grid.row(dot.y());
        double across = Math.sqrt(within * yy / area);
        double down = Math.sqrt(within * xx / area);
        int left = Math.max(0, (int) Math.ceil(column - across));
        int right = Math.min(grid.columns() - 1, (int) Math.floor(column + across));
        int bottom = Math.min(grid.rows() - 1, (int) Math.floor(row + down));
        for (int r = Math.max(0, (int) Math.ceil(row - down)); r <= bottom; r++) {
            double dy = r - row;
            int cell = r * grid.columns() + left;
            for (int c = left; c <= right; c++, cell++) {
                double dx = c - column;
                float square = (float) (xx * dx * dx + 2 * xy * dx * dy + yy * dy * dy);
                if (square < squareMm2[cell]) {
                    squareMm2[cell] = square;
                }
            }
        }
    }
}
