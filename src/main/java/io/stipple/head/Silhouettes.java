package io.stipple.head;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Proposes silhouettes of the head in the reduced colours: CV_8UC1, 255 inside, holes filled, one piece each. */
final class Silhouettes {
    private static final int GRAB_CUT_ROUNDS = 3;
    private static final double COARSE = 1.0 / 3;
    // Half width of the band in which a rim may still move, in mean radii.
    private static final double BAND = 0.08;
    private static final int INSIDE = 1;
    private static final int OUTSIDE = 2;

    private Silhouettes() {}

    /** Where the colour is redder than the threshold that splits the frame best (Otsu 1979). */
    static Optional<Mat> byRedness(ReducedColours colours, MatScope mats) {
        Mat coded = mats.mat();
        Core.normalize(colours.red(), coded, 0, 255, Core.NORM_MINMAX, CvType.CV_8U);
        Mat redder = mats.mat();
        Imgproc.threshold(coded, redder, 0, 255, Imgproc.THRESH_BINARY + Imgproc.THRESH_OTSU);
        return mostCentral(redder, mats);
    }

    /**
     * Where the colours are those of the middle rather than those of the frame's edge (GrabCut; Rother, Kolmogorov and
     * Blake 2004): for rooms as red as skin. Found on a third of the size, where it takes a ninth of the time.
     *
     * @param share of the frame's width and height that the ellipse spans from which it starts
     */
    static Optional<Mat> byMiddle(Mat coded, double share, MatScope mats) {
        Mat small = mats.mat();
        Imgproc.resize(coded, small, new Size(), COARSE, COARSE, Imgproc.INTER_AREA);
        Mat labels = mats.mat(small.size(), CvType.CV_8UC1, Scalar.all(Imgproc.GC_PR_BGD));
        Point middle = new Point(small.cols() / 2.0, small.rows() / 2.0);
        Size axes = new Size(share * small.cols() / 2, share * small.rows() / 2);
        Imgproc.ellipse(labels, middle, axes, 0, 0, 360, Scalar.all(Imgproc.GC_PR_FGD), -1);
        Mat inside = grabCut(small, labels, mats);
        Mat soft = mats.mat();
        Imgproc.resize(inside, soft, coded.size(), 0, 0, Imgproc.INTER_LINEAR);
        Imgproc.threshold(soft, soft, 127, 255, Imgproc.THRESH_BINARY);
        return mostCentral(soft, mats);
    }

    /**
     * A silhouette whose rim has moved to the strongest edge of colour nearby: a watershed (Meyer 1992) between its core
     * and what lies well outside.
     */
    static Optional<Mat> refined(Mat silhouette, Mat coded, MatScope mats) {
        double reach = BAND * Math.sqrt(Core.countNonZero(silhouette) / Math.PI);
        Mat core = shrunk(silhouette, reach, mats);
        Mat outside = mats.mat();
        Core.bitwise_not(grown(silhouette, reach, mats), outside);
        if (Core.countNonZero(core) == 0 || Core.countNonZero(outside) == 0) {
            return Optional.empty();
        }
        Mat basins = mats.mat(coded.size(), CvType.CV_32SC1, Scalar.all(0));
        basins.setTo(Scalar.all(INSIDE), core);
        basins.setTo(Scalar.all(OUTSIDE), outside);
        Imgproc.watershed(coded, basins);
        Mat inside = mats.mat();
        Core.compare(basins, Scalar.all(INSIDE), inside, Core.CMP_EQ);
        // The watershed's own line belongs to neither side, nor does it mark the frame's edge.
        return mostCentral(grown(inside, 1, mats), mats);
    }

    private static Mat grabCut(Mat coded, Mat labels, MatScope mats) {
        Mat background = mats.mat();
        Mat foreground = mats.mat();
        Core.setRNGSeed(1); // GrabCut starts its colour models by k-means with random centres
        Imgproc.grabCut(coded, labels, new Rect(), background, foreground, GRAB_CUT_ROUNDS, Imgproc.GC_INIT_WITH_MASK);
        Mat inside = mats.mat();
        Core.compare(labels, Scalar.all(Imgproc.GC_FGD), inside, Core.CMP_EQ);
        Mat probably = mats.mat();
        Core.compare(labels, Scalar.all(Imgproc.GC_PR_FGD), probably, Core.CMP_EQ);
        Core.bitwise_or(inside, probably, inside);
        return inside;
    }

    /** The piece that weighs most under a broad bell over the frame, holes filled; empty where there is none. */
    private static Optional<Mat> mostCentral(Mat inside, MatScope mats) {
        Mat opened = mats.mat();
        Imgproc.morphologyEx(inside, opened, Imgproc.MORPH_OPEN, disc(2, mats));
        List<MatOfPoint> contours = new ArrayList<>();
        Imgproc.findContours(opened, contours, mats.mat(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
        contours.forEach(mats::own);
        return contours.stream()
                .max(Comparator.comparingDouble(contour -> weight(contour, inside.size())))
                .map(contour -> {
                    Mat piece = mats.mat(inside.size(), CvType.CV_8UC1, Scalar.all(0));
                    Imgproc.drawContours(piece, List.of(contour), 0, Scalar.all(255), -1);
                    return piece;
                });
    }

    private static double weight(MatOfPoint contour, Size frame) {
        var moments = Imgproc.moments(contour);
        if (moments.m00 <= 0) {
            return 0;
        }
        double x = moments.m10 / moments.m00 / frame.width - 0.5;
        double y = moments.m01 / moments.m00 / frame.height - 0.5;
        return moments.m00 * Math.exp(-(x * x + y * y) / (2 * 0.25 * 0.25));
    }

    /** Without what is thinner than a disc: ears, collars, straps. */
    static Mat opened(Mat silhouette, double discRadius, MatScope mats) {
        Mat opened = grown(shrunk(silhouette, discRadius, mats), discRadius, mats);
        Core.bitwise_and(opened, silhouette, opened);
        return mostCentral(opened, mats).orElse(silhouette);
    }

    /** The inner part at more than {@code by} px from the rim; the frame's edge is no rim. */
    static Mat shrunk(Mat silhouette, double by, MatScope mats) {
        Mat framed = mats.mat();
        Core.copyMakeBorder(silhouette, framed, 1, 1, 1, 1, Core.BORDER_REPLICATE);
        Mat distance = mats.mat();
        Imgproc.distanceTransform(framed, distance, Imgproc.DIST_L2, 5);
        Mat inner = mats.mat();
        Core.compare(
                mats.own(distance.submat(1, 1 + silhouette.rows(), 1, 1 + silhouette.cols())),
                new Scalar(by),
                inner,
                Core.CMP_GT);
        return inner;
    }

    static Mat grown(Mat silhouette, double by, MatScope mats) {
        Mat outside = mats.mat();
        Core.bitwise_not(silhouette, outside);
        Mat far = shrunk(outside, by, mats);
        Mat grown = mats.mat();
        Core.bitwise_not(far, grown);
        return grown;
    }

    /** The outer contour of a silhouette, through the outermost px inside. */
    static List<PointPx> contour(Mat silhouette, MatScope mats) {
        List<MatOfPoint> contours = new ArrayList<>();
        Imgproc.findContours(silhouette, contours, mats.mat(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
        contours.forEach(mats::own);
        return contours.stream().max(Comparator.comparingInt(MatOfPoint::rows)).map(MatOfPoint::toArray).stream()
                .flatMap(Stream::of)
                .map(p -> new PointPx(p.x, p.y))
                .toList();
    }

    private static Mat disc(int radius, MatScope mats) {
        return mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * radius + 1, 2 * radius + 1)));
    }
}
