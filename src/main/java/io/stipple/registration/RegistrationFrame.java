package io.stipple.registration;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;

/**
 * What one photo contributes to registration, reduced: textures of its head at the working scale and its features.
 *
 * <p>Some 25 MB whatever the photo's size, so a view can hold the reference's, the previous and the current one while the
 * photos themselves are closed.
 */
public final class RegistrationFrame implements AutoCloseable {
    /** Light varies over centimetres: an eighth of the finest working scale holds it. */
    private static final int LIGHT_REDUCTION = 8;

    private final Textures textures;
    private final Features features;
    private final LightField light;
    private final double headPx;
    private final int widthPx;
    private final int heightPx;
    private final double lightSigmaPx;

    private RegistrationFrame(
            Textures textures,
            Features features,
            LightField light,
            double headPx,
            int widthPx,
            int heightPx,
            double lightSigmaPx) {
        this.textures = textures;
        this.features = features;
        this.light = light;
        this.headPx = headPx;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.lightSigmaPx = lightSigmaPx;
    }

    /**
     * Reduces a photo; neither argument is kept.
     *
     * @param photo in linear light
     * @param head its head, of the photo's size
     * @throws IllegalArgumentException when the mask is empty or of another size
     */
    public static RegistrationFrame prepare(LinearImage photo, Mask head, RegistrationSettings settings) {
        OpenCv.load();
        Textures textures = new TextureExtraction(settings).of(photo, head);
        Features features = new FeatureExtraction(settings.frame()).of(textures);
        double headPx = Math.sqrt(head.areaPx());
        double workPxPerMm = headPx / settings.headMm() / textures.grid().pxPerWork();
        LightField light = LightField.of(
                photo.rgb(), textures, LIGHT_REDUCTION, settings.frame().lightMm(), workPxPerMm);
        double lightSigmaPx = settings.frame().lightMm() * workPxPerMm / LIGHT_REDUCTION;
        return new RegistrationFrame(
                textures, features, light, headPx, photo.widthPx(), photo.heightPx(), lightSigmaPx);
    }

    Textures textures() {
        return textures;
    }

    Features features() {
        return features;
    }

    LightField light() {
        return light;
    }

    /** Width over which light is averaged, px of the light's grid. */
    double lightSigmaPx() {
        return lightSigmaPx;
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    /** Square root of the area of the head mask, px of the photo: the length that stands for the head's size. */
    double headPx() {
        return headPx;
    }

    /** Bytes of pixels and features held. */
    public long bytes() {
        long pixels = (long) textures.grid().cols() * textures.grid().rows();
        return pixels * 5 * Float.BYTES + (long) features.count() * (Features.LENGTH + 4 * Float.BYTES + 1);
    }

    @Override
    public void close() {
        light.close();
        textures.close();
    }
}
