package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.Optional;

/** What is true of one photo. */
public final class PhotoTruth {
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722}; // of linear sRGB

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

    /** Weber contrast in linear luminance at the dot's centre against the plain skin, no blur; 0 where it is not there. */
    public double dotContrast(int dot) {
        double od = dotPeakOd(dot);
        double[] skin = photo.skinRgb();
        double with = 0;
        double without = 0;
        for (int k = 0; k < 3; k++) {
            without += LUMINANCE[k] * skin[k];
            with += LUMINANCE[k] * skin[k] * Math.exp(-HeadPainter.PIGMENT[k] * od);
        }
        return 1 - with / without;
    }

    /** Optical density in green light summed over the scalp, mm². */
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
        TruthData.Grid g = photo.map();
        double[] at = grid().at(xPx, yPx, g.xMilliPx(), g.yMilliPx());
        return at.length == 0 ? Optional.empty() : Optional.of(new PointPx(at[0] / 1000, at[1] / 1000));
    }

    /** Cosine of the angle of view in this photo of a point of the reference; 0 where that shows no head. */
    public double cosineAt(double xReferencePx, double yReferencePx) {
        double[] at = grid().at(xReferencePx, yReferencePx, photo.map().cosine());
        return at.length == 0 ? 0 : at[0] / 10000;
    }

    /** Whether this photo shows the skin at a point of the reference: in the frame, facing the camera and uncovered. */
    public boolean showsAt(double xReferencePx, double yReferencePx) {
        double[] at = grid().at(xReferencePx, yReferencePx, photo.map().covered());
        return at.length > 0 && at[0] < 0.5;
    }

    /** Where in the view's reference the point of this photo lies; empty where that shows no head. */
    public Optional<PointPx> photoToReference(double xPx, double yPx) {
        return new ReferenceFinder(this).find(xPx, yPx);
    }

    private CubicGrid grid() {
        TruthData.Grid g = photo.map();
        return new CubicGrid(g.stepPx(), g.columns(), g.rows(), g.xMilliPx());
    }
}
