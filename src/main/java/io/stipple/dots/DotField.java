package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;

/**
 * The dots of one photo, found and weighed, with what is needed to find artificial ones the same way. Holds the
 * working crop's pixels (5 bytes each) until closed; the photo itself is not needed any more.
 */
public final class DotField implements AutoCloseable {
    private final List<Dot> dots;
    private final List<Mark> marks;
    private final Map<String, Integer> rejected;
    private final Plate plate;
    private final List<Blob> blobs;
    private final Calibration calibration;
    private final DotProfile profile;
    private final Weighing weighing;
    private final Optional<DotSize> dotSize;
    private final Known known;

    DotField(
            List<Dot> dots,
            List<Mark> marks,
            Map<String, Integer> rejected,
            Plate plate,
            List<Blob> blobs,
            Calibration calibration,
            DotProfile profile,
            Weighing weighing,
            Optional<DotSize> dotSize,
            Known known) {
        this.dots = List.copyOf(dots);
        this.marks = List.copyOf(marks);
        this.rejected = Map.copyOf(rejected);
        this.plate = plate;
        this.blobs = blobs;
        this.calibration = calibration;
        this.profile = profile;
        this.weighing = weighing;
        this.dotSize = dotSize;
        this.known = known;
    }

    /** The dots, top to bottom and left to right. */
    public List<Dot> dots() {
        return dots;
    }

    /** All dot-like marks above the noise, dots among them, strokes and moles too: what an untreated scalp shows. */
    public List<Mark> marks() {
        return marks;
    }

    /**
     * Candidates that are no dots, counted by what they are: {@code stroke}, {@code mole}, {@code speck} (smaller than
     * the photo's dots), {@code pale}, {@code late} (where no session can have placed it); {@code faint} are those below the noise threshold.
     */
    public Map<String, Integer> rejected() {
        return rejected;
    }

    /** Standard deviation of the photo's blur, px. */
    public double blurSigmaPx() {
        return Math.sqrt(calibration.blurPx2());
    }

    /** Round strong blobs per cm² of scalp: up to 2 on an untreated one, tens on a treated one. */
    public double strongPerCm2() {
        return calibration.strongPerCm2();
    }

    /** Whether the photo shows enough round strong blobs for a treated scalp. */
    public boolean treated() {
        return calibration.treated();
    }

    /**
     * Signal over noise that a typical dot of the photo would have at a place: low towards the head's rim, in its shade
     * and out of focus. Infinite in a photo without dots.
     */
    public double typicalSnr(PointPx at, ScalpFrame frame) {
        if (!calibration.treated()) {
            return Double.POSITIVE_INFINITY;
        }
        Blob typical = new Blob(frame, 0, at.x() - plate.crop().x, at.y() - plate.crop().y, 1, 0);
        Covariance.seen(frame, calibration.scalpMm2(), calibration.blurPx2()).give(typical);
        typical.peak = typical.peakOf(calibration.pigmentMm2());
        return plate.bare().snrOf(typical, plate.crop());
    }

    /**
     * The scalp of this photo, for later ones to be compared with; handed over.
     *
     * @param map between the view's reference photo and this one
     */
    public UntreatedSkin asUntreatedSkin(PixelMap map) {
        List<PointPx> hairs = marks.stream()
                .filter(mark -> mark.kind() == Mark.Kind.STROKE)
                .map(mark -> mark.dot().centre())
                .toList();
        return new UntreatedSkin(plate.missing().clone(), plate.crop(), hairs, map);
    }

    Plate plate() {
        return plate;
    }

    List<Blob> blobs() {
        return blobs;
    }

    DotProfile profile() {
        return profile;
    }

    Weighing weighing() {
        return weighing;
    }

    /** Size of a typical dot; empty where there are too few dots to tell. */
    public Optional<DotSize> dotSize() {
        return dotSize;
    }

    /** Where other photos had shown dots that were looked for here, px of the photo. */
    public List<PointPx> knownPlaces() {
        return known.expected.points();
    }

    /** Where the map that the places came through is wrong, by this photo's own dots. */
    public PlaceDrift drift() {
        return known.drift;
    }

    /** Whether the untreated skin was taken out of the photo before dots were looked for. */
    public boolean skinTakenOut() {
        return known.expected.untreated() != null;
    }

    Expectation expected() {
        return known.expected;
    }

    PlaceStatistics places() {
        return known.places;
    }

    Calibration calibration() {
        return calibration;
    }

    @Override
    public void close() {
        plate.close();
    }

    /**
     * What was known of the scalp, and what the photo made of it.
     *
     * @param expected places put right where the photo showed their map to be wrong
     * @param drift by which they were
     * @param places what it taught of them
     */
    record Known(Expectation expected, PlaceDrift drift, PlaceStatistics places) {}

    /**
     * The working crop: the scalp's bounding box.
     *
     * @param crop its place in the photo
     * @param photo size of the photo
     * @param missing CV_32FC1 light missing over the local skin, 0 outside the mask
     * @param mask CV_8UC1
     * @param crowded filters with the noise of this photo as it is
     * @param bare filters with its noise once the candidates are taken out
     */
    record Plate(Rect crop, Size photo, Mat missing, Mat mask, BlobFilters crowded, BlobFilters bare)
            implements AutoCloseable {
        @Override
        public void close() {
            missing.release();
            mask.release();
        }
    }
}
