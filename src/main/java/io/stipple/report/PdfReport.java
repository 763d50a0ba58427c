package io.stipple.report;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * {@code report.pdf}: the report on A4. It is made from the record and the pictures alone, without a network, and says
 * nothing of when and where it was made, so that the same case gives the same file.
 */
final class PdfReport {
    private PdfReport() {}

    /**
     * Writes the report.
     *
     * @param file replaced where there is one
     */
    static void write(FinishedCase finished, Path file) throws IOException {
        XRLog.setLoggerImpl(new PdfLog());
        FontMappers.set(new BundledFonts());
        PdfDrawings drawings = new PdfDrawings();
        PdfPage pdf = PdfPage.of(finished, drawings);
        String xhtml =
                PdfFont.printable(Template.text("pdf.peb", Map.of("pdf", pdf, "styles", Template.resource("pdf.css"))));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(parsed(xhtml), null)
                .useObjectDrawerFactory(drawings)
                // All that a page needs is in it; a link that slipped through must not reach out.
                .useExternalResourceAccessControl(
                        (uri, kind) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        PdfFont.embed(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document, finished.record().client(), xhtml);
            document.save(file.toFile());
        }
    }

    /** Title and creator, and nothing of the machine or the hour. */
    private static void describe(PDDocument document, String client, String xhtml) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(client + " · Stipple report");
        about.setCreator("Stipple");
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setMetadata(null);
        // The file's identifier is made from the time unless it is given one.
        CRC32 content = new CRC32();
        content.update(xhtml.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(content.getValue());
    }

    /** The template's text as a document; it may neither declare nor fetch an entity. */
    private static Document parsed(String xhtml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the PDF's template is not well-formed", e);
        }
    }
}
