package io.stipple.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells cell by cell whether a map is supported: a cell is trusted when most of the patches around it match better than
 * chance does in this very pair, and lie where the map says.
 *
 * <p>A single patch may err, its neighbours do not all err together: so the median of the three by three around decides.
 */
final class LocalTrust {
    private final PatchSettings settings;
    private final double workPxPerMm;

    LocalTrust(PatchSettings settings, double workPxPerMm) {
        this.settings = settings;
        this.workPxPerMm = workPxPerMm;
    }

    TrustGrid of(PatchProbe probe, WorkGrid grid, double chanceScore) {
        double cell = settings.trustCellMm() * workPxPerMm;
        int cols = (int) Math.ceil(grid.cols() / cell);
        int rows = (int) Math.ceil(grid.rows() / cell);
        int half = Math.max(2, (int) Math.round(settings.sideMm() * workPxPerMm / 2));
        int reach = Math.max(3, (int) Math.round(settings.searchMm() * workPxPerMm));
        Seen[] seen = new Seen[cols * rows];
        IntStream.range(0, cols * rows).parallel().forEach(k -> {
            int cellCol = k % cols;
            int cellRow = k / cols;
            int col = (int) Math.round((cellCol + 0.5) * cell);
            int row = (int) Math.round((cellRow + 0.5) * cell);
            seen[k] = !probe.usable(col, row, half, half)
                    ? Seen.NOTHING
                    : probe.shift(col, row, half, half, reach)
                            .map(shift -> new Seen(true, shift))
                            .orElse(Seen.NOTHING);
        });
        boolean[] cells = new boolean[cols * rows];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = seen[k].usable() && supported(seen, k % cols, k / cols, cols, rows, chanceScore);
        }
        return new TrustGrid(grid.xOf(-0.5), grid.yOf(-0.5), cell * grid.pxPerWork(), cols, rows, cells);
    }

    private boolean supported(Seen[] seen, int col, int row, int cols, int rows, double chanceScore) {
        List<PatchProbe.Shift> around = new ArrayList<>();
        for (int j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
            for (int i = Math.max(0, col - 1); i <= Math.min(cols - 1, col + 1); i++) {
                if (seen[j * cols + i].usable()) {
                    around.add(seen[j * cols + i].shift());
                }
            }
        }
        double[] dx = around.stream().mapToDouble(PatchProbe.Shift::dx).sorted().toArray();
        double[] dy = around.stream().mapToDouble(PatchProbe.Shift::dy).sorted().toArray();
        double limit = settings.trustMm() * workPxPerMm;
        long agreeing = around.stream()
                .filter(shift -> shift.score() > chanceScore && shift.length() < 2 * limit)
                .count();
        boolean near = Math.hypot(PatchCheck.quantile(dx, 0.5), PatchCheck.quantile(dy, 0.5)) < limit;
        return near && 2 * agreeing > around.size();
    }

    private record Seen(boolean usable, PatchProbe.Shift shift) {
        static final Seen NOTHING = new Seen(false, new PatchProbe.Shift(0, 0, -1));
    }
}
