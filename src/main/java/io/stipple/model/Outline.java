package io.stipple.model;

import java.util.List;

/**
 * A closed polygon on a photo, with the name of what it encloses; the last point joins the first.
 *
 * @param name of the region, such as {@code frontal}
 * @param points three or more corners, in order, px of the photo it was drawn on
 */
public record Outline(String name, List<PointPx> points) {
    public Outline {
        Check.named("name of the outline", name);
        points = List.copyOf(points);
        if (points.size() < 3) {
            throw new IllegalArgumentException("outline " + name + " has " + points.size() + " points, fewer than 3");
        }
    }
}
