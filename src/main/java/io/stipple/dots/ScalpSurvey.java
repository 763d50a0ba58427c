package io.stipple.dots;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Scale and area of what a mask shows.
 *
 * @param pxPerMm median over the scalp, px/mm
 * @param areaCm2 of curved scalp
 */
record ScalpSurvey(double pxPerMm, double areaCm2) {
    private static final int SAMPLES_ACROSS = 64;

    static ScalpSurvey of(Mat mask, Rect crop, ScalpGeometry geometry) {
        int step = Math.max(1, Math.max(crop.width, crop.height) / SAMPLES_ACROSS);
        List<Double> scales = new ArrayList<>();
        double mm2 = 0;
        byte[] inside = new byte[1];
        for (int y = crop.y + step / 2; y < crop.y + crop.height; y += step) {
            for (int x = crop.x + step / 2; x < crop.x + crop.width; x += step) {
                mask.get(y, x, inside);
                if (inside[0] == 0) {
                    continue;
                }
                var frame = geometry.at(x, y);
                if (frame.isPresent()) {
                    ScalpFrame seen = frame.get();
                    scales.add(seen.pxPerMm());
                    mm2 += seen.mm2PerPx() * step * step;
                }
            }
        }
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("the geometry knows no scalp inside the mask");
        }
        double median = Calibration.median(scales);
        return new ScalpSurvey(median, mm2 / 100);
    }
}
