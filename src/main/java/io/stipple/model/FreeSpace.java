package io.stipple.model;

import java.util.List;

/**
 * Where a dot still fits in a region without landing on another.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param stage whose dots stand there
 * @param spacingMm how far a new dot's centre must lie from any other's: the mean diameter of the region's dots, mm
 * @param freePct share of the region's scalp, as far as the photo shows it, where a new centre may lie, %
 * @param fits how many dots fit, each this far from the old ones and from one another, 0 or more
 * @param places for them on the view's reference photo, px, the emptiest first, so that any number from the front of the
 *     list lies evenly; no more than {@code fits}, and fewer where the list was kept short
 */
public record FreeSpace(
        String view, String region, Stage stage, double spacingMm, double freePct, int fits, List<PointPx> places) {
    public FreeSpace {
        Check.positive("spacing mm", spacingMm);
        Check.within("free %", freePct, 0, 100);
        places = List.copyOf(places);
        if (places.size() > fits) {
            throw new IllegalArgumentException(places.size() + " places where " + fits + " dots fit");
        }
    }
}
