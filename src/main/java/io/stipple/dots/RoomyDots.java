package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.Comparator;
import java.util.List;

/** The dots farthest from their nearest neighbours, which tell disc and blur: a crowd's misfits widen a dot's edge. */
final class RoomyDots {
    private static final double SHARE = 0.3;
    private static final int ENOUGH = 40;
    private static final double FAR = 20; // deviations: farther ones have all the room there is
    private static final int NEAR = 4; // of that, where most dots have a neighbour already

    private RoomyDots() {}

    /** At least 40 of them, as far as there are so many. */
    static List<Blob> among(List<Blob> dots) {
        record Roomy(Blob dot, double nearestPx) {}
        if (dots.isEmpty()) {
            return List.of();
        }
        double farthest = dots.stream().mapToDouble(Blob::reach).max().orElse(1) * FAR;
        var grid = new PointGrid(
                farthest / NEAR, dots.stream().map(b -> new PointPx(b.x, b.y)).toList());
        List<Roomy> ranked = dots.parallelStream()
                .map(dot -> new Roomy(dot, nearestPx(dot, grid, farthest)))
                .sorted(Comparator.comparingDouble((Roomy r) -> -r.nearestPx()))
                .toList();
        int take = (int) Math.min(dots.size(), Math.max(ENOUGH, SHARE * dots.size()));
        return ranked.subList(0, take).stream().map(Roomy::dot).toList();
    }

    /** Distance to the nearest other dot, {@code farthest} at most: looked for ever farther out. */
    private static double nearestPx(Blob dot, PointGrid grid, double farthest) {
        double[] nearest = {farthest};
        for (double reach = farthest / NEAR; ; reach *= 2) {
            grid.within(dot.x, dot.y, Math.min(reach, farthest), i -> {
                double distance = grid.point(i).distanceTo(new PointPx(dot.x, dot.y));
                if (distance > 0) {
                    nearest[0] = Math.min(nearest[0], distance);
                }
            });
            if (nearest[0] < farthest || reach >= farthest) {
                return nearest[0];
            }
        }
    }
}
