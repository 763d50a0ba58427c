package io.stipple.phantom;

import java.util.SplittableRandom;

/** Seeded chance. Each part of a case throws its own dice, so that a new part leaves the others as they were. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, Object... path) {
        long mixed = mix(seed);
        for (Object step : path) {
            // Strings hash alike on every JVM; enums do not, so they go by name.
            mixed = mix(mixed ^ step.toString().hashCode() * 0x9E3779B97F4A7C15L);
        }
        this.random = new SplittableRandom(mixed);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform size between 40 % and 100 % of {@code largest}, either sign: a change that is really there. */
    double swing(double largest) {
        double size = between(0.4, 1) * largest;
        return random.nextBoolean() ? size : -size;
    }

    /** Normal with mean 0 and standard deviation 1, by Box and Muller: the same on every JDK. */
    double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** 1 times a log-normal of the given relative spread. */
    double spread(double relative) {
        return Math.exp(relative * normal());
    }

    /** True with the given probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** 0 (inclusive) to {@code bound} (exclusive). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** 64 random bits. */
    long bits() {
        return random.nextLong();
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
