package io.stipple.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** PNG by the JDK's decoder, which gets the bare picture; colour is read here, since that decoder ignores it. */
final class PngCodec implements PictureCodec {
    private static final String JDK = "com.sun.imageio.plugins.png.PNGImageReaderSpi";
    /** gAMA counts in 1/100,000; 45455 is 1/2.2, by which writers mean sRGB. */
    private static final double GAMMA_UNIT = 100_000;

    private static final int GAMMA_OF_SRGB = 45_455;
    private static final int GAMMA_TOLERANCE = 500;

    @Override
    public Header header(byte[] file) throws IOException {
        PngChunks png = PngChunks.header(file);
        if (png.widthPx() < 1 || png.heightPx() < 1) {
            throw new IOException("the PNG claims a size of " + Integer.toUnsignedString(png.widthPx()) + " x "
                    + Integer.toUnsignedString(png.heightPx()) + " px");
        }
        return new Header(png.widthPx(), png.heightPx(), png.bitsPerChannel(), colour(png), false);
    }

    /** In the order of precedence of the standard: cICP, iCCP, sRGB, gAMA with cHRM. */
    private static ColourTag colour(PngChunks png) throws IOException {
        byte[] coded = png.payload("cICP");
        if (coded != null && coded.length >= 4) {
            return CodedColours.of(coded[0] & 0xff, coded[1] & 0xff);
        }
        try {
            byte[] icc = png.icc();
            if (icc != null) {
                return ColourTag.ofIcc(icc, png.isGrey());
            }
        } catch (IllegalArgumentException e) {
            return ColourTag.unreadable(e);
        }
        if (png.payload("sRGB") != null) {
            return ColourTag.of(ColourProfile.srgb());
        }
        return gamma(png).map(ColourTag::of).orElse(ColourTag.NONE);
    }

    private static Optional<ColourProfile> gamma(PngChunks png) throws IOException {
        byte[] gama = png.payload("gAMA");
        if (gama == null || gama.length < 4) {
            return Optional.empty();
        }
        int gamma = ByteBuffer.wrap(gama).getInt();
        if (gamma <= 0) {
            return Optional.empty();
        }
        boolean srgb = Math.abs(gamma - GAMMA_OF_SRGB) <= GAMMA_TOLERANCE;
        ColourMatrix toSrgb = png.isGrey() ? ColourMatrix.identity() : primaries(png);
        double exponent = GAMMA_UNIT / gamma;
        if (!srgb && (exponent < 0.2 || exponent > 5)) {
            return Optional.empty();
        }
        ToneCurve curve = srgb ? ToneCurve.srgb() : ToneCurve.power(exponent);
        String name = toSrgb.isIdentity() ? "sRGB primaries" : "own primaries";
        return Optional.of(ColourProfile.of(
                srgb && toSrgb.isIdentity() ? "sRGB" : name + " with gamma " + gamma / GAMMA_UNIT, curve, toSrgb));
    }

    private static ColourMatrix primaries(PngChunks png) {
        byte[] chrm = png.payload("cHRM");
        if (chrm == null || chrm.length < 32) {
            return ColourMatrix.identity();
        }
        double[] xy = new double[8];
        ByteBuffer values = ByteBuffer.wrap(chrm);
        for (int i = 0; i < xy.length; i++) {
            xy[i] = values.getInt() / GAMMA_UNIT;
        }
        ColourMatrix.Chromaticities stated =
                new ColourMatrix.Chromaticities(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
        try {
            return ColourMatrix.toSrgb(stated);
        } catch (IllegalArgumentException e) {
            return ColourMatrix.identity(); // a line or a point instead of a triangle
        }
    }

    @Override
    public CodedPicture decode(byte[] file, Header header) throws IOException {
        byte[] bare = PngChunks.whole(file).bare();
        ImageReader reader = ImageIoReaders.named(JDK);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare))) {
            Damage damage = Damage.watch(reader);
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (damage.found().isPresent()) {
                throw new IOException("the PNG is damaged (" + damage.found().get() + ")");
            }
            return Rasters.coded(image);
        } finally {
            reader.dispose();
        }
    }
}
