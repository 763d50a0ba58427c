package io.stipple.photo;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** ImageIO's decoders by name: several claim the same format, and which one comes first is left to chance. */
final class ImageIoReaders {
    static {
        ImageIO.scanForPlugins();
    }

    private ImageIoReaders() {}

    /**
     * A new reader of the provider class {@code spi}; the caller disposes of it.
     *
     * @throws IllegalStateException when the provider is not installed
     */
    static ImageReader named(String spi) throws IOException {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals(spi)) {
                return provider.createReaderInstance();
            }
        }
        throw new IllegalStateException("ImageIO has no decoder " + spi);
    }
}
