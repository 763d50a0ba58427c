package io.stipple.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells cell by cell whether a map is supported: a cell is trusted when most of the patches around it match better than
 * chance does in this very pair, and lie where the map says.
 *
 * <p>A single patch may err, its neighbours do not all err together: so the median of the three by three around decides
 * (Westerweel 1994, Exp. Fluids 16:236).
 */
final class LocalTrust {
    private final PatchSettings settings;
    private final double workPxPerMm;

    LocalTrust(PatchSettings settings, double workPxPerMm) {
        this.settings = settings;
        this.workPxPerMm = workPxPerMm;
    }

    /**
     * Trust by one witness or more: where the reference no longer shows what the photo does (fresh dots over all of its
     * skin), the previous photo may, through its own trusted map.
     */
    TrustGrid of(List<Witness> witnesses, WorkGrid grid) {
        double cell = settings.trustCellMm() * workPxPerMm;
        int cols = (int) Math.ceil(grid.cols() / cell);
        int rows = (int) Math.ceil(grid.rows() / cell);
        boolean[] cells = new boolean[cols * rows];
        for (Witness witness : witnesses) {
            Seen[] seen = seen(witness, cell, cols, rows);
            for (int k = 0; k < cells.length; k++) {
                cells[k] |= seen[k].usable() && supported(seen, k % cols, k / cols, cols, rows);
            }
        }
        return new TrustGrid(grid.xOf(-0.5), grid.yOf(-0.5), cell * grid.pxPerWork(), cols, rows, cells);
    }

    private Seen[] seen(Witness witness, double cell, int cols, int rows) {
        int half = Math.max(2, (int) Math.round(settings.sideMm() * workPxPerMm / 2));
        int reach = Math.max(3, (int) Math.round(settings.searchMm() * workPxPerMm));
        PatchProbe probe = witness.probe();
        Seen[] seen = new Seen[cols * rows];
        IntStream.range(0, cols * rows).parallel().forEach(k -> {
            int cellCol = k % cols;
            int cellRow = k / cols;
            int col = (int) Math.round((cellCol + 0.5) * cell);
            int row = (int) Math.round((cellRow + 0.5) * cell);
            seen[k] = !probe.usable(col, row, half, half)
                    ? Seen.NOTHING
                    : probe.shift(col, row, half, half, reach)
                            .map(shift -> new Seen(true, shift.score() > witness.chanceScore(), shift))
                            .orElse(Seen.NOTHING);
        });
        return seen;
    }

    private boolean supported(Seen[] seen, int col, int row, int cols, int rows) {
        List<Seen> around = new ArrayList<>();
        for (int j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
            for (int i = Math.max(0, col - 1); i <= Math.min(cols - 1, col + 1); i++) {
                if (seen[j * cols + i].usable()) {
                    around.add(seen[j * cols + i]);
                }
            }
        }
        double[] dx =
                around.stream().mapToDouble(one -> one.shift().dx()).sorted().toArray();
        double[] dy =
                around.stream().mapToDouble(one -> one.shift().dy()).sorted().toArray();
        double limit = settings.trustMm() * workPxPerMm;
        long agreeing = around.stream()
                .filter(one -> one.clear() && one.shift().length() < 2 * limit)
                .count();
        boolean near = Math.hypot(PatchCheck.quantile(dx, 0.5), PatchCheck.quantile(dy, 0.5)) < limit;
        return near && 2 * agreeing > around.size();
    }

    /**
     * @param usable whether enough of the patch is head in both
     * @param clear whether it matches better than chance
     * @param shift where it matches
     */
    private record Seen(boolean usable, boolean clear, PatchProbe.Shift shift) {
        static final Seen NOTHING = new Seen(false, false, new PatchProbe.Shift(0, 0, -1));
    }

    /**
     * @param probe compares the laid photo with another on the reference's grid
     * @param chanceScore correlation that chance exceeds only rarely between these two
     */
    record Witness(PatchProbe probe, double chanceScore) {}
}
