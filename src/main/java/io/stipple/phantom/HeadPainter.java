package io.stipple.phantom;

import java.util.List;
import org.opencv.core.Mat;

/**
 * Paints the head, lit, over the room, in linear light.
 *
 * <p>The surface is met by rays on a coarse grid and carried to the pixels by cubic interpolation (Keys 1981), which
 * leaves well under a hundredth of a pixel inside the outline; at the rim every pixel has its own ray.
 */
final class HeadPainter {
    // Share of each colour that pigment, melanin and blood take, against their optical density in green.
    static final double[] PIGMENT = {1.05, 1.0, 0.93};
    private static final double[] MELANIN = {0.65, 1.0, 1.35};
    private static final double[] BLOOD = {0.12, 1.0, 0.8};
    private static final double[] HAIR = {0.022, 0.017, 0.013};

    private static final int CHANNELS = 8;
    private static final int DEPTH = 0;
    private static final int U = 1;
    private static final int V = 2;
    private static final int DIFFUSE = 3;
    private static final int GLOSS = 4;
    private static final int SLOPE_U = 5;
    private static final int SLOPE_V = 6;
    private static final int COSINE = 7;

    private static final int STEP = 8;
    // Below this cosine the surface bends away too fast for the grid.
    private static final double GRID_COSINE = 0.12;

    // A node that misses the head by more has none in its cells: their diagonal, and a reserve as heights above the
    // bumps are not quite distances.
    private static final double FAR_PX = 1.42 * 1.3 * STEP;

    private final SkinView view;
    private final SkinAtlas atlas;
    private final Light light;
    private final double[] skin;
    private final double[] gain;
    private final List<BodyPart> parts;
    private final Canvas pigment;
    private final Canvas hair;
    private final Canvas blood;
    private final int bloodShrink;

    /**
     * @param skin linear colour of the plain skin
     * @param gain exposure and white balance per channel
     * @param pigment optical density of dots, over the head's box
     * @param hair share of each pixel covered by hair, over the same box
     * @param blood extra optical density of blood, over the same box shrunk
     * @param bloodShrink by this factor
     */
    HeadPainter(
            SkinView view,
            SkinAtlas atlas,
            Light light,
            double[] skin,
            double[] gain,
            List<BodyPart> parts,
            Canvas pigment,
            Canvas hair,
            Canvas blood,
            int bloodShrink) {
        this.view = view;
        this.atlas = atlas;
        this.light = light;
        this.skin = skin;
        this.gain = gain;
        this.parts = parts;
        this.pigment = pigment;
        this.hair = hair;
        this.blood = blood;
        this.bloodShrink = bloodShrink;
    }

