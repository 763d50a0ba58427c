package io.stipple.head;

import java.util.Arrays;
import java.util.List;

/**
 * What photos from elsewhere say together of a head's surface. In all of them skin lies off where the reference has it by
 * what it had slid there, which is one more unknown field.
 */
final class OtherPhotos implements SkullFit.Evidence {
    private final List<Parallax> photos;

    OtherPhotos(List<Parallax> photos) {
        this.photos = List.copyOf(photos);
    }

    @Override
    public double[] expected() {
        double[] all = new double[length()];
        for (int photo = 0; photo < photos.size(); photo++) {
            System.arraycopy(photos.get(photo).expected(), 0, all, first(photo), Parallax.OWN);
        }
        return all;
    }

    @Override
    public double[] deviations() {
        double[] all = Arrays.copyOf(SkinSlide.deviationsMm(), length());
        for (int photo = 0; photo < photos.size(); photo++) {
            System.arraycopy(Parallax.deviations(), 0, all, first(photo), Parallax.OWN);
        }
        return all;
    }

    @Override
    public void observe(double[] own, BentSkull here, BentSkull[] nudged, int first, NormalEquations into) {
        double[] slid = Arrays.copyOf(own, SkinSlide.TERMS);
        for (int photo = 0; photo < photos.size(); photo++) {
            double[] its = Arrays.copyOfRange(own, first(photo), first(photo) + Parallax.OWN);
            photos.get(photo).observe(its, slid, here, nudged, new int[] {first + first(photo), first}, into);
        }
    }

    private int length() {
        return first(photos.size());
    }

    /** Number of a photo's first unknown among those that are told here; before all are the reference's own. */
    private static int first(int photo) {
        return SkinSlide.TERMS + photo * Parallax.OWN;
    }
}
