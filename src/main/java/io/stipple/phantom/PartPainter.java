package io.stipple.phantom;

import java.util.List;

/** Paints the body and what is worn, row by row. */
final class PartPainter {
    /** A part and the pixels it can appear in. */
    private record Boxed(BodyPart part, double left, double top, double right, double bottom) {
        static Boxed of(BodyPart part, Camera camera) {
            double[] box = part.boxPx(camera);
            return new Boxed(part, box[0], box[1], box[2], box[3]);
        }
    }

    private final Camera camera;
    private final Vec pinhole;
    private final Light light;
    private final double[] skin;
    private final double[] gain;
    private final List<Boxed> all;
    private List<Boxed> row = List.of();

    PartPainter(SkinView view, Light light, double[] skin, double[] gain, List<BodyPart> parts) {
        this.camera = view.camera();
        this.pinhole = view.pinhole();
        this.light = light;
        this.skin = skin;
        this.gain = gain;
        this.all = parts.stream().map(part -> Boxed.of(part, camera)).toList();
    }

    /** Readies the row for {@link #paint}. */
    void row(int y) {
        row = all.stream().filter(part -> part.top <= y && y <= part.bottom).toList();
    }

    /**
     * Paints the nearest part before {@code headDepth} and returns whether there is one.
     *
     * @param line the photo's row, R, G, B by pixel
     * @param headDepth distance of the head along the pixel's ray, infinite where there is none
     */
    boolean paint(float[] line, int x, int y, double headDepth) {
        if (row.isEmpty()) {
            return false;
        }
        BodyPart nearest = null;
        double depth = headDepth;
        Vec ray = camera.ray(x, y);
        for (Boxed boxed : row) {
            double hit = x < boxed.left || x > boxed.right ? Double.NaN : boxed.part.hit(pinhole, ray);
            if (hit > 0 && hit < depth) {
                depth = hit;
                nearest = boxed.part;
            }
        }
        if (nearest == null) {
            return false;
        }
        Vec point = pinhole.plus(ray.times(depth));
        double lit = light.diffuse(nearest.normal(point)) * nearest.texture(point);
        double[] rgb = nearest.isSkin() ? skin : nearest.rgb();
        for (int k = 0; k < 3; k++) {
            line[3 * x + k] = (float) (rgb[k] * gain[k] * lit);
        }
        return true;
    }
}
