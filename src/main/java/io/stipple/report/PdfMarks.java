package io.stipple.report;

import io.stipple.model.Fate;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Outlines of regions and dots by fate, drawn over a picture of the frame. Colour and shape both tell the fate (Okabe
 * and Ito 2008), as on the page.
 */
record PdfMarks(Frame frame, List<Outline> outlines, List<TrackedDot> dots) implements PdfDrawings.Drawing {
    private static final Color NEW = new Color(0xf0e442);
    private static final Color KEPT = new Color(0x56b4e9);
    private static final Color LAST_SEEN = new Color(0xd55e00);
    private static final Color DARK = new Color(0x1b2026);

    /** Half a mark's size and its line, as shares of the picture's width: small enough that crowded dots stay apart. */
    private static final double REACH = 0.0026;

    private static final double LINE = 0.0009;

    @Override
    public void draw(Graphics2D canvas, double width, double height) {
        double scale = width / frame.width();
        double reach = REACH * width;
        float line = (float) (LINE * width);
        canvas.setStroke(new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        canvas.setColor(KEPT);
        canvas.draw(marks(Fate.KEPT, scale, reach));
        canvas.setColor(NEW);
        canvas.draw(marks(Fate.NEW, scale, reach));
        canvas.setColor(LAST_SEEN);
        canvas.draw(marks(Fate.LAST_SEEN, scale, reach));
        Path2D regions = regions(scale);
        canvas.setColor(DARK);
        canvas.setStroke(new BasicStroke(4 * line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        canvas.draw(regions);
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(2 * line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        canvas.draw(regions);
    }

    private Path2D marks(Fate fate, double scale, double reach) {
        Path2D path = new Path2D.Double();
        for (TrackedDot dot : dots) {
            // A pixel's centre is at its whole number, the frame's edge half a pixel before it.
            double x = (dot.reference().x() + 0.5 - frame.x()) * scale;
            double y = (dot.reference().y() + 0.5 - frame.y()) * scale;
            boolean inside = x >= 0 && y >= 0 && x <= frame.width() * scale && y <= frame.height() * scale;
            if (dot.fate() == fate && inside) {
                mark(path, fate, x, y, reach);
            }
        }
        return path;
    }

    private static void mark(Path2D path, Fate fate, double x, double y, double reach) {
        switch (fate) {
            case NEW -> polygon(path, x, y, reach * 1.2, 4);
            case KEPT -> polygon(path, x, y, reach, 8);
            case LAST_SEEN -> {
                path.moveTo(x - reach, y - reach);
                path.lineTo(x + reach, y + reach);
                path.moveTo(x - reach, y + reach);
                path.lineTo(x + reach, y - reach);
            }
        }
    }

    private static void polygon(Path2D path, double x, double y, double radius, int corners) {
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double cornerX = x + radius * Math.cos(angle);
            double cornerY = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
    }

    private Path2D regions(double scale) {
        Path2D path = new Path2D.Double();
        for (Outline outline : outlines) {
            boolean first = true;
            for (PointPx point : outline.points()) {
                double x = (point.x() + 0.5 - frame.x()) * scale;
                double y = (point.y() + 0.5 - frame.y()) * scale;
                if (first) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                first = false;
            }
            path.closePath();
        }
        return path;
    }
}
