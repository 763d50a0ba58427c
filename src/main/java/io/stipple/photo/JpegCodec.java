package io.stipple.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG by the JDK's decoder (libjpeg), which gets the bare picture; four-channel pictures by TwelveMonkeys, which
 * knows what print shops do to them.
 */
final class JpegCodec implements PictureCodec {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";
    private static final List<String> PROCESSES = List.of("baseline", "extended", "progressive", "lossless");

    private final int maxScans;

    JpegCodec(int maxScans) {
        this.maxScans = maxScans;
    }

    @Override
    public Header header(byte[] file) throws IOException {
        JpegSegments jpeg = JpegSegments.header(file);
        int channels = jpeg.channels();
        if (jpeg.process() > 2 || jpeg.bitsPerChannel() != 8) {
            String process = jpeg.process() < PROCESSES.size() ? PROCESSES.get(jpeg.process()) : "differently coded";
            throw new IOException("the JPEG is " + process + " with " + jpeg.bitsPerChannel()
                    + " bits; baseline and progressive ones with 8 bits are read");
        }
        ColourTag colour = switch (channels) {
            case 1, 3 -> ColourTag.ofIcc(jpeg.icc(), channels == 1);
            case 4 ->
                new ColourTag(
                        ColourProfile.srgb(),
                        Optional.of("the picture is made for print (CMYK): its colours are a conversion to sRGB"));
            default -> throw new IOException("the JPEG has " + channels + " channels; 1, 3 and 4 are read");
        };
        return new Header(jpeg.widthPx(), jpeg.heightPx(), jpeg.bitsPerChannel(), colour, false);
    }

    @Override
    public CodedPicture decode(byte[] file, Header header) throws IOException {
        JpegSegments jpeg = JpegSegments.whole(file);
        if (jpeg.scans() > maxScans) {
            throw new IOException("the JPEG passes over its picture " + jpeg.scans() + " times, more than " + maxScans);
        }
        boolean print = jpeg.channels() == 4;
        return decode(print ? file : jpeg.bare(), ImageIoReaders.named(print ? TWELVE_MONKEYS : JDK));
    }

    private static CodedPicture decode(byte[] jpeg, ImageReader reader) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            Damage damage = Damage.watch(reader);
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (damage.found().isPresent()) {
                throw new IOException("the JPEG is damaged (" + damage.found().get() + ")");
            }
            return Rasters.coded(image);
        } finally {
            reader.dispose();
        }
    }
}
