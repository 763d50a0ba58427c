package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;
import org.opencv.core.Rect;

/** Says of each fitted candidate of a photo what it is: pairs split, shapes compared, and what cannot be new put aside. */
final class Judging {
    private static final double HAIR_REACH_MM = 0.5; // half of what shows of a shaved hair

    private final CandidateSearch.Found found;
    private final Calibration own;
    private final Expectation expected;
    private final DotSettings settings;
    private final Rect crop;

    /**
     * @param found noise of the photo and the fit that holds the candidates
     * @param own what the photo's dots look like
     * @param expected what else is known of the scalp
     * @param crop of the photo that the candidates lie on
     */
    Judging(CandidateSearch.Found found, Calibration own, Expectation expected, DotSettings settings, Rect crop) {
        this.found = found;
        this.own = own;
        this.expected = expected;
        this.settings = settings;
        this.crop = crop;
    }

    /** The candidates, those that are two dots split, each with what it is. */
    List<Blob> of(List<Blob> candidates) {
        weigh(candidates);
        List<Blob> blobs =
                own.treated() ? new Splitter(found.fit(), own).split(candidates, settings.dotSnr()) : candidates;
        weigh(blobs);
        UntreatedSkin.Seen untreated = expected.untreated();
        if (untreated != null) {
            blobs.forEach(b -> b.noHair = !untreated.hairWithin(at(b), HAIR_REACH_MM * b.frame.pxPerMm()));
        }
        DotRules.apply(blobs, own, settings, untreated != null);
        putAside(blobs);
        return blobs;
    }

    /**
     * New marks that stand out far less than the dots around them; known dots may fade as they will. Asked of a photo
     * as it is, and not of artificial dots: it cuts more of them than of real ones, and completeness would be too low.
     */
    void putFaintAside(List<Blob> blobs) {
        if (!own.treated()) {
            return;
        }
        var around = new StrengthAround(blobs);
        List<Blob> faint = blobs.parallelStream()
                .filter(b -> b.kind == Mark.Kind.DOT && !b.known && !b.beside && around.isFaint(b))
                .toList();
        faint.forEach(b -> b.kind = Mark.Kind.FAINT);
    }

    /** Marks that cannot be new, unless the photo before shows them too once told where they are. */
    private void putAside(List<Blob> blobs) {
        List<Blob> late = blobs.stream()
                .filter(b -> b.kind == Mark.Kind.DOT && !mayBeThere(b))
                .toList();
        Expectation.Earlier earlier = expected.earlier();
        boolean[] shown = new boolean[late.size()];
        if (earlier != null && !late.isEmpty()) {
            List<Blob> dots = blobs.stream()
                    .filter(b -> b.kind == Mark.Kind.DOT && b.known)
                    .toList();
            shown = earlier.shows(places(dots), places(late));
        }
        for (int i = 0; i < shown.length; i++) {
            if (!shown[i]) {
                late.get(i).kind = Mark.Kind.LATE;
            }
        }
    }

    private List<Expectation.Place> places(List<Blob> blobs) {
        return blobs.stream()
                .map(b -> new Expectation.Place(at(b), b.ownPigment, false))
                .toList();
    }

    /** Fills in pigment, signal over noise and shape of each. */
    void weigh(List<Blob> blobs) {
        blobs.parallelStream().forEach(b -> found.bare().measure(b, crop));
        Calibration.shape(blobs, own.scalpMm2(), own.blurPx2());
    }

    private boolean mayBeThere(Blob b) {
        if (b.known || expected.mayBeNew().test(at(b))) {
            return true;
        }
        if (expected.untreated() == null) {
            return b.beside; // with all of the skin in the picture the fresh photo may well have missed it there
        }
        // What is strong, round and alone with the skin out of the picture is no texture: the fresh photo was blurred.
        return !b.beside && b.snr >= settings.strongSnr() && b.axisRatio >= settings.strongAxisRatio();
    }

    private PointPx at(Blob b) {
        return new PointPx(b.x + crop.x, b.y + crop.y);
    }
}
