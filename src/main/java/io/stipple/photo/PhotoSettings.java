package io.stipple.photo;

/**
 * What a photo may cost before it is refused: limits against decompression bombs and broken headers, checked before a
 * pixel is decoded.
 *
 * @param maxMegapixels width times height, in millions of pixels. Default 120: above the 108 MP of today's largest
 *     common phone sensor that is used at full size; one such photo takes 1.4 GB as linear light
 * @param maxSidePx longest side, px. Default 32,000: OpenCV's remap fails from 32,767
 * @param minSidePx shortest side, px. Default 1: whether a small photo can be measured is for the rooms that measure
 * @param maxFileMegabytes size of the file in millions of bytes. Default 512: a 48 MP TIFF of 16 bits has 288
 * @param maxScans passes over the picture in a progressive JPEG. Default 100: encoders write about 10, and each costs
 *     the time of a whole decoding
 */
public record PhotoSettings(double maxMegapixels, int maxSidePx, int minSidePx, int maxFileMegabytes, int maxScans) {
    public PhotoSettings {
        atLeast("max megapixels", maxMegapixels, 0.01);
        atLeast("max side px", maxSidePx, 1);
        atLeast("min side px", minSidePx, 1);
        atLeast("max file MB", maxFileMegabytes, 1);
        atLeast("max scans", maxScans, 1);
    }

    /** The limits as documented above. */
    public static PhotoSettings defaults() {
        return new PhotoSettings(120, 32_000, 1, 512, 100);
    }

    private static void atLeast(String name, double value, double lowest) {
        if (!(value >= lowest)) {
            throw new IllegalArgumentException(name + " is " + value + ", below " + lowest);
        }
    }
}
