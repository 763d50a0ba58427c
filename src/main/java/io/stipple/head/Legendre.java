package io.stipple.head;

/** Products of Legendre polynomials, which tell smooth fields over a square apart by how fast they vary. */
final class Legendre {
    /** The highest order that is known here. */
    static final int HIGHEST = 4;

    private Legendre() {}

    /** How many products there are of orders {@code lowest} to {@link #HIGHEST}. */
    static int products(int lowest) {
        return (HIGHEST + 1) * (HIGHEST + 2) / 2 - lowest * (lowest + 1) / 2;
    }

    /** The polynomial of an order, 0 to 4, at a place between -1 and 1. */
    static double value(int order, double x) {
        return switch (order) {
            case 0 -> 1;
            case 1 -> x;
            case 2 -> (3 * x * x - 1) / 2;
            case 3 -> (5 * x * x - 3) * x / 2;
            default -> ((35 * x * x - 30) * x * x + 3) / 8;
        };
    }

    /** Its slope. */
    static double slope(int order, double x) {
        return switch (order) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 3 * x;
            case 3 -> (15 * x * x - 3) / 2;
            default -> (35 * x * x - 15) * x / 2;
        };
    }
}
