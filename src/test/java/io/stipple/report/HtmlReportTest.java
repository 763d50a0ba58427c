package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.CaseRecord;
import io.stipple.model.ViewRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final String HOSTILE = "<script>alert('C-017')</script>";

    /** Small enough for a quick test; ReportPicturesTest looks at sizes. */
    private static final int ALIGNED_WIDTH = 480;

    @TempDir
    static Path folder;

    private static CaseRecord record;
    private static String html;

    @BeforeAll
    static void write() throws IOException {
        record = new CaseFixture(HOSTILE, 400).record();
        CaseFixture.drawPictures(record, folder, ALIGNED_WIDTH);
        addExif(folder.resolve("aligned/top/before.jpg"), "GPS of the client's home");
        ReportWriter.write(record, folder);
        html = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void itAsksNothingOfTheNetwork() {
        String withoutNames = html.replace("http://www.w3.org/2000/svg", "");

        assertThat(withoutNames).doesNotContainPattern("https?://");
        assertThat(withoutNames).doesNotContain("@import", "sourceMappingURL");
        assertThat(html).contains("default-src &#39;none&#39;");
    }

    @Test
    void onlyItsOwnScriptMayRun() throws Exception {
        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertThat(script.find()).isTrue();

        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(html).contains("sha256-" + Base64.getEncoder().encodeToString(hash));
        assertThat(script.find()).as("a second script").isFalse();
    }

    @Test
    void aNameThatHoldsAScriptShowsAsText() {
        assertThat(html).doesNotContain(HOSTILE).contains("&lt;script&gt;alert(&#39;C-017&#39;)&lt;/script&gt;");
    }

    @Test
    void everyRegionOfEveryViewHasItsOutlineItsChartsAndItsTables() {
        for (String region : CaseFixture.REGIONS) {
            assertThat(count(">" + region + "</text>")).isEqualTo(2);
            assertThat(count("<figcaption>" + region + "</figcaption>"))
                    .as("density and contrast of two views, survival of one")
                    .isEqualTo(5);
            assertThat(count("<h3>" + region + " <span")).isEqualTo(2);
            assertThat(count("<th scope=\"row\">" + region + "</th>")).isEqualTo(2);
        }
    }

    @Test
    void whatCouldNotBeMeasuredStandsBeforeAnyFigure() {
        assertThat(html.indexOf("11 landmarks agree"))
                .isGreaterThan(0)
                .isLessThan(html.indexOf("Where each region stands"));
    }

    @Test
    void anEmptyCellIsADashThatSaysWhy() {
        assertThat(html)
                .contains("title=\"there are no dots before treatment to take a share of\"><span class=\"value\">–");
    }

    @Test
    void thePicturesCarryNothingButPixels() {
        Matcher pictures = Pattern.compile("data:image/jpeg;base64,([^\"]+)").matcher(html);
        int found = 0;
        while (pictures.find()) {
            String bytes = new String(Base64.getDecoder().decode(pictures.group(1)), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Exif", "GPS");
            found++;
        }
        // 6 + 7 aligned photos and the pair on the first screen.
        assertThat(found).isEqualTo(15);
    }

    @Test
    void renderingAgainFromTheRecordGivesTheSameBytes() throws IOException {
        List<String> names = List.of("report.html", "photos.csv", "measurements.csv", "changes.csv", "dots.csv");
        Map<String, byte[]> before = new HashMap<>();
        for (String name : names) {
            before.put(name, Files.readAllBytes(folder.resolve(name)));
        }

        ReportWriter.render(folder);

        for (String name : names) {
            assertThat(folder.resolve(name)).hasBinaryContent(before.get(name));
        }
    }

    @Test
    void aLostPictureIsNamedAndTheFiguresStay(@TempDir Path other) throws IOException {
        write(new CaseFixture("C-1", 10).record(), other);

        String text = Files.readString(other.resolve("report.html"));
        assertThat(text).contains("No picture of Result: no aligned picture").contains("77.4");
        assertThat(text).doesNotContain("class=\"compare\"");
        assertThat(text).contains("<code class=\"record\">" + HASH + "</code>", "views.top.front");
    }

    @Test
    void aPathThatLeadsOutOfTheFolderIsRefused(@TempDir Path other) {
        ViewRecord top = record.views().get(1);
        ViewRecord leading = new ViewRecord(
                top.view(),
                top.reference(),
                top.regions(),
                top.atlas(),
                top.headOutline(),
                top.scalp(),
                Map.of(),
                Map.of("before", "../../secret.jpg"),
                Map.of(),
                Map.of());
        CaseRecord hostile = new CaseRecord(
                "C-1",
                null,
                record.consent(),
                record.stages(),
                record.photos(),
                List.of(leading),
                List.of(),
                List.of(),
                CaseFixture.nothingAssessed(),
                List.of(),
                record.choices(),
                Map.of(),
                Map.of());

        assertThatThrownBy(() -> write(hostile, other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../../secret.jpg");
    }

    private static int count(String text) {
        return html.split(Pattern.quote(text), -1).length - 1;
    }

    /** Puts an APP1 segment right after the JPEG's start, as a phone does. */
    private static void addExif(Path jpeg, String secret) throws IOException {
        byte[] plain = Files.readAllBytes(jpeg);
        byte[] exif = ("Exif\0\0" + secret).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(plain, 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        tagged.write(exif);
        tagged.write(plain, 2, plain.length - 2);
        Files.write(jpeg, tagged.toByteArray());
    }

    private static void write(CaseRecord record, Path folder) throws IOException {
        HtmlReport.write(new FinishedCase(folder, record, HASH), folder.resolve("report.html"));
    }
}
