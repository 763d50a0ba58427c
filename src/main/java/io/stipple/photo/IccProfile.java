package io.stipple.photo;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads an embedded ICC profile (ICC.1:2022, and version 2).
 *
 * <p>Matrix profiles are read from their tags here, so that they can be applied at the speed of a table look-up; other
 * profiles go to the JDK.
 */
final class IccProfile {
    private static final int HEADER_LENGTH = 128;
    private static final int MAX_TAGS = 1000;

    private final ByteBuffer bytes;

    private IccProfile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * The profile in {@code icc} as it applies to a picture.
     *
     * @param grey whether the picture has one channel
     * @throws IllegalArgumentException when it is damaged or made for another kind of picture
     */
    static ColourProfile read(byte[] icc, boolean grey) {
        if (icc.length < HEADER_LENGTH + 4) {
            throw new IllegalArgumentException("it has only " + icc.length + " bytes");
        }
        try {
            return new IccProfile(icc).profile(grey);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a tag lies outside it", e);
        }
    }

    private ColourProfile profile(boolean grey) {
        if (!ascii(36, 4).equals("acsp")) {
            throw new IllegalArgumentException("its signature is missing");
        }
        String space = ascii(16, 4);
        if (grey && space.equals("GRAY")) {
            return ColourProfile.of(name(), curve("kTRC"), ColourMatrix.identity());
        }
        if (!space.equals("RGB ")) {
            throw new IllegalArgumentException("it is made for " + space.strip() + " pictures");
        }
        boolean matrix = ascii(20, 4).equals("XYZ ")
                && tag("rXYZ").isPresent()
                && tag("gXYZ").isPresent()
                && tag("bXYZ").isPresent();
        if (matrix) {
            ColourMatrix toSrgb = ColourMatrix.toSrgb(xyz("rXYZ"), xyz("gXYZ"), xyz("bXYZ"));
            return new ColourProfile.Matrix(name(), curve("rTRC"), curve("gTRC"), curve("bTRC"), toSrgb);
        }
        if (grey) {
            throw new IllegalArgumentException("it is an RGB table for a grey picture");
        }
        return new ColourProfile.Table(name(), ICC_Profile.getInstance(bytes.array()));
    }

    private String name() {
        return tag("desc")
                .map(this::description)
                .filter(text -> !text.isBlank())
                .orElse("unnamed ICC profile");
    }

    private String description(Tag tag) {
        String text;
        if (ascii(tag.offset, 4).equals("mluc")) {
            int length = bytes.getInt(tag.offset + 20);
            int at = tag.offset + bytes.getInt(tag.offset + 24);
            text = bytes.getInt(tag.offset + 8) < 1 ? "" : text(at, length, StandardCharsets.UTF_16BE);
        } else {
            text = text(tag.offset + 12, bytes.getInt(tag.offset + 8), StandardCharsets.ISO_8859_1);
        }
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private double[] xyz(String signature) {
        int at = required(signature).offset + 8;
        return new double[] {fixed(at), fixed(at + 4), fixed(at + 8)};
    }

    private ToneCurve curve(String signature) {
        Tag tag = required(signature);
        String type = ascii(tag.offset, 4);
        return switch (type) {
            case "curv" -> sampled(tag.offset);
            case "para" -> parametric(tag.offset);
            default -> throw new IllegalArgumentException("its tone curve " + signature + " is of the type " + type);
        };
    }

    private ToneCurve sampled(int at) {
        int count = bytes.getInt(at + 8);
        if (count == 0) {
            return coded -> coded;
        }
        if (count == 1) {
            return ToneCurve.power(unsigned(at + 12) / 256.0);
        }
        if (count < 0 || count > bytes.limit()) {
            throw new IllegalArgumentException("a tone curve has " + count + " entries");
        }
        double[] table = new double[count];
        for (int i = 0; i < count; i++) {
            table[i] = unsigned(at + 12 + 2 * i) / 65535.0;
        }
        return ToneCurve.sampled(table);
    }

    /** ICC.1:2022 table 68: y = (a x + b)^g + e from d upwards, c x + f below it. */
    private ToneCurve parametric(int at) {
        int kind = unsigned(at + 8);
        int[] parameters = {1, 3, 4, 5, 7};
        if (kind >= parameters.length) {
            throw new IllegalArgumentException("a tone curve is of the unknown kind " + kind);
        }
        double[] p = new double[7];
        for (int i = 0; i < parameters[kind]; i++) {
            p[i] = fixed(at + 12 + 4 * i);
        }
        double g = p[0];
        return switch (kind) {
            case 0 -> ToneCurve.power(g);
            case 1 -> pieces(g, p[1], p[2], 0, -p[2] / p[1], 0, 0);
            case 2 -> pieces(g, p[1], p[2], 0, -p[2] / p[1], p[3], p[3]);
            default -> pieces(g, p[1], p[2], p[3], p[4], p[5], p[6]);
        };
    }

    private static ToneCurve pieces(double g, double a, double b, double c, double d, double e, double f) {
        return coded -> coded >= d ? Math.pow(Math.max(0, a * coded + b), g) + e : c * coded + f;
    }

    private record Tag(int offset, int length) {}

    private Tag required(String signature) {
        return tag(signature).orElseThrow(() -> new IllegalArgumentException("its tag " + signature + " is missing"));
    }

    private Optional<Tag> tag(String signature) {
        int count = bytes.getInt(HEADER_LENGTH);
        if (count < 0 || count > MAX_TAGS) {
            throw new IllegalArgumentException("it claims to have " + count + " tags");
        }
        for (int i = 0; i < count; i++) {
            int entry = HEADER_LENGTH + 4 + 12 * i;
            if (ascii(entry, 4).equals(signature)) {
                return Optional.of(new Tag(bytes.getInt(entry + 4), bytes.getInt(entry + 8)));
            }
        }
        return Optional.empty();
    }

    private String ascii(int at, int length) {
        return text(at, length, StandardCharsets.ISO_8859_1);
    }

    private String text(int at, int length, Charset charset) {
        if (at < 0 || length < 0 || length > bytes.limit() - at) {
            throw new IndexOutOfBoundsException(at);
        }
        return new String(bytes.array(), at, length, charset);
    }

    private int unsigned(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    /** s15Fixed16Number. */
    private double fixed(int at) {
        return bytes.getInt(at) / 65536.0;
    }
}
