package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.ViewRecord;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Pictures for {@code share.html}: outside the treated scalp there is nothing left in them, whatever a page does with
 * them.
 */
final class SharePictures {
    private static final Color BLANK = Color.WHITE;

    /** Two to a row on a laptop, and sharp enough for a phone held close. */
    private static final ReportPictures.Settings SIZES =
            new ReportPictures.Settings(1400, 640, 5_000_000, 420_000, 0.86f, 0.62f);

    private final ReportPictures pictures;

    SharePictures(int count) {
        pictures = new ReportPictures(SIZES, count);
    }

    /** The box around an area, in the view's reference photo; empty where the record does not say how large that is. */
    static Optional<Frame> around(Geometry area, CaseRecord record, ViewRecord view) {
        return Frame.of(record, view).flatMap(whole -> {
            Envelope box = area.getEnvelopeInternal();
            int left = (int) Math.max(0, Math.floor(box.getMinX()));
            int top = (int) Math.max(0, Math.floor(box.getMinY()));
            int right = (int) Math.min(whole.photoWidth(), Math.ceil(box.getMaxX()) + 1);
            int bottom = (int) Math.min(whole.photoHeight(), Math.ceil(box.getMaxY()) + 1);
            return right <= left || bottom <= top
                    ? Optional.empty()
                    : Optional.of(
                            new Frame(whole.photoWidth(), whole.photoHeight(), left, top, right - left, bottom - top));
        });
    }

    /** A stage's picture; blank wherever the area is not. */
    ReportPictures.Picture picture(Path aligned, Frame frame, Geometry area) throws IOException {
        BufferedImage framed = ReportPictures.framed(aligned, frame);
        blank(framed, frame, area);
        return pictures.large(framed);
    }

    private static void blank(BufferedImage picture, Frame frame, Geometry area) {
        double scaleX = (double) picture.getWidth() / frame.width();
        double scaleY = (double) picture.getHeight() / frame.height();
        Path2D shown = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Coordinate[] ring : ScalpArea.rings(area)) {
            for (int i = 0; i + 1 < ring.length; i++) {
                // A pixel's centre is at its whole number, the frame's edge half a pixel before it.
                double x = (ring[i].x + 0.5 - frame.x()) * scaleX;
                double y = (ring[i].y + 0.5 - frame.y()) * scaleY;
                if (i == 0) {
                    shown.moveTo(x, y);
                } else {
                    shown.lineTo(x, y);
                }
            }
            shown.closePath();
        }
        Area hidden = new Area(new Rectangle2D.Double(0, 0, picture.getWidth(), picture.getHeight()));
        hidden.subtract(new Area(shown));
        Graphics2D ink = picture.createGraphics();
        ink.setColor(BLANK);
        ink.fill(hidden);
        ink.dispose();
    }
}
