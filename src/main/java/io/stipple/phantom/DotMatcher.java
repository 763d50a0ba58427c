package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/** Pairs what was found with what is true, one to one, nearest pairs first. */
final class DotMatcher {
    // A dot's centre may be off by this share of its diameter and still be that dot.
    private static final double REACH_IN_DIAMETERS = 0.6;

    private record Pair(int found, int dot, double distancePx) {}

    private DotMatcher() {}

    /** The number of the true dot that each found one is, or -1. */
    static int[] match(List<FoundDot> found, PhotoTruth truth) {
        KdTree tree = new KdTree();
        double widest = 0;
        for (int dot = 0; dot < truth.dotCount(); dot++) {
            if (truth.dotAlive(dot) && truth.dotVisible(dot)) {
                PointPx at = truth.dotCentre(dot);
                tree.insert(new Coordinate(at.x(), at.y()), new int[] {dot});
                widest = Math.max(widest, reachPx(truth, dot));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            PointPx at = found.get(i).at();
            Envelope around = new Envelope(new Coordinate(at.x(), at.y()));
            around.expandBy(widest);
            for (Object node : tree.query(around)) {
                int dot = ((int[]) ((KdNode) node).getData())[0];
                double distance = at.distanceTo(truth.dotCentre(dot));
                if (distance <= reachPx(truth, dot)) {
                    pairs.add(new Pair(i, dot, distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distancePx)
                .thenComparingInt(Pair::found)
                .thenComparingInt(Pair::dot));
        int[] dotOf = new int[found.size()];
        Arrays.fill(dotOf, -1);
        boolean[] taken = new boolean[truth.dotCount()];
        for (Pair pair : pairs) {
            if (dotOf[pair.found()] < 0 && !taken[pair.dot()]) {
                dotOf[pair.found()] = pair.dot();
                taken[pair.dot()] = true;
            }
        }
        return dotOf;
    }

    private static double reachPx(PhotoTruth truth, int dot) {
        return REACH_IN_DIAMETERS * truth.dotDiameterMm(dot) * truth.pxPerMm();
    }
}
