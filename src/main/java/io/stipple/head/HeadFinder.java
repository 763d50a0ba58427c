package io.stipple.head;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the head in a photo.
 *
 * <p>Two ways propose silhouettes at reduced size: redness split by Otsu's threshold, and GrabCut from the middle where
 * the room is as red as skin. Each is judged by size, colour, how much of its rim follows one ellipse and how clearly
 * its rim parts two colours; the better one is moved to the nearest edge and brought to full size.
 */
public final class HeadFinder {
    private static final double[] STARTS = {0.58, 0.9};
    // Nine tenths of an ellipse with a rim three times as steep as its inside: nothing to gain from other ways.
    private static final double CLEAR_SCORE = 0.9;

    private final HeadSettings settings;

    public HeadFinder(HeadSettings settings) {
        this.settings = settings;
    }

    /**
     * The head, handed over to the caller.
     *
     * @throws NoHeadException when nothing in the photo is like a head, with the figures that say so
     */
    public Head find(LinearImage photo) throws NoHeadException {
        try (ReducedColours colours = ReducedColours.of(photo, settings);
                MatScope mats = new MatScope()) {
            Optional<Candidate> best = best(colours, mats);
            if (best.isPresent() && best.get().judgement().fault(settings).isEmpty()) {
                return head(best.get().silhouette(), photo);
            }
            if (FullFrame.isScalp(colours, settings)) {
                return fullFrame(photo);
            }
            throw new NoHeadException(
                    best.flatMap(candidate -> candidate.judgement().fault(settings))
                            .orElse("nothing stands out from the background in colour"));
        }
    }

    private Optional<Candidate> best(ReducedColours colours, MatScope mats) {
        Mat coded = mats.own(colours.coded());
        List<Candidate> candidates = new ArrayList<>();
        Silhouettes.byRedness(colours, mats).ifPresent(s -> candidates.add(candidate(s, colours, mats)));
        for (double share : STARTS) {
            // A close head leaves a small start no colour of its own, a far one a large start no room.
            if (candidates.stream().noneMatch(c -> c.judgement().score(settings) >= CLEAR_SCORE)) {
                Silhouettes.byMiddle(coded, share, mats).ifPresent(s -> candidates.add(candidate(s, colours, mats)));
            }
        }
        Optional<Candidate> better = candidates.stream().max(byScore());
        better.flatMap(c -> Silhouettes.refined(c.silhouette(), coded, mats))
                .ifPresent(s -> candidates.add(candidate(s, colours, mats)));
        return candidates.stream().max(byScore());
    }

    private Candidate candidate(Mat silhouette, ReducedColours colours, MatScope mats) {
        double radius = Math.sqrt(Core.countNonZero(silhouette) / Math.PI);
        Mat opened = Silhouettes.opened(silhouette, settings.openingShare() * radius, mats);
        return new Candidate(opened, Judgement.of(opened, colours, settings));
    }

    private Comparator<Candidate> byScore() {
        return Comparator.comparingDouble(candidate -> candidate.judgement().score(settings));
    }

    private static Head head(Mat silhouette, LinearImage photo) {
        try (MatScope mats = new MatScope()) {
            Mat full = mats.own(enlarged(silhouette, photo.widthPx(), photo.heightPx()));
            List<PointPx> contour = Silhouettes.contour(full, mats);
            List<PointPx> thinned = IntStream.range(0, contour.size())
                    .filter(i -> i % 4 == 0)
                    .mapToObj(contour::get)
                    .toList();
            List<PointPx> rim = RimPoints.inside(thinned, photo.widthPx(), photo.heightPx());
            return new Head(
                    new Mask(mats.keep(full)),
                    simplified(contour),
                    rim,
                    false,
                    1 - (double) rim.size() / thinned.size());
        }
    }

    private static Mat enlarged(Mat silhouette, int widthPx, int heightPx) {
        try (MatScope mats = new MatScope()) {
            Mat soft = mats.mat();
            Imgproc.GaussianBlur(silhouette, soft, new Size(), 1);
            Mat full = mats.mat();
            Imgproc.resize(soft, full, new Size(widthPx, heightPx), 0, 0, Imgproc.INTER_LINEAR);
            Imgproc.threshold(full, full, 127, 255, Imgproc.THRESH_BINARY);
            return mats.keep(full);
        }
    }

    private static Outline simplified(List<PointPx> contour) {
        try (MatScope mats = new MatScope()) {
            MatOfPoint2f exact = mats.own(new MatOfPoint2f(
                    contour.stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new)));
            MatOfPoint2f simple = mats.own(new MatOfPoint2f());
            Imgproc.approxPolyDP(exact, simple, 0.0004 * Imgproc.arcLength(exact, true), true);
            return new Outline(
                    "head",
                    simple.toList().stream().map(p -> new PointPx(p.x, p.y)).toList());
        }
    }

    private static Head fullFrame(LinearImage photo) {
        int right = photo.widthPx() - 1;
        int bottom = photo.heightPx() - 1;
        Outline frame = new Outline(
                "head",
                List.of(new PointPx(0, 0), new PointPx(right, 0), new PointPx(right, bottom), new PointPx(0, bottom)));
        Mat all = new Mat(photo.rgb().size(), CvType.CV_8UC1, Scalar.all(255));
        return new Head(new Mask(all), frame, List.of(), true, 1);
    }

    private record Candidate(Mat silhouette, Judgement judgement) {}
}
