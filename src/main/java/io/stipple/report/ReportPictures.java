package io.stipple.report;

import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.imgscalr.Scalr;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Pictures for the report: cut to the frame, scaled down and written anew, so that nothing but pixels is left of the
 * photo (no EXIF, no place, no device).
 */
final class ReportPictures {
    /** How much larger than wanted the area's mean leaves a picture for the cubic kernel, which keeps dots crisp. */
    private static final double NEARBY = 1.25;

    private final Settings settings;
    private final int bytesEach;

    /** Below this many px there is nothing left to see, whatever the bytes. */
    private static final int SMALLEST = 128;

    /**
     * How pictures are made small.
     *
     * @param longSide px of a picture's longer side, for zooming in; default 2000: a dot of 0.4 mm on a whole head is 4 px
     * @param thumbSide px of the longer side of the first screen's pair; default 640
     * @param bytesOfAll of all pictures together before base64 adds a third, so that the file stays under 8 MB with
     *     the dots; default 5,000,000
     * @param bytesMost of one picture, beyond which no eye gains; default 420,000
     * @param bestQuality of JPEG, 0..1, tried first; default 0.86
     * @param worstQuality below which blocks show and a smaller picture is better; default 0.62
     */
    record Settings(int longSide, int thumbSide, int bytesOfAll, int bytesMost, float bestQuality, float worstQuality) {
        Settings {
            if (longSide < 64 || thumbSide < 64) {
                throw new IllegalArgumentException(
                        "long side " + longSide + " px or thumb side " + thumbSide + " px is below 64 px");
            }
            if (!(0 < worstQuality && worstQuality <= bestQuality && bestQuality <= 1)) {
                throw new IllegalArgumentException(
                        "quality from " + worstQuality + " to " + bestQuality + " is outside 0..1 or runs backwards");
            }
        }

        static Settings defaults() {
            return new Settings(2000, 640, 5_000_000, 420_000, 0.86f, 0.62f);
        }
    }

    /** A JPEG as a {@code data:} address, with its size in px. */
    record Picture(String dataUri, int width, int height) {}

    /** For a report with so many pictures, which share the bytes. */
    ReportPictures(Settings settings, int pictures) {
        this.settings = settings;
        this.bytesEach = Math.min(settings.bytesMost(), settings.bytesOfAll() / Math.max(1, pictures));
    }

    /**
     * The framed part of an aligned photo, upright RGB at full size of the file.
     *
     * @param aligned shows all of the reference photo, at any scale
     */
    static BufferedImage framed(Path aligned, Frame frame) throws IOException {
        BufferedImage all = ImageIO.read(aligned.toFile());
        if (all == null) {
            throw new IOException("not a picture that can be read: " + aligned);
        }
        double scaleX = (double) all.getWidth() / frame.photoWidth();
        double scaleY = (double) all.getHeight() / frame.photoHeight();
        int x = (int) Math.round(frame.x() * scaleX);
        int y = (int) Math.round(frame.y() * scaleY);
        int width = Math.max(1, Math.min(all.getWidth() - x, (int) Math.round(frame.width() * scaleX)));
        int height = Math.max(1, Math.min(all.getHeight() - y, (int) Math.round(frame.height() * scaleY)));
        BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = part.createGraphics();
        canvas.drawImage(all, -x, -y, null);
        canvas.dispose();
        return part;
    }

    /** For the compare slider and the film strip. */
    Picture large(BufferedImage framed) throws IOException {
        return encoded(scaled(framed, settings.longSide()), bytesEach);
    }

    /** For the first screen. */
    Picture thumb(BufferedImage framed) throws IOException {
        return encoded(scaled(framed, settings.thumbSide()), bytesEach);
    }

    /** Never larger than it came; reduced by area first, as the cubic kernel alone skips pixels and takes seconds. */
    private static BufferedImage scaled(BufferedImage picture, int longSide) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        if (side <= longSide) {
            return picture;
        }
        double nearby = NEARBY * longSide;
        BufferedImage near = side > nearby && picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                ? reduced(picture, nearby / side)
                : picture;
        return Scalr.resize(near, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.AUTOMATIC, longSide);
    }

    private static BufferedImage reduced(BufferedImage picture, double factor) {
        OpenCv.load();
        int width = (int) Math.max(1, Math.round(picture.getWidth() * factor));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        try (MatScope mats = new MatScope()) {
            Mat from = mats.own(new Mat(picture.getHeight(), picture.getWidth(), CvType.CV_8UC3));
            from.put(0, 0, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            Mat to = mats.own(new Mat());
            Imgproc.resize(from, to, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            to.get(0, 0, ((DataBufferByte) small.getRaster().getDataBuffer()).getData());
        }
        return small;
    }

    /** The best quality that keeps within the bytes; where even the worst does not, a smaller picture. */
    private Picture encoded(BufferedImage picture, int bytes) throws IOException {
        float quality = settings.bestQuality();
        byte[] jpeg = jpeg(picture, quality);
        while (jpeg.length > bytes && quality > settings.worstQuality()) {
            quality = Math.max(settings.worstQuality(), quality - 0.06f);
            jpeg = jpeg(picture, quality);
        }
        int side = Math.max(picture.getWidth(), picture.getHeight());
        if (jpeg.length > bytes && side > SMALLEST) {
            return encoded(scaled(picture, side * 4 / 5), bytes);
        }
        String data = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
        return new Picture(data, picture.getWidth(), picture.getHeight());
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), how);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
