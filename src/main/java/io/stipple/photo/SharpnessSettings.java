package io.stipple.photo;

/**
 * How the blur of a photo is estimated.
 *
 * @param fineSigmaPx smallest of three Gaussians that the photo is blurred with again, px. Default 0.7: quiets the noise
 *     of single pixels, and within it the rim of a dot 6 px across is still a straight edge
 * @param middleSigmaPx the second, px. Default 1.2
 * @param coarseSigmaPx the third, px. Default 1.8
 * @param widest largest factor that the three are multiplied with for a soft photo, whose edges narrow Gaussians hardly
 *     change. Default 3
 * @param widening step from one factor to the next. Default 1.4
 * @param enough blur found, as a multiple of the factor, up to which no wider Gaussians are tried. Default 1: beyond,
 *     noise makes up more than a tenth of the fall in gradient
 * @param noiseFactor how far an edge must stand above the noise of the gradient, in its standard deviation. Default 4:
 *     faded dots still do, noise hardly ever
 * @param tilePx side of the squares that are judged apart, px. Default 256: holds some hundred edges of a treated scalp
 * @param minEdges edges that a square needs to be heard. Default 12
 * @param largestSigmaPx blur that is still told from more, px. Default 8
 */
public record SharpnessSettings(
        double fineSigmaPx,
        double middleSigmaPx,
        double coarseSigmaPx,
        double widest,
        double widening,
        double enough,
        double noiseFactor,
        int tilePx,
        int minEdges,
        double largestSigmaPx) {
    public SharpnessSettings {
        if (!(fineSigmaPx > 0 && middleSigmaPx > fineSigmaPx && coarseSigmaPx > middleSigmaPx)) {
            throw new IllegalArgumentException("sigmas " + fineSigmaPx + ", " + middleSigmaPx + ", " + coarseSigmaPx
                    + " px do not rise from above 0");
        }
        if (!(widest >= 1 && widening > 1 && enough > 0)) {
            throw new IllegalArgumentException(
                    "widest " + widest + ", widening " + widening + " or enough " + enough + " is too small");
        }
        if (!(noiseFactor > 0) || tilePx < 8 || minEdges < 1 || !(largestSigmaPx > 0)) {
            throw new IllegalArgumentException("noise factor " + noiseFactor + ", tile " + tilePx + " px, edges "
                    + minEdges + " or largest sigma " + largestSigmaPx + " px is too small");
        }
    }

    /** The settings as documented above. */
    public static SharpnessSettings defaults() {
        return new SharpnessSettings(0.7, 1.2, 1.8, 3, 1.4, 1, 4, 256, 12, 8);
    }

    /** The same with the three Gaussians {@code factor} times as wide. */
    SharpnessSettings widened(double factor) {
        return new SharpnessSettings(
                fineSigmaPx * factor,
                middleSigmaPx * factor,
                coarseSigmaPx * factor,
                widest,
                widening,
                enough,
                noiseFactor,
                tilePx,
                minEdges,
                largestSigmaPx);
    }
}
