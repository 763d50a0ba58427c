package io.stipple.phantom;

/**
 * The skin of the skull: an ellipsoid with seeded smooth bumps, so that no plain ellipsoid fits it exactly.
 *
 * <p>Head frame in mm: origin at the centre, x to the person's right, y to the front, z up. The surface is star-shaped:
 * every direction from the centre meets it once, so a unit direction names a point of it.
 */
final class HeadSurface {
    // Half axes of a mean adult head, mm: breadth 152, length 190, vertex to chin 220.
    private static final double HALF_BREADTH_MM = 76;
    private static final double HALF_LENGTH_MM = 95;
    private static final double HALF_HEIGHT_MM = 110;
    private static final int BUMPS = 9;
    private static final double BOUNDING_MM = 135;
    private static final double CLOSE_MM = 1e-9;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double SAFE_STEP = 0.7;
    private static final double LONGEST_STEP_MM = 30;
    private static final int MOST_ROUNDS = 100;

    private final double halfBreadth;
    private final double halfLength;
    private final double halfHeight;
    private final double[] bumpX = new double[BUMPS];
    private final double[] bumpY = new double[BUMPS];
    private final double[] bumpZ = new double[BUMPS];
    private final double[] bumpHeight = new double[BUMPS];
    private final double[] bumpSharpness = new double[BUMPS];

    private HeadSurface(double halfBreadth, double halfLength, double halfHeight) {
        this.halfBreadth = halfBreadth;
        this.halfLength = halfLength;
        this.halfHeight = halfHeight;
    }

    /** A person's head: sizes spread by some per cent, bumps of up to 2.5 mm, wider behind than in front. */
    static HeadSurface seeded(long seed) {
        Dice dice = new Dice(seed, "head");
        HeadSurface head = new HeadSurface(
                HALF_BREADTH_MM * dice.between(0.96, 1.04),
                HALF_LENGTH_MM * dice.between(0.96, 1.04),
                HALF_HEIGHT_MM * dice.between(0.97, 1.03));
        // Parietal eminences, brow and occiput every head has; the rest is the person's own.
        head.bump(0, new Vec(0.75, -0.35, 0.55), 0.022 * dice.between(0.6, 1.3), 6);
        head.bump(1, new Vec(-0.75, -0.35, 0.55), 0.022 * dice.between(0.6, 1.3), 6);
        head.bump(2, new Vec(0, -0.95, 0.1), 0.03 * dice.between(0.5, 1.2), 5);
        head.bump(3, new Vec(0.8, 0.6, 0.2), -0.03 * dice.between(0.6, 1.3), 5);
        head.bump(4, new Vec(-0.8, 0.6, 0.2), -0.03 * dice.between(0.6, 1.3), 5);
        for (int i = 5; i < BUMPS; i++) {
            Vec at = new Vec(dice.normal(), dice.normal(), dice.between(-0.2, 1.5));
            head.bump(i, at, dice.swing(0.018), dice.between(5, 14));
        }
        return head;
    }

    /** A sphere, for tests against analytic figures. */
    static HeadSurface sphere(double radiusMm) {
        return new HeadSurface(radiusMm, radiusMm, radiusMm);
    }

    private void bump(int i, Vec at, double height, double sharpness) {
        Vec unit = at.unit();
        bumpX[i] = unit.x();
        bumpY[i] = unit.y();
        bumpZ[i] = unit.z();
        bumpHeight[i] = height;
        bumpSharpness[i] = sharpness;
    }

    /** Distance of the surface from the centre in the unit direction, mm. */
    double radiusMm(double x, double y, double z) {
        double a = x / halfBreadth;
        double b = y / halfLength;
        double c = z / halfHeight;
        double factor = 1;
        for (int i = 0; i < BUMPS; i++) {
            double towards = x * bumpX[i] + y * bumpY[i] + z * bumpZ[i];
            if (bumpHeight[i] != 0) {
                factor += bumpHeight[i] * Math.exp(bumpSharpness[i] * (towards - 1));
            }
        }
        return factor / Math.sqrt(a * a + b * b + c * c);
    }

