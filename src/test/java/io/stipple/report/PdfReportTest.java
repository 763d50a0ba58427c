package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReportTest {
    /** HTML, an entity, a control character and a script that the font does not have. */
    private static final String HOSTILE = "<b>C-017</b> &lt; &xxe; \u0001 \u6f22";

    /** 210 and 297 mm in points. */
    private static final float A4_WIDTH = 595.28f;

    private static final float A4_HEIGHT = 841.89f;

    @TempDir
    static Path folder;

    private static FinishedCase finished;
    private static String text;

    @BeforeAll
    static void write() throws IOException {
        var record = new CaseFixture(HOSTILE, 300).record();
        CaseFixture.drawPictures(record, folder, 480);
        RecordJson.write(record, folder.resolve("record.json"));
        finished = FinishedCase.read(folder);
        PdfReport.write(finished, folder.resolve("report.pdf"));
        try (PDDocument document = open()) {
            text = new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyPageIsA4AndCountedInItsFoot() throws IOException {
        try (PDDocument document = open()) {
            int pages = document.getNumberOfPages();
            for (PDPage page : document.getPages()) {
                // A hundredth of a millimetre is what rounding to the layout's grid leaves.
                assertThat(page.getMediaBox().getWidth()).isCloseTo(A4_WIDTH, within(0.03f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(A4_HEIGHT, within(0.03f));
            }
            for (int page = 1; page <= pages; page++) {
                assertThat(text).contains("Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void aNameShowsAsItWasTypedOnTheFirstPageAndInEachHead() throws IOException {
        // What XML forbids and what the font lacks becomes U+FFFD, as no reader could tell a '#' from one typed.
        String shown = "<b>C-017</b> &lt; &xxe; \ufffd \ufffd";
        try (PDDocument document = open()) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(document)).as("page " + page).contains(shown);
            }
        }
        assertThat(text).doesNotContain("#");
    }

    @Test
    void figuresUnitsReasonsAndEvidenceAreText() {
        assertThat(text)
                .contains("dots/cm²", "ΔE00", "→", "−", "mm² per dot", "σ, px")
                .contains("11 landmarks agree", "there are no dots before treatment to take a share of")
                .contains(finished.record().photos().get(0).sha256())
                .contains("registration.gridPx", "opencv");
        for (String region : CaseFixture.REGIONS) {
            assertThat(text).contains(region);
        }
    }

    @Test
    void theFirstPageTellsTheTimelineAndWhatCouldNotBeMeasured() throws IOException {
        try (PDDocument document = open()) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String page = first.getText(document);
            assertThat(page).contains("Before", "2026-01-10", "+7 days", "What matters", "Density now");
        }
        assertThat(text.indexOf("What could not be measured"))
                .isGreaterThan(0)
                .isLessThan(text.indexOf("Where each region stands"));
    }

    @Test
    void everyFontIsInTheFile() throws IOException {
        try (PDDocument document = open()) {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("DejaVuSansCondensed"));
        }
    }

    @Test
    void itSaysNothingOfMachineOrHour() throws IOException {
        try (PDDocument document = open()) {
            PDDocumentInformation about = document.getDocumentInformation();
            assertThat(about.getMetadataKeys()).containsExactlyInAnyOrder("Title", "Creator");
            assertThat(about.getCreator()).isEqualTo("Stipple");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void thePicturesCarryNothingButPixels() throws IOException {
        int pictures = 0;
        try (PDDocument document = open()) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    PDXObject object = page.getResources().getXObject(name);
                    if (object instanceof PDImageXObject image) {
                        assertThat(image.getSuffix()).isEqualTo("jpg");
                        pictures++;
                    }
                }
            }
        }
        // The pair, 6 and 7 stages, and one large picture with marks a view, some of which share an object.
        assertThat(pictures).isGreaterThanOrEqualTo(15);
        assertThat(new String(
                        Files.readAllBytes(folder.resolve("report.pdf")), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", folder.toString());
    }

    @Test
    void theSameCaseGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.pdf");

        PdfReport.write(finished, again);

        assertThat(again).hasSameBinaryContentAs(folder.resolve("report.pdf"));
    }

    private static PDDocument open() throws IOException {
        return Loader.loadPDF(folder.resolve("report.pdf").toFile());
    }
}
