package io.stipple.photo;

import io.stipple.opencv.LinearImage;

/** An upright, colour-managed photo in linear light and what its file says of it; owns the pixels. */
public final class Photo implements AutoCloseable {
    private final LinearImage image;
    private final PhotoInfo info;

    Photo(LinearImage image, PhotoInfo info) {
        this.image = image;
        this.info = info;
    }

    /** The pixels; still owned by this photo. */
    public LinearImage image() {
        return image;
    }

    public PhotoInfo info() {
        return info;
    }

    @Override
    public void close() {
        image.close();
    }
}
