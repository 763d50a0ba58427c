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
        double dx = ray.x() / norm;
        double dy = ray.y() / norm;
        double dz = ray.z() / norm;
        double middle = -(origin.x() * dx + origin.y() * dy + origin.z() * dz);
        double off2 = origin.dot(origin) - middle * middle;
        if (off2 >= BOUNDING_MM * BOUNDING_MM) {
            return -(Math.sqrt(off2) - halfBreadth * 0.9);
        }
        double t = middle - Math.sqrt(BOUNDING_MM * BOUNDING_MM - off2);
        double previousT = t;
        double previous = Double.NaN;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            double height = height(origin.x() + t * dx, origin.y() + t * dy, origin.z() + t * dz);
            if (Math.abs(height) < CLOSE_MM) {
                return t / norm;
            }
            least = Math.min(least, height);
            if (t > middle + BOUNDING_MM) {
                break;
            }
            double step = 0.8 * height; // below 1 over the steepest slope of the height, so it cannot jump over
            if (height < 3 && !Double.isNaN(previous) && previous > height) {
                double secant = height * (t - previousT) / (previous - height);
                if (secant < 4 * Math.abs(height) + 1e-6) {
                    step = secant;
                }
            }
            previous = height;
            previousT = t;
            if (height > 0 && step < 1e-4 && height > 1e-3) {
                step = 1e-4;
            }
            t += step;
        }
        return -Math.max(least, 1e-6);
    }

    private double height(double x, double y, double z) {
        double r = Math.sqrt(x * x + y * y + z * z);
        return r - radiusMm(x / r, y / r, z / r);
    }
}
