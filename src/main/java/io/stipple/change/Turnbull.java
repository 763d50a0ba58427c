package io.stipple.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The distribution of lifetimes known only to lie in intervals (after, until]: the maximum-likelihood one.
 *
 * <p>Turnbull (1976), "The empirical distribution function with arbitrarily grouped, censored and truncated data",
 * JRSS B 38:290–295, by self-consistency. With lifetimes known to the day it is Kaplan and Meier's estimate.
 */
final class Turnbull {
    private static final int MOST_ROUNDS = 20_000;
    private static final double SETTLED = 1e-10;

    private Turnbull() {}

    /**
     * A lifetime that ended after {@code after} and not later than {@code until}.
     *
     * @param after 0 or more
     * @param until above {@code after}; infinite where the end was not seen
     */
    record Lifetime(double after, double until) {
        Lifetime {
            if (!(after >= 0 && until > after)) {
                throw new IllegalArgumentException("lifetime from " + after + " to " + until);
            }
        }

        boolean holds(Mass mass) {
            return after <= mass.after() && mass.until() <= until;
        }
    }

    /**
     * A share of the lifetimes that ended within (after, until]; where in it, nothing tells.
     *
     * @param share 0..1
     */
    record Mass(double after, double until, double share) {}

    /** The shares in order of time; they sum to 1, the last one may reach to infinity. */
    static List<Mass> of(List<Lifetime> lifetimes) {
        List<Mass> cells = innermost(lifetimes);
        int n = cells.size();
        boolean[][] within = new boolean[lifetimes.size()][n];
        for (int i = 0; i < lifetimes.size(); i++) {
            for (int j = 0; j < n; j++) {
                within[i][j] = lifetimes.get(i).holds(cells.get(j));
            }
        }
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / Math.max(1, n));
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && moved > SETTLED; round++) {
            double[] next = expected(shares, within);
            moved = 0;
            for (int j = 0; j < n; j++) {
                moved = Math.max(moved, Math.abs(next[j] - shares[j]));
            }
            shares = next;
        }
        List<Mass> masses = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            masses.add(new Mass(cells.get(j).after(), cells.get(j).until(), shares[j]));
        }
        return masses;
    }

    private static double[] expected(double[] shares, boolean[][] within) {
        double[] next = new double[shares.length];
        for (boolean[] row : within) {
            double total = 0;
            for (int j = 0; j < shares.length; j++) {
                total += row[j] ? shares[j] : 0;
            }
            for (int j = 0; j < shares.length; j++) {
                next[j] += row[j] ? shares[j] / total / within.length : 0;
            }
        }
        return next;
    }

    /** Only between a start and the next end can the likelihood put any weight. */
    private static List<Mass> innermost(List<Lifetime> lifetimes) {
        TreeSet<Double> starts = new TreeSet<>();
        TreeSet<Double> ends = new TreeSet<>();
        for (Lifetime lifetime : lifetimes) {
            starts.add(lifetime.after());
            ends.add(lifetime.until());
        }
        List<Mass> cells = new ArrayList<>();
        for (double start : starts) {
            Double end = ends.higher(start);
            Double nextStart = starts.higher(start);
            if (end != null && (nextStart == null || nextStart >= end)) {
                cells.add(new Mass(start, end, 0));
            }
        }
        return cells;
    }
}
