package io.stipple.dots;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What the scalp looked like before any treatment: pores, furrows, moles and uneven tone, which later photos show again
 * under their dots. Holds the pixels of the {@code before} photo's working crop until closed.
 */
public final class UntreatedSkin implements AutoCloseable {
    // The map is smooth over centimetres; between nodes this near it is straight to a hundredth of a pixel.
    private static final int STEP_PX = 16;

    private final Mat missing;
    private final Rect crop;
    private final PointGrid hairs;
    private final PixelMap map;

    /**
     * @param missing CV_32FC1 light missing over the local skin, 0 where nothing is known; taken over
     * @param crop its place in the {@code before} photo
     * @param hairs strokes seen in it, px of that photo
     * @param map between the view's reference photo and the {@code before} photo
     */
    UntreatedSkin(Mat missing, Rect crop, List<PointPx> hairs, PixelMap map) {
        this.missing = missing;
        this.crop = crop;
        this.hairs = new PointGrid(16, hairs);
        this.map = map;
    }

    /** This skin as a photo with another map would show it. */
    public Seen seenThrough(PixelMap other) {
        return new Seen(this, other);
    }

    @Override
    public void close() {
        missing.release();
    }

    /** The skin of one photo, as untreated as it was. */
    public static final class Seen {
        private final UntreatedSkin skin;
        private final PixelMap map;

        private Seen(UntreatedSkin skin, PixelMap map) {
            this.skin = skin;
            this.map = map;
        }

        /**
         * Light that was missing over the local skin at each pixel of a crop of this photo: CV_32FC1, 0 where the
         * untreated photo shows nothing; handed over.
         */
        Mat in(Rect wanted) {
            int columns = wanted.width / STEP_PX + 2;
            int rows = wanted.height / STEP_PX + 2;
            float[] x = new float[columns * rows];
            float[] y = new float[columns * rows];
            for (int i = 0; i < x.length; i++) {
                int column = i % columns;
                int row = i / columns;
                PointPx onReference =
                        map.toReference(wanted.x + (double) STEP_PX * column, wanted.y + (double) STEP_PX * row);
                PointPx at = skin.map.toPhoto(onReference.x(), onReference.y());
                x[i] = (float) (at.x() - skin.crop.x);
                y[i] = (float) (at.y() - skin.crop.y);
            }
            try (var mats = new MatScope()) {
                Mat mapX = mats.own(enlarged(x, columns, rows, wanted));
                Mat mapY = mats.own(enlarged(y, columns, rows, wanted));
                Mat seen = mats.mat();
                Imgproc.remap(skin.missing, seen, mapX, mapY, Imgproc.INTER_CUBIC, Core.BORDER_CONSTANT, new Scalar(0));
                return mats.keep(seen);
            }
        }

        /** Whether a hair stood within so many px of a point of this photo: shaved or grown, it still does. */
        boolean hairWithin(PointPx at, double reachPx) {
            PointPx onReference = map.toReference(at.x(), at.y());
            PointPx there = skin.map.toPhoto(onReference.x(), onReference.y());
            boolean[] any = {false};
            skin.hairs.within(there.x(), there.y(), reachPx, unused -> any[0] = true);
            return any[0];
        }

        private static Mat enlarged(float[] nodes, int columns, int rows, Rect wanted) {
            try (var mats = new MatScope()) {
                Mat mesh = mats.own(new Mat(rows, columns, CvType.CV_32F));
                mesh.put(0, 0, nodes);
                // Resizing would shift the nodes by half a step; the affine way leaves the first at 0.
                Mat shrink = mats.own(new Mat(2, 3, CvType.CV_64F));
                shrink.put(0, 0, 1.0 / STEP_PX, 0, 0, 0, 1.0 / STEP_PX, 0);
                Mat full = mats.mat();
                Imgproc.warpAffine(
                        mesh,
                        full,
                        shrink,
                        new Size(wanted.width, wanted.height),
                        Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                        Core.BORDER_REPLICATE);
                return mats.keep(full);
            }
        }
    }
}
