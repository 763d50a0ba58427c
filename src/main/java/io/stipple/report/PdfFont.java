package io.stipple.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of {@code report.pdf}: DejaVu Sans Condensed 2.37, bundled under its own licence, as the fonts that every PDF
 * reader has know neither minus nor arrow. Only the glyphs used go into the file.
 */
final class PdfFont {
    private static final String FAMILY = "Stipple";
    private static final String REGULAR = "dejavu-2.37/DejaVuSansCondensed.ttf";
    private static final String BOLD = "dejavu-2.37/DejaVuSansCondensed-Bold.ttf";
    private static final int REGULAR_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;
    private static final int UNKNOWN = 0xfffd;

    private PdfFont() {}

    /** Makes the font known as {@code font-family: Stipple}. */
    static void embed(PdfRendererBuilder builder) {
        builder.useFont(() -> open(REGULAR), FAMILY, REGULAR_WEIGHT, FontStyle.NORMAL, true);
        builder.useFont(() -> open(BOLD), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
    }

    /** The same text with U+FFFD for each character that XML does not allow or the font does not have. */
    static String printable(String text) throws IOException {
        try (TrueTypeFont regular = parsed()) {
            CmapLookup glyphs = regular.getUnicodeCmapLookup();
            StringBuilder printable = new StringBuilder(text.length());
            text.codePoints()
                    .map(code -> isPrintable(code, glyphs) ? code : UNKNOWN)
                    .forEach(printable::appendCodePoint);
            return printable.toString();
        }
    }

    private static boolean isPrintable(int code, CmapLookup glyphs) {
        return code == '\n' || code == '\t' || (code >= ' ' && glyphs.getGlyphId(code) != 0);
    }

    /** The upright font; the caller closes it. */
    static TrueTypeFont parsed() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(open(REGULAR)));
    }

    private static InputStream open(String name) {
        InputStream in = PdfFont.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("font is missing from the program: " + name);
        }
        return in;
    }
}
