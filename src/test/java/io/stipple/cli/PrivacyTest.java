package io.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a phone writes into a photo of the place, the device and its owner is in no file that Stipple writes. */
class PrivacyTest {
    private static final String OWNER = "Jane Roe of Elm Street";
    private static final String SERIAL = "SN-8812345-XJ";
    private static final String LENS_SERIAL = "LENS-SN-99123";
    private static final String ASSISTANT = "Assistant Doe";
    private static final String MODEL = "Phone 42";

    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    @TempDir
    static Path folder;

    private static Path out;

    @BeforeAll
    static void writeAllThatStippleWrites() throws Exception {
        Path caseFolder = folder.resolve("client");
        for (String stage : List.of("before", "session-1")) {
            Path photo = Files.createDirectories(caseFolder.resolve(stage)).resolve("top.jpg");
            Files.write(photo, tagged(Files.readAllBytes(Path.of("sample-images/client-001", stage, "top.jpg"))));
        }
        Files.writeString(caseFolder.resolve("case.yaml"), "client: C-1\nconsent: {marketing: yes}\n");
        out = caseFolder.resolve("stipple");

        run("analyze", caseFolder.toString());
        run("report", out.toString(), "--pdf", "--share");
        run("report", folder.toString());
    }

    @Test
    void thePhotosOfThisTestDoCarryThem() throws Exception {
        var metadata = ImageMetadataReader.readMetadata(
                folder.resolve("client/before/top.jpg").toFile());

        assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation())
                .isNotNull();
        List<String> said = StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .map(tag -> String.valueOf(tag.getDescription()))
                .toList();
        assertThat(said).contains(OWNER, SERIAL, LENS_SERIAL, MODEL);
        assertThat(text(folder.resolve("client/before/top.jpg"))).contains(ASSISTANT);
    }

    @Test
    void noFileNamesOwnerOrDevice() throws IOException {
        Map<String, String> written = written();
        // Of the place nothing is looked for here: a figure may hold any digits. Pictures are looked into below, and no
        // other file has a field for it.
        assertThat(written.keySet())
                .contains("record.json", "report.html", "report.pdf", "share.html", "../../index.html", "dots.csv")
                .anyMatch(name -> name.startsWith("aligned"));
        written.forEach((name, content) -> {
            for (String secret : List.of(OWNER, "Jane", SERIAL, LENS_SERIAL, ASSISTANT)) {
                assertThat(content.contains(secret))
                        .as(name + " holds " + secret)
                        .isFalse();
            }
        });
    }

    @Test
    void noPictureHasAnythingButPixels() throws Exception {
        for (byte[] picture : pictures()) {
            List<String> kinds = new ArrayList<>();
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                    .getDirectories()) {
                assertThat(directory).isNotInstanceOf(ExifDirectoryBase.class);
                kinds.add(directory.getName());
            }
            assertThat(kinds).isSubsetOf("JPEG", "JFIF", "Huffman", "File Type", "ICC Profile");
        }
    }

    @Test
    void theReportNamesTheModelOfTheCamera() throws IOException {
        assertThat(Files.readString(out.resolve("report.html"))).contains(MODEL);
        assertThat(Files.readString(out.resolve("share.html"))).doesNotContain(MODEL);
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (Path file : files()) {
            written.put(out.relativize(file).toString(), text(file));
        }
        Path pdf = out.resolve("report.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            written.put("text of report.pdf", new PDFTextStripper().getText(document));
        }
        return written;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(out)) {
            return Stream.concat(below.filter(Files::isRegularFile), Stream.of(folder.resolve("index.html")))
                    .sorted()
                    .toList();
        }
    }

    /** All pictures: those that are files, and those inside a page. */
    private static List<byte[]> pictures() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".jpg")) {
                pictures.add(Files.readAllBytes(file));
            }
            Matcher data =
                    Pattern.compile("data:image/jpeg;base64,([A-Za-z0-9+/=]+)").matcher(text(file));
            while (data.find()) {
                pictures.add(Base64.getDecoder().decode(data.group(1)));
            }
        }
        assertThat(pictures).hasSizeGreaterThan(6);
        return pictures;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static void run(String... args) {
        StringWriter words = new StringWriter();
        int exitCode = Main.run(new PrintWriter(words, true), new PrintWriter(words, true), args);
        assertThat(exitCode).as(words.toString()).isIn(ExitCode.DONE, ExitCode.PARTLY_MEASURED);
    }

    /** The same JPEG with EXIF, XMP and IPTC that tell too much, instead of what it had. */
    private static byte[] tagged(byte[] jpeg) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(jpeg, 0, 2);
        segment(tagged, 0xE1, "Exif\0\0", exif());
        segment(
                tagged,
                0xE1,
                "http://ns.adobe.com/xap/1.0/\0",
                ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                + "<rdf:Description xmlns:a='http://ns.adobe.com/exif/1.0/aux/' a:OwnerName='"
                                + ASSISTANT
                                + "'/></rdf:RDF></x:xmpmeta>")
                        .getBytes(StandardCharsets.UTF_8));
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
            if ((jpeg[at + 1] & 0xff) != 0xE1) {
                tagged.write(jpeg, at, length);
            }
            at += length;
        }
        tagged.write(jpeg, at, jpeg.length - at);
        return tagged.toByteArray();
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, String head, byte[] content) {
        byte[] name = head.getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + content.length;
        jpeg.write(0xff);
        jpeg.write(marker);
        jpeg.write(length >> 8);
        jpeg.write(length & 0xff);
        jpeg.writeBytes(name);
        jpeg.writeBytes(content);
    }

    private record Field(int tag, int type, int count, ByteBuffer value) {}

    /** Three directories one behind the other: main, camera, place; numbers with the big end first. */
    private static byte[] exif() {
        List<Field> camera = List.of(text(0xA430, OWNER), text(0xA431, SERIAL), text(0xA435, LENS_SERIAL));
        List<Field> place =
                List.of(text(0x0001, "N"), degrees(0x0002, 52, 31, 12), text(0x0003, "E"), degrees(0x0004, 13, 24, 36));
        List<Field> main = new ArrayList<>(
                List.of(text(0x010F, "Maker"), text(0x0110, MODEL), text(0x013B, OWNER), text(0x8298, OWNER)));
        int mainSize = size(main) + 2 * 12;
        main.add(3, pointer(0x8769, 8 + mainSize));
        main.add(pointer(0x8825, 8 + mainSize + size(camera)));
        main.sort(Comparator.comparingInt(Field::tag));
        ByteBuffer tiff = ByteBuffer.allocate(8 + mainSize + size(camera) + size(place));
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        directory(tiff, main);
        directory(tiff, camera);
        directory(tiff, place);
        return tiff.array();
    }

    private static int size(List<Field> fields) {
        return 2
                + 12 * fields.size()
                + 4
                + fields.stream()
                        .mapToInt(field -> field.value.capacity())
                        .filter(length -> length > 4)
                        .sum();
    }

    private static void directory(ByteBuffer tiff, List<Field> fields) {
        int behind = tiff.position() + 2 + 12 * fields.size() + 4;
        tiff.putShort((short) fields.size());
        for (Field field : fields) {
            tiff.putShort((short) field.tag).putShort((short) field.type).putInt(field.count);
            byte[] value = field.value.array();
            if (value.length > 4) {
                tiff.putInt(behind);
                System.arraycopy(value, 0, tiff.array(), behind, value.length);
                behind += value.length;
            } else {
                tiff.put(value).put(new byte[4 - value.length]);
            }
        }
        tiff.putInt(0);
        tiff.position(behind);
    }

    private static Field text(int tag, String value) {
        byte[] bytes = (value + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Field(tag, ASCII, bytes.length, ByteBuffer.wrap(bytes));
    }

    private static Field pointer(int tag, int offset) {
        return new Field(tag, LONG, 1, ByteBuffer.allocate(4).putInt(offset));
    }

    private static Field degrees(int tag, int degrees, int minutes, int seconds) {
        ByteBuffer value = ByteBuffer.allocate(24);
        value.putInt(degrees)
                .putInt(1)
                .putInt(minutes)
                .putInt(1)
                .putInt(seconds)
                .putInt(1);
        return new Field(tag, RATIONAL, 3, value);
    }
}
