package io.stipple.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** WebP by TwelveMonkeys, which gets the bare picture. */
final class WebpCodec implements PictureCodec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi";
    private static final int BITS = 8;

    @Override
    public Header header(byte[] file) throws IOException {
        WebpChunks webp = new WebpChunks(file);
        ImageReader reader = ImageIoReaders.named(TWELVE_MONKEYS);
        try (ImageInputStream in = new ByteArrayImageInputStream(webp.bare())) {
            reader.setInput(in, true, true);
            return new Header(reader.getWidth(0), reader.getHeight(0), BITS, ColourTag.ofIcc(webp.icc(), false), false);
        } finally {
            reader.dispose();
        }
    }

    @Override
    public CodedPicture decode(byte[] file, Header header) throws IOException {
        ImageReader reader = ImageIoReaders.named(TWELVE_MONKEYS);
        try (ImageInputStream in = new ByteArrayImageInputStream(new WebpChunks(file).bare())) {
            Damage damage = Damage.watch(reader);
            reader.setInput(in, true, true);
            CodedPicture picture = Rasters.coded(reader.read(0));
            if (damage.found().isPresent()) {
                picture.close();
                throw new IOException("the WebP is damaged (" + damage.found().get() + ")");
            }
            return picture;
        } catch (EOFException e) {
            throw new IOException("the WebP is cut off", e);
        } finally {
            reader.dispose();
        }
    }
}
