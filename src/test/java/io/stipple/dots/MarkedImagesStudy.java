package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * How the detector does on pictures that others took and marked, which no threshold was set on: a command, since the
 * pictures are not ours to keep.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.stipple.dots.MarkedImagesStudy -Dexec.args="nuclei FOLDER 20"</pre>
 *
 * <p>{@code nuclei FOLDER DIAMETER [OVERLAYS]}: the folder MBM_data of github.com/ieee8023/countception, dark nuclei of
 * bone marrow on textured pink, one mark each. Nothing but the size is changed: the millimetre is chosen so that a
 * nucleus of the given diameter, px, is a dot of {@value #DOT_MM} mm. Prints precision, recall and F1 for each picture
 * and for all, once with the detector told nothing and once told what a photo's stage and needle tell, that a session
 * came before and how large its dots are; and beside them OpenCV's SimpleBlobDetector, which is told the size too, in the
 * one setting of a grid that does best on these very pictures. With a folder for overlays it draws hits green, false finds red and missed marks yellow.
 *
 * <p>{@code hairs FOLDER PX_PER_MM TO_PX_PER_MM TILES [PREFIX]}: the folder data/Images of
 * github.com/roshan-k-patel/hair-follicle-density-estimation-209b, cut hairs at 70x without any dot, those whose name
 * starts with the prefix. Reduced to what a photo of a head resolves, and that many by that many laid side by side,
 * evenly lit, so that the detector has enough scalp to calibrate itself on. Prints what passes for a dot, in a picture
 * and per cm², and what the other candidates are taken for. One millimetre is 363 px there: a circle that some pictures carry
 * has a radius of 2.519 mm and of 915 px.
 */
final class MarkedImagesStudy {
    static final double DOT_MM = 0.5;

    /** All that a photo's stage tells: a session came before. */
    private static final Expectation TREATED = new Expectation(
            true,
            Expectation.NONE.places(),
            Expectation.NONE.placeSdMm(),
            Expectation.NONE.mayBeNew(),
            Expectation.NONE.untreated(),
            Expectation.NONE.earlier());

    // Nuclei of one picture differ by as much.
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 1.6;

    private static final double MATCH = 0.6; // of the diameter: a mark on the nucleus, and a little of the hand's error

    public static void main(String[] args) throws IOException, TooCoarseException {
        OpenCv.load();
        var study = new MarkedImagesStudy();
        Path folder = Path.of(args[1]);
        double size = Double.parseDouble(args[2]);
        if (args[0].equals("nuclei")) {
            study.nuclei(MarkedImages.nuclei(folder), size, args.length > 3 ? Path.of(args[3]) : null);
        } else {
            String prefix = args.length > 5 ? args[5] : "";
            study.hairs(
                    MarkedImages.named(folder, prefix), size, Double.parseDouble(args[3]), Integer.parseInt(args[4]));
        }
    }

    private void nuclei(List<Path> files, double diameterPx, @Nullable Path overlays)
            throws IOException, TooCoarseException {
        var everywhere = new Tally(DotSettings.defaults());
        var told = new Tally(sizesAround(DOT_MM));
        var rivals = new LinkedHashMap<BlobDetectorRival, Tally>();
        BlobDetectorRival.grid().forEach(r -> rivals.put(r, new Tally(DotSettings.defaults())));
        double pxPerMm = diameterPx / DOT_MM;
        double radiusPx = MATCH * diameterPx;
        for (Path file : files) {
            List<PointPx> marks = MarkedImages.marks(file);
            try (LinearImage image = MarkedImages.read(file);
                    Mask all = MarkedImages.everywhere(image);
                    var mats = new MatScope()) {
                long start = System.nanoTime();
                List<PointPx> found = everywhere.find(image, all, pxPerMm, Expectation.NONE);
                double seconds = (System.nanoTime() - start) / 1e9;
                MarkMatching one = everywhere.match(found, marks, radiusPx);
                System.out.printf(
                        Locale.ROOT, "%s  %.1f s%n", line(file.getFileName().toString(), one), seconds);
                told.match(told.find(image, all, pxPerMm, TREATED), marks, radiusPx);
                if (overlays != null) {
                    MarkedImages.draw(image, found, marks, radiusPx, overlays.resolve(file.getFileName()));
                }
                Mat grey = mats.own(MarkedImages.grey(image, DotSettings.defaults()));
                rivals.forEach((r, tally) -> tally.match(r.find(grey, diameterPx), marks, radiusPx));
            }
        }
        everywhere.print("all, whole pictures");
        told.print("all, size and session told");
        var best = Collections.max(
                rivals.entrySet(),
                Comparator.comparingDouble(e -> e.getValue().all.f1()));
        best.getValue().print("SimpleBlobDetector, best of " + rivals.size());
        System.out.println("  its setting: " + best.getKey());
    }

    private void hairs(List<Path> files, double pxPerMm, double toPxPerMm, int side)
            throws IOException, TooCoarseException {
        var total = new Tally(DotSettings.defaults());
        double cm2 = 0;
        int pictures = side * side;
        for (int first = 0; first + pictures <= files.size(); first += pictures) {
            List<Path> some = files.subList(first, first + pictures);
            try (LinearImage image = MarkedImages.tiled(some, side, toPxPerMm / pxPerMm);
                    Mask all = MarkedImages.everywhere(image)) {
                var here = new Tally(DotSettings.defaults());
                List<PointPx> found = here.find(image, all, toPxPerMm, Expectation.NONE);
                double areaCm2 = image.widthPx() * image.heightPx() / (100 * toPxPerMm * toPxPerMm);
                System.out.printf(
                        Locale.ROOT,
                        "%-20s %4d dots, %5.2f a picture, %5.1f per cm², rejected %s%n",
                        some.get(0).getFileName(),
                        found.size(),
                        (double) found.size() / pictures,
                        found.size() / areaCm2,
                        here.rejected);
                total.match(found, List.of(), 0);
                here.rejected.forEach((kind, count) -> total.rejected.merge(kind, count, Integer::sum));
                cm2 += areaCm2;
            }
        }
        int dots = total.all.found();
        System.out.printf(
                Locale.ROOT,
                "all: %d dots on %.1f cm², %.2f per cm², rejected %s%n",
                dots,
                cm2,
                dots / cm2,
                total.rejected);
    }

    private static DotSettings sizesAround(double diameterMm) {
        DotSettings usual = DotSettings.defaults();
        return new DotSettings(
                SMALLEST * diameterMm,
                LARGEST * diameterMm,
                usual.commonDotMm(),
                usual.leastDotPx(),
                usual.redShare(),
                usual.greenShare(),
                usual.bloodInRed(),
                usual.backgroundMm(),
                usual.noiseMm(),
                usual.candidateSnr(),
                usual.dotSnr(),
                usual.leastAxisRatio(),
                usual.leastRelativeWidth(),
                usual.leastStretchedRatio(),
                usual.sizeSpread(),
                usual.darknessSpread(),
                usual.strongSnr(),
                usual.strongAxisRatio(),
                usual.treatedPerCm2(),
                usual.loneSnr());
    }

    private static String line(String name, MarkMatching m) {
        return String.format(
                Locale.ROOT,
                "%-32s marks %4d found %5d  precision %.3f recall %.3f F1 %.3f",
                name,
                m.marks(),
                m.found(),
                m.precision(),
                m.recall(),
                m.f1());
    }

    /** What one way of looking made of all pictures so far. */
    private static final class Tally {
        private final DotFinder finder;
        private final Map<String, Integer> rejected = new TreeMap<>();
        private MarkMatching all = MarkMatching.NONE;

        Tally(DotSettings settings) {
            this.finder = new DotFinder(settings);
        }

        List<PointPx> find(LinearImage image, Mask where, double pxPerMm, Expectation expected)
                throws TooCoarseException {
            try (DotField field = finder.find(image, where, ScalpGeometry.flat(pxPerMm), expected)) {
                field.rejected().forEach((kind, count) -> rejected.merge(kind, count, Integer::sum));
                return field.dots().stream().map(Dot::centre).toList();
            }
        }

        MarkMatching match(List<PointPx> found, List<PointPx> marks, double radiusPx) {
            MarkMatching one = MarkMatching.of(found, marks, radiusPx);
            all = all.plus(one);
            return one;
        }

        void print(String name) {
            System.out.println(line(name, all) + (rejected.isEmpty() ? "" : "  rejected " + rejected));
        }
    }
}
