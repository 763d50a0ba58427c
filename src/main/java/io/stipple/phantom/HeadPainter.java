package io.stipple.phantom;

import org.opencv.core.Mat;

/** Paints the head, lit, with all that is on and in its skin, over the room, in linear light. */
final class HeadPainter {
    // Share of each colour that pigment, melanin and blood take, against their optical density in green.
    static final double[] PIGMENT = {1.05, 1.0, 0.93};
    private static final double[] MELANIN = {0.65, 1.0, 1.35};
    private static final double[] BLOOD = {0.12, 1.0, 0.8};
    // Linear colour of a dark brown shaft.
    private static final double[] HAIR = {0.022, 0.017, 0.013};
    private static final double DEEPEST_SHADE = 0.03;
    // Gloss glitters with the relief: how much more of it per unit of light that the relief adds.
    private static final double GLITTER = 6;
    private static final double HAIR_GLOSS = 0.3;

    private final Shot shot;
    private final SkinAtlas atlas;
    private final double[] skin;
    private final Canvas pigment;
    private final Canvas hair;
    private final Canvas blood;
    private final int bloodShrink;

    /**
     * @param skin linear colour of the plain skin
     * @param pigment optical density of dots, over the head's box
     * @param hair share of each pixel covered by hair, over the same box
     * @param blood extra optical density of blood, over the same box shrunk
     * @param bloodShrink by this factor
     */
    HeadPainter(Shot shot, SkinAtlas atlas, double[] skin, Canvas pigment, Canvas hair, Canvas blood, int bloodShrink) {
        this.shot = shot;
        this.atlas = atlas;
        this.skin = skin;
        this.pigment = pigment;
        this.hair = hair;
        this.blood = blood;
        this.bloodShrink = bloodShrink;
    }

    /** Paints into {@code photo}, CV_32FC3, R, G, B, linear. */
    void paint(Mat photo) {
        SkinRaster raster = new SkinRaster(shot.view(), atlas, shot.light(), pigment);
        PartPainter parts = new PartPainter(shot.view(), shot.light(), skin, shot.gain(), shot.parts());
        int width = photo.cols();
        float[] line = new float[width * 3];
        double[] seen = new double[SkinRaster.CHANNELS];
        for (int y = 0; y < photo.rows(); y++) {
            photo.get(y, 0, line);
            boolean rowInBox = y >= pigment.top && y < pigment.top + pigment.height;
            parts.row(y);
            if (rowInBox) {
                raster.row(y);
            }
            for (int x = 0; x < width; x++) {
                boolean inBox = rowInBox && x >= pigment.left && x < pigment.left + pigment.width;
                double cover = inBox ? raster.at(x, y, seen) : 0;
                boolean hidden =
                        parts.paint(line, x, y, cover > 0.5 ? seen[SkinRaster.DEPTH] : Double.POSITIVE_INFINITY);
                if (inBox && !hidden) {
                    if (cover > 0) {
                        paintSkin(line, x, y, seen, cover);
                    } else {
                        paintHairBeyond(line, x, y);
                    }
                }
            }
            photo.put(y, 0, line);
        }
    }

    /** Hair that stands out over the room. */
    private void paintHairBeyond(float[] line, int x, int y) {
        double covered = hair.values[(y - pigment.top) * pigment.width + x - pigment.left];
        for (int k = 0; k < 3; k++) {
            line[3 * x + k] += (float) (covered * (HAIR[k] * shot.gain()[k] - line[3 * x + k]));
        }
    }

    private void paintSkin(float[] line, int x, int y, double[] at, double cover) {
        int size = atlas.size();
        double u = Math.max(0, Math.min(size - 1.001, at[SkinRaster.U]));
        double v = Math.max(0, Math.min(size - 1.001, at[SkinRaster.V]));
        int base = ((int) v) * size + (int) u;
        double fu = u - (int) u;
        double fv = v - (int) v;
        double relief = at[SkinRaster.SLOPE_U] * blend(atlas.slopeU, size, base, fu, fv)
                + at[SkinRaster.SLOPE_V] * blend(atlas.slopeV, size, base, fu, fv);
        double diffuse = Math.max(DEEPEST_SHADE, at[SkinRaster.DIFFUSE] - relief);
        double melanin = blend(atlas.melanin, size, base, fu, fv);
        double red = blend(atlas.blood, size, base, fu, fv) + bloodAt(x, y);
        int i = (y - pigment.top) * pigment.width + x - pigment.left;
        double od = pigment.values[i];
        double covered = hair.values[i];
        double gloss = at[SkinRaster.GLOSS] * Math.max(0, 1 + GLITTER * relief);
        for (int k = 0; k < 3; k++) {
            // Pigment lies in the skin, gloss on it: light mirrored off a dot is not dimmed.
            double taken = Math.exp(-(MELANIN[k] * melanin + BLOOD[k] * red + PIGMENT[k] * od));
            double bare = skin[k] * diffuse * taken + gloss;
            double shaft = HAIR[k] * diffuse + HAIR_GLOSS * gloss;
            double seen = shot.gain()[k] * (bare + covered * (shaft - bare));
            line[3 * x + k] += (float) (cover * (seen - line[3 * x + k]));
        }
    }

    private double bloodAt(int x, int y) {
        double u = Math.min(blood.width - 1.001, (x - pigment.left) / (double) bloodShrink);
        double v = Math.min(blood.height - 1.001, (y - pigment.top) / (double) bloodShrink);
        int base = ((int) v) * blood.width + (int) u;
        return blend(blood.values, blood.width, base, u - (int) u, v - (int) v);
    }

    private static double blend(float[] values, int width, int base, double fu, double fv) {
        int below = base + width;
        double upper = values[base] + fu * (values[base + 1] - values[base]);
        double lower = values[below] + fu * (values[below + 1] - values[below]);
        return upper + fv * (lower - upper);
    }
}