    /** Paints into {@code photo}, CV_32FC3, R, G, B, linear. */
    void paint(Mat photo) {
        int columns = pigment.width / STEP + 4;
        int rows = pigment.height / STEP + 4;
        double[][] nodes = new double[rows * columns][];
        boolean[] far = new boolean[rows * columns];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                Seen node = seen(nodeX(i), nodeY(j));
                nodes[j * columns + i] = node.orGrid();
                far[j * columns + i] = node.missPx > FAR_PX;
            }
        }
        float[] line = new float[photo.cols() * 3];
        double[][] column = new double[columns][CHANNELS];
        double[] at = new double[CHANNELS];
        Vec pinhole = view.pinhole();
        List<Boxed> boxes = boxed();
        for (int y = 0; y < photo.rows(); y++) {
            photo.get(y, 0, line);
            int thisRow = y;
            List<Boxed> row = boxes.stream()
                    .filter(box -> box.top <= thisRow && thisRow <= box.bottom)
                    .toList();
            boolean inBox = y >= pigment.top && y < pigment.top + pigment.height;
            boolean[] smooth = inBox ? blendColumns(nodes, columns, y, column) : new boolean[0];
            for (int x = 0; x < photo.cols(); x++) {
                double depth = Double.NaN;
                double cover = 0;
                if (inBox && x >= pigment.left && x < pigment.left + pigment.width && !emptyCell(far, columns, x, y)) {
                    if (blendRow(column, smooth, x, at)) {
                        cover = 1;
                        depth = at[DEPTH];
                    } else {
                        Seen rim = seen(x, y);
                        cover = rim.cover;
                        depth = rim.channels[DEPTH];
                        System.arraycopy(rim.channels, 0, at, 0, CHANNELS);
                    }
                }
                boolean hidden = !row.isEmpty()
                        && paintPart(
                                line,
                                x,
                                view.camera().ray(x, y),
                                pinhole,
                                cover > 0.5 ? depth : Double.POSITIVE_INFINITY,
                                row);
                if (cover > 0 && !hidden) {
                    paintSkin(line, x, y, at, cover);
                } else if (inBox && !hidden && x >= pigment.left && x < pigment.left + pigment.width) {
                    paintHairBeyond(line, x, y);
                }
            }
            photo.put(y, 0, line);
        }
    }

    private boolean emptyCell(boolean[] far, int columns, int x, int y) {
        int k = ((y - pigment.top) / STEP + 1) * columns + (x - pigment.left) / STEP + 1;
        return far[k] || far[k + 1] || far[k + columns] || far[k + columns + 1];
    }

    private double nodeX(int i) {
        return pigment.left + (i - 1) * (double) STEP;
    }

    private double nodeY(int j) {
        return pigment.top + (j - 1) * (double) STEP;
    }

    /** What one ray sees of the head: its channels and the share of the pixel that is head. */
    private static final class Seen {
        final double[] channels = new double[CHANNELS];
        double cover;
        double missPx;

        /** The channels, or an empty array where the grid must not be used. */
        double[] orGrid() {
            return cover == 1 && channels[COSINE] > GRID_COSINE ? channels : new double[0];
        }
    }

    private Seen seen(double x, double y) {
        Seen seen = new Seen();
        double hit = view.hit(x, y);
        if (hit < 0) {
            // Just missed: the pixel is head for the part that the outline still reaches into.
            double missPx =
                    -hit * view.camera().focalPx() / view.camera().headCentre().z();
            if (missPx >= 1) {
                return seen;
            }
            seen.cover = 1 - missPx;
            hit = view.camera().headCentre().z();
        } else {
            seen.cover = 1;
        }
        Vec point = view.pointAt(x, y, hit);
        Vec direction = point.unit();
        Vec normal = view.head().normal(direction);
        Vec sight = view.pinhole().minus(point).unit();
        Vec rest = view.rest(point);
        double[] c = seen.channels;
        c[DEPTH] = hit;
        c[U] = atlas.u(rest);
        c[V] = atlas.v(rest);
        c[DIFFUSE] = light.diffuse(normal);
        c[GLOSS] = light.gloss(normal, sight);
        c[SLOPE_U] = light.slope(atlas.right().across(normal));
        c[SLOPE_V] = light.slope(atlas.down().across(normal));
        c[COSINE] = normal.dot(sight);
        return seen;
    }

    private boolean[] blendColumns(double[][] nodes, int columns, int y, double[][] column) {
        int j = (y - pigment.top) / STEP + 1;
        double[] w = CubicGrid.weights(((y - pigment.top) % STEP) / (double) STEP);
        boolean[] smooth = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            double[] a = nodes[(j - 1) * columns + i];
            double[] b = nodes[j * columns + i];
            double[] c = nodes[(j + 1) * columns + i];
            double[] d = nodes[(j + 2) * columns + i];
            smooth[i] = a.length > 0 && b.length > 0 && c.length > 0 && d.length > 0;
            if (smooth[i]) {
                for (int k = 0; k < CHANNELS; k++) {
                    column[i][k] = w[0] * a[k] + w[1] * b[k] + w[2] * c[k] + w[3] * d[k];
                }
            }
        }
        return smooth;
    }

    private boolean blendRow(double[][] column, boolean[] smooth, int x, double[] at) {
        int i = (x - pigment.left) / STEP + 1;
        if (!smooth[i - 1] || !smooth[i] || !smooth[i + 1] || !smooth[i + 2]) {
            return false;
        }
        double[] w = ROW_WEIGHTS[(x - pigment.left) % STEP];
        for (int k = 0; k < CHANNELS; k++) {
            at[k] = w[0] * column[i - 1][k] + w[1] * column[i][k] + w[2] * column[i + 1][k] + w[3] * column[i + 2][k];
        }
        return true;
    }

    private static final double[][] ROW_WEIGHTS = new double[STEP][];

    static {
        for (int i = 0; i < STEP; i++) {
            ROW_WEIGHTS[i] = CubicGrid.weights(i / (double) STEP);
        }
    }

    private boolean paintPart(float[] line, int x, Vec ray, Vec pinhole, double headDepth, List<Boxed> row) {
        BodyPart nearest = null;
        double depth = headDepth;
        for (Boxed boxed : row) {
            if (x < boxed.left || x > boxed.right) {
                continue;
            }
            double hit = boxed.part.hit(pinhole, ray);
            if (hit > 0 && hit < depth) {
                depth = hit;
                nearest = boxed.part;
            }
        }
        if (nearest == null) {
            return false;
        }
        Vec point = pinhole.plus(ray.times(depth));
        Vec normal = nearest.normal(point);
        double lit = light.diffuse(normal) * nearest.texture(point);
        double[] rgb = nearest.isSkin() ? skin : nearest.rgb();
        for (int k = 0; k < 3; k++) {
            line[3 * x + k] = (float) (rgb[k] * gain[k] * lit);
        }
        return true;
    }

    /** A part and the pixels it can appear in. */
    private record Boxed(BodyPart part, double left, double top, double right, double bottom) {}

    private List<Boxed> boxed() {
        return parts.stream()
                .map(part -> {
                    double[] box = part.boxPx(view.camera());
                    return new Boxed(part, box[0], box[1], box[2], box[3]);
                })
                .toList();
    }

    /** Hair that stands out over the room. */
    private void paintHairBeyond(float[] line, int x, int y) {
        double covered = hair.values[(y - pigment.top) * pigment.width + x - pigment.left];
        for (int k = 0; k < 3; k++) {
            line[3 * x + k] += (float) (covered * (HAIR[k] * gain[k] - line[3 * x + k]));
        }
    }

    private void paintSkin(float[] line, int x, int y, double[] at, double cover) {
        int size = atlas.size();
        double u = Math.max(0, Math.min(size - 1.001, at[U]));
        double v = Math.max(0, Math.min(size - 1.001, at[V]));
        int iu = (int) u;
        int iv = (int) v;
        double fu = u - iu;
        double fv = v - iv;
        int base = iv * size + iu;
        double relief =
                at[SLOPE_U] * sample(atlas.slopeU, base, fu, fv) + at[SLOPE_V] * sample(atlas.slopeV, base, fu, fv);
        double diffuse = Math.max(0.03, at[DIFFUSE] - relief);
        double melanin = sample(atlas.melanin, base, fu, fv);
        int i = (y - pigment.top) * pigment.width + x - pigment.left;
        double red = sample(atlas.blood, base, fu, fv) + bloodAt(x, y);
        double od = pigment.values[i];
        // Sebum lies in the furrows and between them unevenly: gloss glitters with the relief.
        double gloss = at[GLOSS] * Math.max(0, 1 + 6 * relief);
        double covered = hair.values[i];
        for (int k = 0; k < 3; k++) {
            double skinLight =
                    skin[k] * diffuse * Math.exp(-(MELANIN[k] * melanin + BLOOD[k] * red + PIGMENT[k] * od)) + gloss;
            double seen = gain[k] * (skinLight * (1 - covered) + covered * (HAIR[k] * diffuse + 0.3 * gloss));
            line[3 * x + k] += (float) (cover * (seen - line[3 * x + k]));
        }
    }

    private double sample(float[] chart, int base, double fu, double fv) {
        int below = base + atlas.size();
        double upper = chart[base] + fu * (chart[base + 1] - chart[base]);
        double lower = chart[below] + fu * (chart[below + 1] - chart[below]);
        return upper + fv * (lower - upper);
    }

    private double bloodAt(int x, int y) {
        double u = Math.min(blood.width - 1.001, (x - pigment.left) / (double) bloodShrink);
        double v = Math.min(blood.height - 1.001, (y - pigment.top) / (double) bloodShrink);
        int base = ((int) v) * blood.width + ((int) u);
        double fu = u - (int) u;
        double fv = v - (int) v;
        float[] b = blood.values;
        double upper = b[base] + fu * (b[base + 1] - b[base]);
        double lower = b[base + blood.width] + fu * (b[base + blood.width + 1] - b[base + blood.width]);
        return upper + fv * (lower - upper);
    }
}