    /** The surface point in the unit direction. */
    Vec point(Vec direction) {
        return direction.times(radiusMm(direction.x(), direction.y(), direction.z()));
    }

    /** Outward unit normal at the surface point in the unit direction. */
    Vec normal(Vec direction) {
        Vec first = direction.anyAcross();
        Vec second = direction.cross(first);
        double step = 1e-5; // rad: 1 µm on the scalp, far below any bump and far above rounding
        Vec along = point(direction.plus(first.times(step)).unit())
                .minus(point(direction.minus(first.times(step)).unit()));
        Vec aside = point(direction.plus(second.times(step)).unit())
                .minus(point(direction.minus(second.times(step)).unit()));
        return along.cross(aside).unit();
    }

    /**
     * Where the ray first meets the surface, as a distance in units of {@code ray}; negative where it misses: then minus
     * the least height above the surface it passed at, mm.
     */
    double hit(Vec origin, Vec ray) {
        double norm = ray.length();
        Vec unit = ray.times(1 / norm);
        double middle = -origin.dot(unit);
        double off2 = origin.dot(origin) - middle * middle;
        if (off2 >= BOUNDING_MM * BOUNDING_MM) {
            return -(Math.sqrt(off2) - halfBreadth * 0.9);
        }
        double before = middle - Math.sqrt(BOUNDING_MM * BOUNDING_MM - off2);
        double earlier = before;
        double earlierHeight = height(origin, unit, earlier);
        // Below 1 over the steepest slope of the height: cannot jump over the surface.
        double t = earlier + SAFE_STEP * earlierHeight;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            double height = height(origin, unit, t);
            if (Math.abs(height) < CLOSE_MM) {
                return t / norm;
            }
            if (height < 0) {
                return between(origin, unit, earlier, t) / norm;
            }
            if (height >= earlierHeight) {
                return lowest(origin, unit, before, t, norm);
            }
            // The height along a ray is convex but for the bumps, so the secant falls short of the first root; where a
            // bump fools it, it lands inside and the root is bracketed.
            double step = Math.min(LONGEST_STEP_MM, height * (t - earlier) / (earlierHeight - height));
            before = earlier;
            earlier = t;
            earlierHeight = height;
            t += Math.max(step, CLOSE_MM);
        }
        return t / norm;
    }

    /** The root between a point above the surface and one below, by halving. */
    private double between(Vec origin, Vec unit, double from, double to) {
        double above = from;
        double below = to;
        for (int i = 0; i < 50; i++) {
            double half = (above + below) / 2;
            if (height(origin, unit, half) > 0) {
                above = half;
            } else {
                below = half;
            }
        }
        return above;
    }

    /** The ray came down and went up again: a miss by the least height between, or a hit after all. */
    private double lowest(Vec origin, Vec unit, double from, double to, double norm) {
        double low = from;
        double high = to;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double heightA = height(origin, unit, a);
        double heightB = height(origin, unit, b);
        // Round a curve of 100 mm radius the height is known to a few µm within half a millimetre of its least; only
        // where that might still be a hit is it worth more.
        while (high - low > 0.5 || (Math.min(heightA, heightB) < 0.01 && high - low > 1e-5)) {
            if (heightA < heightB) {
                high = b;
                b = a;
                heightB = heightA;
                a = high - GOLDEN * (high - low);
                heightA = height(origin, unit, a);
            } else {
                low = a;
                a = b;
                heightA = heightB;
                b = low + GOLDEN * (high - low);
                heightB = height(origin, unit, b);
            }
        }
        double least = Math.min(heightA, heightB);
        if (least > 0) {
            return -least;
        }
        return between(origin, unit, from, heightA < heightB ? a : b) / norm;
    }

    private double height(Vec origin, Vec unit, double t) {
        double x = origin.x() + t * unit.x();
        double y = origin.y() + t * unit.y();
        double z = origin.z() + t * unit.z();
        double r = Math.sqrt(x * x + y * y + z * z);
        return r - radiusMm(x / r, y / r, z / r);
    }
}
