package io.stipple.dots;

import java.util.function.DoubleUnaryOperator;

/**
 * How a candidate's light falls off from its middle, by squared distance in its own deviations; 1 in the middle. Read
 * from a table: the fits spend most of their time here.
 */
final class RadialProfile {
    private static final int PER_UNIT = 256;
    private static final int LONGEST = 64;

    /** exp(-q/2), within 5e-4, up to where less than 1 % is left. */
    static final RadialProfile GAUSSIAN = of(10, q -> Math.exp(-0.5 * q));

    private final float[] table;
    private final double reach;

    private RadialProfile(float[] table, double reach) {
        this.table = table;
        this.reach = reach;
    }

    /**
     * @param reach squared distance at which it ends, up to 64
     * @param bySquare value at a squared distance, 1 at 0
     */
    static RadialProfile of(double reach, DoubleUnaryOperator bySquare) {
        float[] table = new float[LONGEST * PER_UNIT];
        for (int i = 0; i < Math.min(table.length, reach * PER_UNIT); i++) {
            table[i] = (float) bySquare.applyAsDouble((i + 0.5) / PER_UNIT);
        }
        return new RadialProfile(table, reach);
    }

    /** Squared distance at which it ends. */
    double reach() {
        return reach;
    }

    /** Value at squared distance {@code q} from 0 on. */
    float at(double q) {
        int index = (int) (q * PER_UNIT);
        return index < table.length ? table[index] : 0;
    }
}
