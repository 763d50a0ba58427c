package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the files of an analysis that knows the truth, with every dot shifted to the right by so many pixels in its photo and on the reference. */
final class AnalysisOfTruth {
    private AnalysisOfTruth() {}

    static Path write(PhantomTruth truth, Path folder, double shiftPx, double referenceShiftPx) throws IOException {
        List<String> dots = new ArrayList<>();
        List<String> photos = new ArrayList<>();
        List<String> measurements = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        dots.add("view,stage,photo,dot,x_px,y_px,x_ref_px,y_ref_px");
        photos.add("view,stage,photo,registration,residual_mm");
        measurements.add(
                "view,stage,region,area_cm2,density_per_cm2,density_lo95,density_hi95,contrast,pigment_mm2,diameter_mm");
        changes.add(
                "view,region,from,to,kind,verdict,retained_pct,retained_lo95,retained_hi95,density_change_pct,density_change_lo95,"
                        + "density_change_hi95,contrast_change_pct,contrast_change_lo95,contrast_change_hi95,"
                        + "pigment_change_pct,pigment_change_lo95,pigment_change_hi95");
        for (String view : truth.views()) {
            PhotoTruth reference = truth.reference(view);
            for (String stage : truth.stages()) {
                PhotoTruth photo = truth.photo(view, stage);
                photos.add(view + "," + stage + "," + photo.file() + ",ok,0.01");
                for (int dot = 0; dot < photo.dotCount(); dot++) {
                    if (photo.dotAlive(dot) && photo.dotVisible(dot)) {
                        PointPx at = photo.dotCentre(dot);
                        PointPx ref = reference.dotCentre(dot);
                        dots.add(String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%d,%.3f,%.3f,%.3f,%.3f",
                                view,
                                stage,
                                photo.file(),
                                dot,
                                at.x() + shiftPx,
                                at.y(),
                                ref.x() + referenceShiftPx,
                                ref.y()));
                    }
                }
                for (RegionTruth region : truth.regions(view)) {
                    DotTruth is = region.at(photo);
                    measurements.add(row(view, stage, region.outline().name())
                            + numbers(
                                    is.areaCm2(),
                                    is.densityPerCm2(),
                                    is.densityPerCm2() - 1,
                                    is.densityPerCm2() + 1,
                                    is.contrast(),
                                    is.pigmentMm2(),
                                    is.diameterMm()));
                }
            }
            addChanges(truth, view, changes);
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("dots.csv"), dots);
        Files.write(folder.resolve("photos.csv"), photos);
        Files.write(folder.resolve("measurements.csv"), measurements);
        Files.write(folder.resolve("changes.csv"), changes);
        return folder;
    }

    private static void addChanges(PhantomTruth truth, String view, List<String> changes) {
        for (RegionTruth region : truth.regions(view)) {
            ChangeTruth is = region.between(truth.photo(view, "session-1"), truth.photo(view, "session-1-settled"));
            changes.add(row(view, region.outline().name(), "session-1", "session-1-settled", "fading", "real")
                    + numbers(
                            is.retainedPct(),
                            is.retainedPct() - 1,
                            is.retainedPct() + 1,
                            is.densityChangePct(),
                            is.densityChangePct() - 1,
                            is.densityChangePct() + 1,
                            is.contrastChangePct(),
                            is.contrastChangePct() - 1,
                            is.contrastChangePct() + 1,
                            is.pigmentChangePct(),
                            is.pigmentChangePct() - 1,
                            is.pigmentChangePct() + 1));
        }
    }

    private static String row(String... cells) {
        return String.join(",", cells);
    }

    private static String numbers(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(',').append(Double.isNaN(value) ? "" : String.valueOf(value));
        }
        return text.toString();
    }
}
