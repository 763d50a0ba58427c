package io.stipple.model;

/** The checks that compact constructors share; each message gives name, value, unit and bound. */
public final class Check {
    private Check() {}

    /** The value, where it is neither infinite nor NaN. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", not a finite number");
        }
        return value;
    }

    /** The value, where it is finite and above 0. */
    public static double positive(String name, double value) {
        finite(name, value);
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ", not above 0");
        }
        return value;
    }

    /** The value, where it lies between the bounds or on one. */
    public static double within(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(name + " is " + value + ", outside " + lowest + ".." + highest);
        }
        return value;
    }

    /** The value, where it says something. */
    public static String named(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return value;
    }
}
