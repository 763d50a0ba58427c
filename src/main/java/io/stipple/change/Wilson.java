package io.stipple.change;

import io.stipple.model.Interval;

/** Wilson's score interval for a share (1927, JASA 22:209–212). */
public final class Wilson {
    private Wilson() {}

    /**
     * The 95 % interval of the share that {@code successes} of {@code trials} tell of, within 0..1; all of it for no
     * trials.
     */
    public static Interval interval(double successes, double trials) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        Interval score = new ScoreInterval(trials, 0, trials, -trials).of(successes, 0);
        return new Interval(score.lo(), Math.min(1, score.hi()));
    }
}
