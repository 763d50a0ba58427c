package io.stipple.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** TIFF by TwelveMonkeys: the first picture of the file. */
final class TiffCodec implements PictureCodec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi";

    @Override
    public Header header(byte[] file) throws IOException {
        ImageReader reader = ImageIoReaders.named(TWELVE_MONKEYS);
        try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
            reader.setInput(in, true, true);
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            if (!types.hasNext()) {
                throw new IOException("the TIFF stores its pixels in a way that is not read");
            }
            ColorModel colours = types.next().getColorModel();
            int bits = colours.getComponentSize(0);
            return new Header(reader.getWidth(0), reader.getHeight(0), bits, colour(colours), false);
        } catch (EOFException e) {
            throw new IOException("the TIFF is cut off before its picture", e);
        } finally {
            reader.dispose();
        }
    }

    // The JDK stands in with its own sRGB where the file names nothing.
    private static ColourTag colour(ColorModel colours) throws IOException {
        ColorSpace space = colours.getColorSpace();
        boolean grey = space.getType() == ColorSpace.TYPE_GRAY;
        if (!grey && space.getType() != ColorSpace.TYPE_RGB) {
            throw new IOException("the TIFF is not in grey or RGB but made for print or a colour laboratory");
        }
        boolean named = space instanceof ICC_ColorSpace && !space.isCS_sRGB() && !isJdkGrey(space);
        return named ? ColourTag.ofIcc(((ICC_ColorSpace) space).getProfile().getData(), grey) : ColourTag.NONE;
    }

    /** The JDK's grey has a linear scale; a TIFF without a profile has not. */
    private static boolean isJdkGrey(ColorSpace space) {
        return space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
    }

    @Override
    public CodedPicture decode(byte[] file, Header header) throws IOException {
        ImageReader reader = ImageIoReaders.named(TWELVE_MONKEYS);
        try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
            Damage damage = Damage.watch(reader);
            reader.setInput(in, true, true);
            CodedPicture picture = Rasters.coded(reader.read(0));
            if (damage.found().isPresent()) {
                picture.close();
                throw new IOException("the TIFF is damaged (" + damage.found().get() + ")");
            }
            return picture;
        } catch (EOFException e) {
            throw new IOException("the TIFF is cut off", e);
        } finally {
            reader.dispose();
        }
    }
}
