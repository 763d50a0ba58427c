package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far off the places that other photos showed dots at stand in this photo, where the map between the photos is locally
 * wrong by more than it says: dark, blurred or glossy skin has patches without texture to register by. The dots themselves
 * are texture. Around each node of a grid the steps from places to this photo's own dots are compared; the step that most
 * places agree on is the drift there (a Hough vote, as star lists of unknown offset are matched).
 *
 * <p>Where most places have a dot at once the map is left as it is, to the last bit.
 */
public final class PlaceDrift {
    /** The map is right everywhere. */
    static final PlaceDrift NONE = new PlaceDrift(0, 0, 1, 1, 1, new double[0][]);

    private static final double STEP_MM = 4; // between nodes: skin and registration bend over centimetres
    private static final double REACH_MM = 5; // around a node: some twenty dots after one session
    private static final double FARTHEST_MM = 1.5; // a neighbour's place, beyond which steps are but chance
    private static final double AGREE_MM = 0.12; // centring, skin that stretches, and the drift's own slope
    private static final int FEWEST = 6; // places that agree; by chance one or two do
    private static final int ENOUGH_FOR_MEAN = 20; // their mean is known to a quarter of one dot's centring
    private static final double ENOUGH = 0.5; // of the places: pigment that goes leaves more than half
    private static final double AT_LEAST = 0.35; // of the places, for a drift: a patch may lie half in it
    private static final int MOST_ASKED = 1500; // each step is held against all: beyond, every so many are asked

    private final int leftPx;
    private final int topPx;
    private final double stepPx;
    private final int columns;
    private final int rows;
    private final double[][] shifts;

    private PlaceDrift(int leftPx, int topPx, double stepPx, int columns, int rows, double[][] shifts) {
        this.leftPx = leftPx;
        this.topPx = topPx;
        this.stepPx = stepPx;
        this.columns = columns;
        this.rows = rows;
        this.shifts = shifts;
    }

    /**
     * Compares places with dots.
     *
     * @param places where other photos show dots, px of this photo
     * @param dots of this photo, found without regard to any place, px of this photo
     * @param pxPerMm of the scalp
     */
    static PlaceDrift of(List<PointPx> places, List<PointPx> dots, double pxPerMm) {
        return of(places, dots, pxPerMm, Votes::around);
    }

    /**
     * What is left where the map is right: the fraction of a pixel that registration and stretched skin leave from one
     * patch of skin to the next, as the mean step of the places that have a dot at once.
     *
     * @param places as {@link #of} put them right
     */
    static PlaceDrift rest(List<PointPx> places, List<PointPx> dots, double pxPerMm) {
        return of(places, dots, pxPerMm, Votes::restAround);
    }

    private static PlaceDrift of(List<PointPx> places, List<PointPx> dots, double pxPerMm, Question question) {
        if (places.size() < FEWEST || dots.size() < FEWEST) {
            return NONE;
        }
        double stepPx = STEP_MM * pxPerMm;
        int left = (int) places.stream().mapToDouble(PointPx::x).min().orElse(0);
        int top = (int) places.stream().mapToDouble(PointPx::y).min().orElse(0);
        double right = places.stream().mapToDouble(PointPx::x).max().orElse(0);
        double bottom = places.stream().mapToDouble(PointPx::y).max().orElse(0);
        int columns = (int) Math.ceil((right - left) / stepPx) + 1;
        int rows = (int) Math.ceil((bottom - top) / stepPx) + 1;
        Votes votes = new Votes(
                new PointGrid(REACH_MM * pxPerMm, places), new PointGrid(FARTHEST_MM * pxPerMm, dots), pxPerMm);
        double[][] told = IntStream.range(0, columns * rows)
                .parallel()
                .mapToObj(i -> {
                    int row = i / columns;
                    int column = i % columns;
                    return question.of(votes, left + column * stepPx, top + row * stepPx);
                })
                .toArray(double[][]::new);
        boolean asMapped = true;
        for (double[] node : told) {
            asMapped &= node.length == 0 || (node[0] == 0 && node[1] == 0);
        }
        return asMapped ? NONE : new PlaceDrift(left, top, stepPx, columns, rows, smooth(told, columns, rows));
    }

    /** Whether the map is right everywhere. */
    public boolean isNone() {
        return shifts.length == 0;
    }

