package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.Optional;

/** What is true of one photo. */
public final class PhotoTruth {
    private final TruthData data;
    private final TruthData.View view;
    private final TruthData.Photo photo;

    PhotoTruth(TruthData data, TruthData.View view, TruthData.Photo photo) {
        this.data = data;
        this.view = view;
        this.photo = photo;
    }

    TruthData.Photo photo() {
        return photo;
    }

    TruthData.View view() {
        return view;
    }

    /** Its path below the case folder. */
    public String file() {
        return photo.file();
    }

    public int widthPx() {
        return photo.widthPx();
    }

    public int heightPx() {
        return photo.heightPx();
    }

    /** Pixels per mm at the point of the scalp nearest to the camera. */
    public double pxPerMm() {
        return photo.pxPerMm();
    }

    /** Sigma of the photo's blur, px. */
    public double blurPx() {
        return photo.blurPx();
    }

    /** How many dots the case has; dots are numbered from 0. */
    public int dotCount() {
        return photo.dotXMilliPx().length;
    }

    /** Centre of a dot in this photo, also where it is dead or hidden. */
    public PointPx dotCentre(int dot) {
        return new PointPx(photo.dotXMilliPx()[dot] / 1000.0, photo.dotYMilliPx()[dot] / 1000.0);
    }

    /** Cosine of the angle of view at a dot; below 0 on the far side. */
    public double dotCosine(int dot) {
        return photo.dotCosine()[dot] / 10000.0;
    }

    /** Whether a dot's place faces the camera, in the frame and uncovered. */
    public boolean dotVisible(int dot) {
        return photo.dotVisible()[dot] == 1;
    }

    /** Whether a dot's pigment is there at this stage. */
    public boolean dotAlive(int dot) {
        return data.dots().odMicro()[at(dot)] > 0;
    }

    /** Full width at half of the dot's optical density, mm; 0 where it is not there. */
    public double dotDiameterMm(int dot) {
        return 2e-6 * data.dots().radiusNm()[at(dot)];
    }

    /** Optical density at the dot's centre; 0 where it is not there. */
    public double dotPeakOd(int dot) {
        double softness = data.dots().softnessNm()[at(dot)];
        double od = data.dots().odMicro()[at(dot)] * 1e-6;
        return od == 0 ? 0 : od / (1 + Math.exp(-data.dots().radiusNm()[at(dot)] / softness));
    }

    /** Optical density summed over the scalp, mm². */
    public double dotPigmentMm2(int dot) {
        double r = data.dots().radiusNm()[at(dot)] * 1e-6;
        double s = data.dots().softnessNm()[at(dot)] * 1e-6;
        return data.dots().odMicro()[at(dot)] * 1e-6 * Math.PI * (r * r + Math.PI * Math.PI * s * s / 3);
    }

    private int at(int dot) {
        return dot * data.stages().size() + photo.stage();
    }

    /** Where in this photo the point of the view's reference lies; empty near and beyond the outline of the head. */
    public Optional<PointPx> referenceToPhoto(double xPx, double yPx) {
        double[] at = new double[3];
        return interpolate(xPx, yPx, at) ? Optional.of(new PointPx(at[0], at[1])) : Optional.empty();
    }

    /** Cosine of the angle of view in this photo of a point of the reference; 0 where that shows no head. */
    public double cosineAt(double xReferencePx, double yReferencePx) {
        double[] at = new double[3];
        return interpolate(xReferencePx, yReferencePx, at) ? at[2] : 0;
    }

    /** Where in the view's reference the point of this photo lies; empty where that shows no head. */
    public Optional<PointPx> photoToReference(double xPx, double yPx) {
        return new ReferenceFinder(this).find(xPx, yPx);
    }

    /** Cubic convolution over the grid; false where a node around is missing. */
    private boolean interpolate(double xPx, double yPx, double[] to) {
        TruthData.Grid g = photo.map();
        double u = (xPx - g.leftPx()) / g.stepPx();
        double v = (yPx - g.topPx()) / g.stepPx();
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        if (i < 1 || j < 1 || i + 2 >= g.columns() || j + 2 >= g.rows()) {
            return false;
        }
        double[] across = HeadPainter.keys(u - i);
        double[] along = HeadPainter.keys(v - j);
        for (int b = 0; b < 4; b++) {
            for (int a = 0; a < 4; a++) {
                int k = (j - 1 + b) * g.columns() + i - 1 + a;
                if (g.xMilliPx()[k] == TruthData.NONE) {
                    return false;
                }
                double w = across[a] * along[b];
                to[0] += w * g.xMilliPx()[k] / 1000.0;
                to[1] += w * g.yMilliPx()[k] / 1000.0;
                to[2] += w * g.cosine()[k] / 10000.0;
            }
        }
        return true;
    }
}
