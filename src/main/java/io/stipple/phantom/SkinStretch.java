package io.stipple.phantom;

/**
 * How the skin has slid over the skull in one photo, against its place at rest: a smooth field of displacements along
 * the surface.
 */
final class SkinStretch {
    private static final int WAVES = 5;

    private final HeadSurface head;
    private final double amplitudeMm;
    private final Vec[] wave = new Vec[WAVES];
    private final Vec[] push = new Vec[WAVES];
    private final double[] phase = new double[WAVES];
    private final double norm;

    /**
     * @param amplitudeMm largest displacement
     */
    SkinStretch(HeadSurface head, double amplitudeMm, Dice dice) {
        this.head = head;
        this.amplitudeMm = amplitudeMm;
        for (int i = 0; i < WAVES; i++) {
            // One to two and a half periods around the head: 70..200 mm, as skin moves when a brow is raised.
            wave[i] =
                    new Vec(dice.normal(), dice.normal(), dice.normal()).unit().times(dice.between(2.5, 6));
            push[i] = new Vec(dice.normal(), dice.normal(), dice.normal()).unit();
            phase[i] = dice.between(0, 2 * Math.PI);
        }
        double largest = 0;
        for (int i = 0; i < 400; i++) {
            Vec at = new Vec(dice.normal(), dice.normal(), dice.normal()).unit();
            largest = Math.max(largest, field(at).across(at).length());
        }
        this.norm = 1 / largest;
    }

    /** Direction at which the skin that rests at {@code rest} now lies. */
    Vec displace(Vec rest) {
        if (amplitudeMm == 0) {
            return rest;
        }
        return rest.plus(shift(rest)).unit();
    }

    /** Direction at which the skin that now lies at {@code now} rests. */
    Vec undo(Vec now) {
        if (amplitudeMm == 0) {
            return now;
        }
        Vec rest = now;
        // The field's slope is below 0.1, so each round gains a digit at least.
        for (int i = 0; i < 12; i++) {
            Vec landed = displace(rest);
            rest = rest.plus(now.minus(landed)).unit();
        }
        return rest;
    }

    private Vec shift(Vec rest) {
        double perMm = 1 / head.radiusMm(rest.x(), rest.y(), rest.z());
        return field(rest).across(rest).times(norm * amplitudeMm * perMm);
    }

    private Vec field(Vec at) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < WAVES; i++) {
            double s = Math.sin(wave[i].dot(at) + phase[i]);
            x += push[i].x() * s;
            y += push[i].y() * s;
            z += push[i].z() * s;
        }
        return new Vec(x, y, z);
    }
}
