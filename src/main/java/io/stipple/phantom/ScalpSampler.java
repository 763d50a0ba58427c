package io.stipple.phantom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Points strewn over the scalp evenly by area, no two nearer than asked. */
final class ScalpSampler {
    private static final double CELL_MM = 1.5;

    private final HeadSurface head;
    private final Map<Long, List<Vec>> taken = new HashMap<>();

    ScalpSampler(HeadSurface head) {
        this.head = head;
    }

    /** A random direction of the band between two angles from the vertex, even by area of skin. */
    Vec draw(Dice dice, double fromDeg, double toDeg) {
        return draw(dice, fromDeg, toDeg, -180, 180);
    }

    /** A random direction of a sector in polar coordinates around the vertex, even by area of skin. */
    Vec draw(Dice dice, double fromDeg, double toDeg, double leftDeg, double rightDeg) {
        double low = Math.cos(Math.toRadians(toDeg));
        double high = Math.cos(Math.toRadians(fromDeg));
        while (true) {
            double polar = Math.toDegrees(Math.acos(dice.between(low, high)));
            Vec direction = ScalpRegion.direction(polar, dice.between(leftDeg, rightDeg));
            double share = areaPerSteradian(direction) / 16000; // mm²/sr: above 110² over the slant anywhere
            if (dice.chance(Math.min(1, share))) {
                return direction;
            }
        }
    }

    /** Scalp area per solid angle, mm²/sr. */
    double areaPerSteradian(Vec direction) {
        double radius = head.radiusMm(direction.x(), direction.y(), direction.z());
        return radius * radius / head.normal(direction).dot(direction);
    }

    /** Area of the part of a band where {@code inside} holds, cm²; by a fine sum over polar coordinates. */
    double areaCm2(double fromDeg, double toDeg, Predicate<Vec> inside) {
        double stepDeg = 1;
        double sum = 0;
        for (double polar = fromDeg + stepDeg / 2; polar < toDeg; polar += stepDeg) {
            double solid = Math.toRadians(stepDeg) * Math.toRadians(stepDeg) * Math.sin(Math.toRadians(polar));
            for (double azimuth = -180 + stepDeg / 2; azimuth < 180; azimuth += stepDeg) {
                Vec direction = ScalpRegion.direction(polar, azimuth);
                if (inside.test(direction)) {
                    sum += solid * areaPerSteradian(direction);
                }
            }
        }
        return sum / 100;
    }

    /** Whether no taken place is nearer than {@code spacingMm}. */
    boolean isFree(Vec direction, double spacingMm) {
        return free(head.point(direction), spacingMm);
    }

    /** Takes the place for good unless another taken place is nearer than {@code spacingMm}. */
    boolean take(Vec direction, double spacingMm) {
        Vec point = head.point(direction);
        if (!free(point, spacingMm)) {
            return false;
        }
        takeAnyway(direction);
        return true;
    }

    void takeAnyway(Vec direction) {
        Vec point = head.point(direction);
        taken.computeIfAbsent(key(cell(point.x()), cell(point.y()), cell(point.z())), k -> new ArrayList<>())
                .add(point);
    }

    private boolean free(Vec point, double spacingMm) {
        int reach = (int) Math.ceil(spacingMm / CELL_MM);
        for (int dx = -reach; dx <= reach; dx++) {
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dz = -reach; dz <= reach; dz++) {
                    long key = key(cell(point.x()) + dx, cell(point.y()) + dy, cell(point.z()) + dz);
                    for (Vec other : taken.getOrDefault(key, List.of())) {
                        if (other.minus(point).length() < spacingMm) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static long cell(double mm) {
        return (long) Math.floor(mm / CELL_MM) + 1000;
    }

    private static long key(long x, long y, long z) {
        return (x << 40) | (y << 20) | z;
    }
}
