package io.stipple.dots;

import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Candidates: 8-neighbour maxima of the filters' answer above a threshold, strongest first. */
final class Peaks {
    private Peaks() {}

    /** Candidates inside the mask where the geometry knows scalp, strongest first. */
    static List<Blob> find(
            BlobFilters.Answer answer, float[] density, Mat mask, Rect crop, ScalpGeometry geometry, double leastSnr) {
        try (var mats = new MatScope()) {
            Mat highest = mats.mat();
            Imgproc.dilate(answer.snr(), highest, mats.mat());
            Mat peaks = mats.mat();
            Core.compare(answer.snr(), highest, peaks, Core.CMP_GE);
            Mat strong = mats.mat();
            Core.compare(answer.snr(), new Scalar(leastSnr), strong, Core.CMP_GT);
            Core.bitwise_and(peaks, strong, peaks);
            Core.bitwise_and(peaks, mask, peaks);
            Mat found = mats.mat();
            Core.findNonZero(peaks, found);
            int[] at = new int[found.rows() * 2];
            if (at.length > 0) {
                found.get(0, 0, at);
            }
            var blobs = new ArrayList<Blob>();
            float[] row = new float[3];
            byte[] filter = new byte[1];
            for (int i = 0; i < at.length; i += 2) {
                int x = at[i];
                int y = at[i + 1];
                var frame = geometry.at(x + crop.x, y + crop.y);
                if (frame.isEmpty() || x < 1 || y < 1 || x >= crop.width - 1 || y >= crop.height - 1) {
                    continue;
                }
                answer.filter().get(y, x, filter);
                answer.snr().get(y, x - 1, row);
                double dx = vertex(row[0], row[1], row[2]);
                double snr = row[1];
                double above = answer.snr().get(y - 1, x)[0];
                double below = answer.snr().get(y + 1, x)[0];
                double dy = vertex(above, snr, below);
                double peak = Math.max(1e-4, density[y * crop.width + x]);
                blobs.add(new Blob(
                        frame.get(),
                        snr,
                        x + dx,
                        y + dy,
                        answer.filters().sigmasPx().get(filter[0]),
                        peak));
            }
            blobs.sort(Comparator.comparingDouble((Blob b) -> -b.snr)
                    .thenComparingDouble(b -> b.y)
                    .thenComparingDouble(b -> b.x));
            return blobs;
        }
    }

    /** Where the parabola through three neighbouring values peaks, -0.5..0.5. */
    private static double vertex(double before, double at, double after) {
        double bend = before - 2 * at + after;
        return bend < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend)) : 0;
    }
}
