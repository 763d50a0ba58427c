package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Outline;
import io.stipple.model.PhotoRow;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.ViewRecord;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a view's reference photo that the report shows: the scalp with a margin, so that no byte goes to the room
 * behind. All of it in px of the reference photo.
 *
 * @param photoWidth of the whole reference photo
 * @param photoHeight of the whole reference photo
 * @param x of the left edge
 * @param y of the upper edge
 * @param width shown
 * @param height shown
 */
record Frame(int photoWidth, int photoHeight, int x, int y, int width, int height) {
    /** Enough that an outline's line and the hairline's surroundings stay in the picture. */
    private static final double MARGIN = 0.03;

    Frame {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > photoWidth || y + height > photoHeight) {
            throw new IllegalArgumentException("frame " + width + " x " + height + " px at (" + x + ", " + y
                    + ") leaves the photo of " + photoWidth + " x " + photoHeight + " px");
        }
    }

    /** What to show of a view; empty where the record does not say how large the reference photo is. */
    static Optional<Frame> of(CaseRecord record, ViewRecord view) {
        return record.photos().stream()
                .filter(photo ->
                        photo.view().equals(view.view()) && photo.stage().equals(view.reference()))
                .filter(photo -> photo.widthPx() != null && photo.heightPx() != null)
                .min(Comparator.comparing(photo -> photo.registration() != RegistrationVerdict.REFERENCE))
                .map(photo -> around(view, photo));
    }

    private static Frame around(ViewRecord view, PhotoRow photo) {
        Integer width = photo.widthPx();
        Integer height = photo.heightPx();
        if (width == null || height == null) {
            throw new IllegalArgumentException("photo " + photo.photo() + " has no size");
        }
        Outline head = view.headOutline();
        if (head == null) {
            return new Frame(width, height, 0, 0, width, height);
        }
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (PointPx point : (Iterable<PointPx>) corners(view, head)::iterator) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        double margin = MARGIN * Math.max(right - left, bottom - top);
        int x = (int) Math.max(0, Math.floor(left - margin));
        int y = (int) Math.max(0, Math.floor(top - margin));
        int endX = (int) Math.min(width, Math.ceil(right + margin) + 1);
        int endY = (int) Math.min(height, Math.ceil(bottom + margin) + 1);
        if (endX <= x || endY <= y) {
            return new Frame(width, height, 0, 0, width, height);
        }
        return new Frame(width, height, x, y, endX - x, endY - y);
    }

    private static Stream<PointPx> corners(ViewRecord view, Outline head) {
        return Stream.concat(
                head.points().stream(), view.regions().stream().flatMap(region -> region.points().stream()));
    }
}
