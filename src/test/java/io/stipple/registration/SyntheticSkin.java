package io.stipple.registration;

import io.stipple.model.PointPx;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * An oval of skin with pores and dots in front of a room, and photos of it through a map that is known by construction:
 * every photo is resampled from one picture.
 */
final class SyntheticSkin implements AutoCloseable {
    /** Longer axis of the oval is 0.8 of the side: the head mask has sqrt(area) of about 0.6 sides. */
    private final int side;

    private final Mat skin;
    private final Mat oval;

    private SyntheticSkin(int side, Mat skin, Mat oval) {
        this.side = side;
        this.skin = skin;
        this.oval = oval;
    }

    /** A head of its own for each seed, {@code side} x {@code side} px, with {@code dots} dots. */
    static SyntheticSkin of(long seed, int side, int dots) {
        try (MatScope mats = new MatScope()) {
            SplittableRandom random = new SplittableRandom(seed);
            Size size = new Size(side, side);
            Mat density = mats.mat(size, CvType.CV_32FC1, Scalar.all(0));
            // Pores and lines down to two px, blotches up to a twentieth of the head.
            for (double sigma = 1.2; sigma < side / 20.0; sigma *= 2) {
                Mat noise = mats.own(noise(random, size));
                Imgproc.GaussianBlur(noise, noise, new Size(0, 0), sigma);
                Core.addWeighted(density, 1, noise, 0.12 * sigma, 0, density);
            }
            for (int dot = 0; dot < dots; dot++) {
                Point at = new Point(random.nextInt(side * 16), random.nextInt(side * 16));
                Imgproc.circle(density, at, 16 * side / 400, Scalar.all(0.5), Imgproc.FILLED, Imgproc.LINE_AA, 4);
            }
            Imgproc.GaussianBlur(density, density, new Size(0, 0), 0.8);
            Mat oval = Mat.zeros(side, side, CvType.CV_8UC1);
            Imgproc.ellipse(
                    oval,
                    new Point(side / 2.0, side / 2.0),
                    new Size(0.36 * side, 0.42 * side),
                    0,
                    0,
                    360,
                    Scalar.all(255),
                    Imgproc.FILLED);
            return new SyntheticSkin(side, mats.keep(density), oval);
        }
    }

    private static Mat noise(SplittableRandom random, Size size) {
        float[] values = new float[(int) (size.width * size.height)];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (random.nextDouble() * 2 - 1);
        }
        Mat noise = new Mat(size, CvType.CV_32FC1);
        noise.put(0, 0, values);
        return noise;
    }

    /**
     * A photo that shows at each of its pixels what {@code toReference} says.
     *
     * @param gain light of this photo
     * @param noiseSeed of its sensor noise
     */
    Shot shot(BiFunction<Double, Double, PointPx> toReference, double gain, long noiseSeed) {
        try (MatScope mats = new MatScope()) {
            Mat mapX = mats.mat(new Size(side, side), CvType.CV_32FC1, Scalar.all(0));
            Mat mapY = mats.mat(new Size(side, side), CvType.CV_32FC1, Scalar.all(0));
            for (int y = 0; y < side; y++) {
                float[] rowX = new float[side];
                float[] rowY = new float[side];
                for (int x = 0; x < side; x++) {
                    PointPx at = toReference.apply((double) x, (double) y);
                    rowX[x] = (float) at.x();
                    rowY[x] = (float) at.y();
                }
                mapX.put(y, 0, rowX);
                mapY.put(y, 0, rowY);
            }
            Mat density = mats.mat();
            Imgproc.remap(skin, density, mapX, mapY, Imgproc.INTER_CUBIC);
            Mat head = new Mat();
            Imgproc.remap(oval, head, mapX, mapY, Imgproc.INTER_NEAREST);
            Core.multiply(density, Scalar.all(-1), density);
            Core.exp(density, density);
            Mat noise = mats.own(noise(new SplittableRandom(noiseSeed), density.size()));
            Mat light = mats.mat();
            Core.addWeighted(density, 0.4 * gain, noise, 0.004, 0, light);
            Mat rgb = new Mat();
            Core.merge(List.of(light, light, light), rgb);
            Core.multiply(rgb, new Scalar(1, 0.7, 0.55), rgb);
            return new Shot(new LinearImage(rgb), new Mask(head));
        }
    }

    /** The reference photo itself. */
    Shot reference() {
        return shot(PointPx::new, 1, 1);
    }

    @Override
    public void close() {
        oval.release();
        skin.release();
    }

    /** One photo and its head. */
    record Shot(LinearImage photo, Mask head) implements AutoCloseable {
        RegistrationFrame frame() {
            return RegistrationFrame.prepare(photo, head, RegistrationSettings.defaults());
        }

        @Override
        public void close() {
            head.close();
            photo.close();
        }
    }
}