    /** Where the dot of a place stands in this photo, px. */
    public PointPx moved(PointPx place) {
        if (isNone()) {
            return place;
        }
        double across = Math.max(0, Math.min(columns - 1.0, (place.x() - leftPx) / stepPx));
        double down = Math.max(0, Math.min(rows - 1.0, (place.y() - topPx) / stepPx));
        int column = Math.min(Math.max(0, columns - 2), (int) across);
        int row = Math.min(Math.max(0, rows - 2), (int) down);
        double u = across - column;
        double v = down - row;
        int nextColumn = Math.min(columns - 1, column + 1);
        int nextRow = Math.min(rows - 1, row + 1);
        double[] shift = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double above =
                    (1 - u) * shifts[row * columns + column][axis] + u * shifts[row * columns + nextColumn][axis];
            double below = (1 - u) * shifts[nextRow * columns + column][axis]
                    + u * shifts[nextRow * columns + nextColumn][axis];
            shift[axis] = (1 - v) * above + v * below;
        }
        return new PointPx(place.x() + shift[0], place.y() + shift[1]);
    }

    /** Which place the dot at a point of this photo is the dot of: {@link #moved} backwards, px. */
    public PointPx back(PointPx dot) {
        PointPx place = dot;
        // The drift's slope is a few per cent: each round leaves as much of the error.
        for (int round = 0; round < 4 && !isNone(); round++) {
            PointPx there = moved(place);
            place = new PointPx(place.x() + dot.x() - there.x(), place.y() + dot.y() - there.y());
        }
        return place;
    }

    /** Nodes that could not tell take their neighbours' mean, those without any such neighbour stay where the map is. */
    private static double[][] smooth(double[][] told, int columns, int rows) {
        double[][] smooth = new double[told.length][];
        for (int i = 0; i < told.length; i++) {
            smooth[i] = told[i].length > 0 ? told[i] : meanAround(told, i % columns, i / columns, columns, rows);
        }
        return smooth;
    }

    private static double[] meanAround(double[][] told, int column, int row, int columns, int rows) {
        double[] sum = new double[2];
        int count = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                double[] node = told[r * columns + c];
                if (node.length > 0) {
                    sum[0] += node[0];
                    sum[1] += node[1];
                    count++;
                }
            }
        }
        return count == 0 ? sum : new double[] {sum[0] / count, sum[1] / count};
    }

    /** What is asked of the places around a point: a step, px, or nothing. */
    private interface Question {
        double[] of(Votes votes, double x, double y);
    }

    /** What the places around a point say of the drift there. */
    private record Votes(PointGrid places, PointGrid dots, double pxPerMm) {
        /** The step that the places around a point agree on, px; empty where they do not. */
        double[] around(double x, double y) {
            List<PointPx> near = placesAround(x, y);
            if (near.size() < FEWEST) {
                return new double[0];
            }
            Steps steps = steps(near, FARTHEST_MM);
            int most = steps.agreeing(0, 0);
            if (most >= ENOUGH * near.size()) {
                return new double[2];
            }
            int every = 1 + steps.count() / MOST_ASKED;
            double[] best = {0, 0};
            for (int i = 0; i < steps.count(); i += every) {
                int count = steps.agreeing(steps.dx[i], steps.dy[i]);
                if (count > most) {
                    most = count;
                    best = new double[] {steps.dx[i], steps.dy[i]};
                }
            }
            if (most < FEWEST || most < AT_LEAST * near.size()) {
                return new double[0];
            }
            boolean asMapped = Math.hypot(best[0], best[1]) <= AGREE_MM * pxPerMm;
            return asMapped ? new double[2] : steps.centred(best[0], best[1]);
        }

        /** Mean step of the places that have a dot at once, px; empty where they are few. */
        double[] restAround(double x, double y) {
            Steps steps = steps(placesAround(x, y), AGREE_MM);
            return steps.agreeing(0, 0) < ENOUGH_FOR_MEAN ? new double[0] : steps.centred(0, 0);
        }

        private List<PointPx> placesAround(double x, double y) {
            List<PointPx> near = new ArrayList<>();
            places.within(x, y, REACH_MM * pxPerMm, i -> near.add(places.point(i)));
            return near;
        }

        private Steps steps(List<PointPx> from, double farthestMm) {
            return Steps.of(from, dots, farthestMm * pxPerMm, AGREE_MM * pxPerMm);
        }
    }

    /** Steps from places to the dots around each, px; those within a reach of each other agree. */
    private static final class Steps {
        private final double[] dx;
        private final double[] dy;
        private final double reachPx;

        private Steps(List<PointPx> steps, double reachPx) {
            this.dx = steps.stream().mapToDouble(PointPx::x).toArray();
            this.dy = steps.stream().mapToDouble(PointPx::y).toArray();
            this.reachPx = reachPx;
        }

        static Steps of(List<PointPx> places, PointGrid dots, double farthestPx, double reachPx) {
            List<PointPx> steps = new ArrayList<>();
            for (PointPx place : places) {
                dots.within(place.x(), place.y(), farthestPx, i -> {
                    PointPx dot = dots.point(i);
                    steps.add(new PointPx(dot.x() - place.x(), dot.y() - place.y()));
                });
            }
            return new Steps(steps, reachPx);
        }

        int count() {
            return dx.length;
        }

        private boolean agrees(int step, double x, double y) {
            double u = dx[step] - x;
            double v = dy[step] - y;
            return u * u + v * v <= reachPx * reachPx;
        }

        int agreeing(double x, double y) {
            int count = 0;
            for (int i = 0; i < dx.length; i++) {
                count += agrees(i, x, y) ? 1 : 0;
            }
            return count;
        }

        /** Mean of the steps that agree with one. */
        double[] centred(double x, double y) {
            double[] sum = new double[2];
            int count = 0;
            for (int i = 0; i < dx.length; i++) {
                if (agrees(i, x, y)) {
                    sum[0] += dx[i];
                    sum[1] += dy[i];
                    count++;
                }
            }
            return new double[] {sum[0] / count, sum[1] / count};
        }
    }
}
