package io.stipple.dots;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opencv.core.Rect;

/**
 * How far this photo's dots stand from where other photos showed them, around each of their places: what registration
 * leaves there, how skin stretched, and the errors of centring. The strong dots tell it, and all are then held to their
 * places as tightly as that allows: where dots run together or drown in noise their places are known better than they
 * show.
 */
final class PlaceScatter {
    /** Nothing is learnt: dots are held as they were. */
    static final PlaceScatter NONE = new PlaceScatter(new PointGrid(1), new double[0]);

    private static final double STRONG_SNR = 6; // the fit's own hold on such a dot is firmer than what is to be told
    private static final int ENOUGH = 20;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double LEAST_PX = 0.1; // no two photos' centres of a dot agree better

    private final PointGrid places;
    private final double[] sdsPx;

    private PlaceScatter(PointGrid places, double[] sdsPx) {
        this.places = places;
        this.sdsPx = sdsPx;
    }

    /**
     * Learns from dots that were fitted loosely held to their places.
     *
     * @param weighed each with its signal over noise
     */
    static PlaceScatter of(List<Blob> weighed) {
        PointGrid places = Surroundings.grid(weighed);
        // One that takes all the light it may have is put where it was expected, and tells nothing.
        IntPredicate tells = i -> weighed.get(i).snr >= STRONG_SNR && weighed.get(i).peak < weighed.get(i).mostPeak;
        double[] sds = IntStream.range(0, weighed.size())
                .parallel()
                .mapToDouble(place -> {
                    int[] near = Surroundings.of(places, weighed, place, tells);
                    return near.length < ENOUGH ? Double.NaN : scatterPx(weighed, near);
                })
                .toArray();
        return new PlaceScatter(places, sds);
    }

    private static double scatterPx(List<Blob> weighed, int[] near) {
        double[] off = new double[2 * near.length];
        for (int i = 0; i < near.length; i++) {
            Blob b = weighed.get(near[i]);
            off[2 * i] = Math.abs(b.x - b.homeX);
            off[2 * i + 1] = Math.abs(b.y - b.homeY);
        }
        return Math.max(LEAST_PX, MAD_TO_DEVIATION * Calibration.median(off));
    }

    /** Holds dots to their places as the photo's strong ones stand to theirs, where that is known. */
    void hold(List<Blob> blobs, BlobFilters noise, Rect crop) {
        if (sdsPx.length == 0) {
            return;
        }
        blobs.parallelStream().forEach(b -> {
            int place = Surroundings.nearest(places, b);
            if (place >= 0 && !Double.isNaN(sdsPx[place])) {
                b.homeWeight = noise.varianceUnder(b, crop) / (sdsPx[place] * sdsPx[place]);
            }
        });
    }
}
