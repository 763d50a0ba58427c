package io.stipple.phantom;

import io.stipple.opencv.MatScope;
import io.stipple.opencv.Srgb;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * What a phone does to the light before it is a file: focus, noise, tone curve, sharpening, JPEG.
 *
 * @param blurPx sigma of lens and focus, px
 * @param shotNoise variance per unit of light
 * @param readNoise standard deviation in the dark
 * @param sharpenSigmaPx of the unsharp mask
 * @param sharpenAmount of the unsharp mask
 * @param jpegQuality 1..100
 * @param noisy false leaves noise and sharpening out and the JPEG at 100
 */
record PhotoFinish(
        double blurPx,
        double shotNoise,
        double readNoise,
        double sharpenSigmaPx,
        double sharpenAmount,
        int jpegQuality,
        boolean noisy) {

    static PhotoFinish of(Dice dice, double blurScale, boolean noisy) {
        return new PhotoFinish(
                Math.max(0.55, dice.between(0.6, 1.6) * blurScale),
                dice.between(4e-5, 1.6e-4),
                dice.between(0.0008, 0.0025),
                dice.between(1, 1.6),
                dice.between(0.25, 0.7),
                90 + dice.below(4),
                noisy);
    }

    /**
     * The JPEG's bytes, without EXIF.
     *
     * @param linear CV_32FC3, R, G, B, linear light; changed
     */
    byte[] develop(Mat linear, Dice dice) {
        try (MatScope mats = new MatScope()) {
            Imgproc.GaussianBlur(linear, linear, new Size(0, 0), blurPx);
            if (noisy) {
                addNoise(linear, dice);
            }
            Mat coded = mats.own(Srgb.toCoded8(linear));
            if (noisy) {
                Mat soft = mats.mat();
                Imgproc.GaussianBlur(coded, soft, new Size(0, 0), sharpenSigmaPx);
                Core.addWeighted(coded, 1 + sharpenAmount, soft, -sharpenAmount, 0, coded);
            }
            Imgproc.cvtColor(coded, coded, Imgproc.COLOR_RGB2BGR);
            MatOfByte bytes = mats.own(new MatOfByte());
            MatOfInt flags = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, noisy ? jpegQuality : 100));
            Imgcodecs.imencode(".jpg", coded, bytes, flags);
            return bytes.toArray();
        }
    }

    private void addNoise(Mat linear, Dice dice) {
        try (MatScope mats = new MatScope()) {
            Mat noise = mats.own(new Mat(linear.size(), CvType.CV_32FC3));
            fill(noise, dice);
            // Demosaicing shares each pixel's noise with its neighbours; 2.0 restores the variance it takes.
            Imgproc.GaussianBlur(noise, noise, new Size(0, 0), 0.6);
            Core.multiply(noise, Scalar.all(2.0), noise);
            Mat deviation = mats.mat();
            Core.max(linear, Scalar.all(0), deviation);
            Core.multiply(deviation, Scalar.all(shotNoise), deviation);
            Core.add(deviation, Scalar.all(readNoise * readNoise), deviation);
            Core.sqrt(deviation, deviation);
            Core.multiply(noise, deviation, noise);
            Core.add(linear, noise, linear);
        }
    }

    /** Normal noise from a table of quantiles, drawn by a shift register: a tenth of the time of drawing each. */
    private static void fill(Mat noise, Dice dice) {
        float[] table = new float[1 << 16];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) dice.normal();
        }
        long state = dice.bits() | 1;
        float[] line = new float[noise.cols() * 3];
        for (int y = 0; y < noise.rows(); y++) {
            for (int i = 0; i < line.length; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                line[i] = table[(int) (state >>> 40) & 0xFFFF];
            }
            noise.put(y, 0, line);
        }
    }
}
