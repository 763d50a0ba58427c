package io.stipple.head;

/** A direction or place in a camera's frame: x right, y down, z away from the camera. */
record Vec3(double x, double y, double z) {
    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec3 times(double factor) {
        return new Vec3(factor * x, factor * y, factor * z);
    }

    Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 unit() {
        return times(1 / length());
    }

    Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }
}
