package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The dots farthest from their nearest neighbours, which tell disc and blur: a crowd's misfits widen a dot's edge. */
final class RoomyDots {
    private static final double SHARE = 0.3;
    private static final int ENOUGH = 40;
    private static final double FAR = 20; // deviations: farther ones have all the room there is

    private RoomyDots() {}

    /** At least 40 of them, as far as there are so many. */
    static List<Blob> among(List<Blob> dots) {
        record Roomy(Blob dot, double nearestPx) {}
        if (dots.isEmpty()) {
            return List.of();
        }
        double farthest = dots.stream().mapToDouble(Blob::reach).max().orElse(1) * FAR;
        var grid = new PointGrid(
                farthest / 2, dots.stream().map(b -> new PointPx(b.x, b.y)).toList());
        List<Roomy> ranked = new ArrayList<>();
        for (Blob dot : dots) {
            double[] nearest = {farthest};
            grid.within(dot.x, dot.y, farthest, i -> {
                double distance = grid.point(i).distanceTo(new PointPx(dot.x, dot.y));
                if (distance > 0) {
                    nearest[0] = Math.min(nearest[0], distance);
                }
            });
            ranked.add(new Roomy(dot, nearest[0]));
        }
        ranked.sort(Comparator.comparingDouble((Roomy r) -> -r.nearestPx()));
        int take = (int) Math.min(dots.size(), Math.max(ENOUGH, SHARE * dots.size()));
        return ranked.subList(0, take).stream().map(Roomy::dot).toList();
    }
}
