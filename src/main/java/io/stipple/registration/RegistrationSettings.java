package io.stipple.registration;

/**
 * All settings of registration.
 *
 * <p>Registration comes before the scale of a photo is known for good, so lengths are in <em>nominal</em> millimetres: the
 * square root of the head mask's area is taken for {@link #headMm}. On a close-up they come out shorter than true ones,
 * which only makes windows and spacings finer.
 *
 * @param headMm square root of the area that an adult head shows from above, nominal mm; 150 (an ellipse of 152 x 190 mm
 *     has 151)
 * @param frame how a photo is reduced to textures and features
 * @param start how the first rough map is found
 * @param dense how it is refined on all pixels
 * @param anchor how the shade's shift is taken out of it
 * @param patches how it is checked on held-back patches
 */
public record RegistrationSettings(
        double headMm,
        FrameSettings frame,
        StartSettings start,
        DenseSettings dense,
        AnchorSettings anchor,
        PatchSettings patches) {
    public RegistrationSettings {
        require("nominal size of the head mm", headMm, 50, 500);
    }

    public static RegistrationSettings defaults() {
        return new RegistrationSettings(
                150,
                FrameSettings.defaults(),
                StartSettings.defaults(),
                DenseSettings.defaults(),
                AnchorSettings.defaults(),
                PatchSettings.defaults());
    }

    static void require(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(name + " " + value + " is outside " + lowest + ".." + highest);
        }
    }
}
