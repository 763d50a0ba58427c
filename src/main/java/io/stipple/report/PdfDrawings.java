package io.stipple.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Line drawings of a PDF: the template names one by number in an {@code object} element, and it stays lines in the file. */
final class PdfDrawings implements FSObjectDrawerFactory {
    private static final String TYPE = "stipple/drawing";

    private final List<Drawing> drawings = new ArrayList<>();

    /** Draws into the rectangle from (0, 0) to the given width and height. */
    interface Drawing {
        void draw(Graphics2D canvas, double width, double height);
    }

    /** The number by which the template names it. */
    String add(Drawing drawing) {
        drawings.add(drawing);
        return Integer.toString(drawings.size() - 1);
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getTagName().equals("object")
                && element.getAttribute("type").equals(TYPE);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        Drawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data")));
        return new FSObjectDrawer() {
            @Override
            public @Nullable Map<Shape, String> drawObject(
                    Element at,
                    double x,
                    double y,
                    double width,
                    double height,
                    OutputDevice device,
                    RenderingContext context,
                    int dotsPerPixel) {
                double wide = width / dotsPerPixel;
                double high = height / dotsPerPixel;
                device.drawWithGraphics(
                        (float) x, (float) y, (float) wide, (float) high, canvas -> drawing.draw(canvas, wide, high));
                return null;
            }
        };
    }
}
