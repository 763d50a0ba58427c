package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.Srgb;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import io.stipple.photo.UnreadablePhotoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Reads and draws pictures for {@link MarkedImagesStudy}. */
final class MarkedImages {
    private static final String MARKED = "_dots_";
    private static final int ENLARGED = 2; // overlays: a mark must not hide its nucleus

    private static final Scalar GREEN = new Scalar(0, 255, 0);
    private static final Scalar RED = new Scalar(0, 0, 255);
    private static final Scalar YELLOW = new Scalar(0, 255, 255);

    private MarkedImages() {}

    /** Pictures of nuclei that have a picture of marks beside them, by name. */
    static List<Path> nuclei(Path folder) throws IOException {
        return named(folder, "").stream()
                .filter(p -> Files.exists(marksOf(p)) && !marksOf(p).equals(p))
                .toList();
    }

    /** Pictures whose name starts so, by name. */
    static List<Path> named(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.getFileName().toString().matches("\\Q" + prefix + "\\E.*\\.(png|jpg)"))
                    .sorted()
                    .toList();
        }
    }

    static LinearImage read(Path file) throws IOException {
        try (Photo photo = new PhotoReader(PhotoSettings.defaults()).read(file)) {
            return new LinearImage(photo.image().rgb().clone());
        } catch (UnreadablePhotoException e) {
            throw new IOException(file.toString(), e);
        }
    }

    /** The centres of the single pixels in the picture of marks. */
    static List<PointPx> marks(Path nuclei) {
        List<PointPx> marks = new ArrayList<>();
        try (var mats = new MatScope()) {
            Mat picture = mats.own(Imgcodecs.imread(marksOf(nuclei).toString(), Imgcodecs.IMREAD_GRAYSCALE));
            Mat lit = mats.mat();
            Core.findNonZero(picture, lit);
            int[] at = new int[2];
            for (int i = 0; i < lit.rows(); i++) {
                lit.get(i, 0, at);
                marks.add(new PointPx(at[0], at[1]));
            }
        }
        return marks;
    }

    private static Path marksOf(Path nuclei) {
        String name = nuclei.getFileName().toString();
        return nuclei.resolveSibling(name.replaceFirst("_(\\d+)\\.png$", MARKED + "$1.png"));
    }

    static Mask everywhere(LinearImage image) {
        return new Mask(new Mat(image.heightPx(), image.widthPx(), CvType.CV_8U, new Scalar(255)));
    }

    /** CV_8UC1: what the detector looks at, for the eye's curve; handed over. */
    static Mat grey(LinearImage image, DotSettings settings) {
        try (var mats = new MatScope()) {
            Mat light = mats.own(MissingLight.light(image.rgb(), MissingLight.weights(settings)));
            return Srgb.toCoded8(light);
        }
    }

    /**
     * Pictures side by side, row after row, each reduced and brought to the same mean light.
     *
     * @param factor on the size, up to 1
     */
    static LinearImage tiled(List<Path> files, int columns, double factor) throws IOException {
        try (var mats = new MatScope()) {
            Mat all = mats.mat();
            for (int i = 0; i < files.size(); i++) {
                try (LinearImage image = read(files.get(i))) {
                    Mat tile = mats.mat();
                    Imgproc.resize(image.rgb(), tile, new Size(), factor, factor, Imgproc.INTER_AREA);
                    Scalar mean = Core.mean(tile);
                    Core.multiply(tile, new Scalar(0.4 / mean.val[0], 0.3 / mean.val[1], 0.2 / mean.val[2]), tile);
                    if (i == 0) {
                        all.create(tile.rows() * (files.size() / columns), tile.cols() * columns, CvType.CV_32FC3);
                    }
                    Rect place =
                            new Rect(i % columns * tile.cols(), i / columns * tile.rows(), tile.cols(), tile.rows());
                    tile.copyTo(mats.own(all.submat(place)));
                }
            }
            return new LinearImage(mats.keep(all));
        }
    }

    /** Draws found things, hits green and others red, and missed marks yellow. */
    static void draw(LinearImage image, List<PointPx> found, List<PointPx> marks, double radiusPx, Path file) {
        try (var mats = new MatScope()) {
            Mat coded = mats.own(Srgb.toCoded8(image.rgb()));
            Imgproc.cvtColor(coded, coded, Imgproc.COLOR_RGB2BGR);
            Imgproc.resize(coded, coded, new Size(), ENLARGED, ENLARGED, Imgproc.INTER_CUBIC);
            List<int[]> hits = MarkMatching.hitsOf(found, marks, radiusPx);
            found.forEach(p -> ring(coded, p, radiusPx, RED));
            marks.forEach(p -> ring(coded, p, radiusPx / 3, YELLOW));
            for (int[] hit : hits) {
                ring(coded, found.get(hit[0]), radiusPx, GREEN);
                ring(coded, marks.get(hit[1]), radiusPx / 3, GREEN);
            }
            Imgcodecs.imwrite(file.toString(), coded);
        }
    }

    private static void ring(Mat picture, PointPx at, double radiusPx, Scalar colour) {
        Point centre = new Point((at.x() + 0.5) * ENLARGED - 0.5, (at.y() + 0.5) * ENLARGED - 0.5);
        Imgproc.circle(picture, centre, (int) Math.round(radiusPx * ENLARGED), colour, 1, Imgproc.LINE_AA);
    }
}
