package io.stipple.phantom;

/** A vector in millimetres or a direction. */
record Vec(double x, double y, double z) {
    Vec plus(Vec o) {
        return new Vec(x + o.x, y + o.y, z + o.z);
    }

    Vec minus(Vec o) {
        return new Vec(x - o.x, y - o.y, z - o.z);
    }

    Vec times(double k) {
        return new Vec(x * k, y * k, z * k);
    }

    double dot(Vec o) {
        return x * o.x + y * o.y + z * o.z;
    }

    Vec cross(Vec o) {
        return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    Vec unit() {
        return times(1 / length());
    }

    /** The part of this vector that lies in the plane across the unit vector {@code normal}. */
    Vec across(Vec normal) {
        return minus(normal.times(dot(normal)));
    }

    /** Some unit vector at right angles to this unit vector. */
    Vec anyAcross() {
        Vec helper = Math.abs(z) < 0.9 ? new Vec(0, 0, 1) : new Vec(0, 1, 0);
        return helper.across(this).unit();
    }
}
