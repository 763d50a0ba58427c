package io.stipple.phantom;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.PointPx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores an analysis of a synthetic case against its truth. */
public final class PhantomCheck {
    private final PhantomTruth truth;
    private final Map<String, List<NamedCsvRecord>> dotsByPhoto = new HashMap<>();
    private final List<NamedCsvRecord> photos;
    private final List<NamedCsvRecord> measurements;
    private final List<NamedCsvRecord> changes;
    private final List<FigureScore> figures = new ArrayList<>();
    private final List<FigureScore> untold = new ArrayList<>();
    private final List<VerdictScore> verdicts = new ArrayList<>();

    private PhantomCheck(PhantomTruth truth, Path folder) throws IOException {
        this.truth = truth;
        this.photos = AnalysisTable.read(folder, "photos.csv").rows();
        this.measurements = AnalysisTable.read(folder, "measurements.csv").rows();
        this.changes = AnalysisTable.read(folder, "changes.csv").rows();
        for (NamedCsvRecord row : AnalysisTable.read(folder, "dots.csv").rows()) {
            dotsByPhoto
                    .computeIfAbsent(row.getField("view") + " " + row.getField("stage"), key -> new ArrayList<>())
                    .add(row);
        }
    }

    /**
     * Compares the CSV files in {@code analysisFolder} with the truth.
     *
     * @throws IOException when one of them cannot be read
     */
    public static CheckResult check(PhantomTruth truth, Path analysisFolder) throws IOException {
        return new PhantomCheck(truth, analysisFolder).check();
    }

    private CheckResult check() {
        List<DetectionScore> detection = new ArrayList<>();
        List<PositionScore> positions = new ArrayList<>();
        for (String view : truth.views()) {
            for (String stage : truth.stages()) {
                scorePhoto(view, stage, detection, positions);
            }
            Map<String, RegionTruth> regions = new HashMap<>();
            truth.regions(view).forEach(region -> regions.put(region.outline().name(), region));
            scoreMeasurements(view, regions);
            scoreChanges(view, regions);
        }
        return new CheckResult(detection, positions, figures, untold, verdicts);
    }

    private void scorePhoto(String view, String stage, List<DetectionScore> detection, List<PositionScore> positions) {
        List<NamedCsvRecord> rows = dotsByPhoto.getOrDefault(view + " " + stage, List.of());
        PhotoTruth photo = truth.photo(view, stage, repeatOf(rows, view));
        List<FoundDot> found = rows.stream()
                .map(row -> new FoundDot(
                        new PointPx(AnalysisTable.number(row, "x_px"), AnalysisTable.number(row, "y_px")),
                        new PointPx(AnalysisTable.number(row, "x_ref_px"), AnalysisTable.number(row, "y_ref_px"))))
                .toList();
        int[] dotOf = DotMatcher.match(found, photo);
        detection.add(new DetectionCount(truth, view, stage, photo).score(found, dotOf));
        positions.add(position(view, stage, photo, found, dotOf));
    }

    /** Which shot was measured: the file's name tells. */
    private static int repeatOf(List<NamedCsvRecord> rows, String view) {
        if (rows.isEmpty()) {
            return 1;
        }
        String photo = rows.get(0).getField("photo");
        String stem = photo.substring(photo.lastIndexOf('/') + 1, photo.lastIndexOf('.'));
        return stem.equals(view) ? 1 : Integer.parseInt(stem.substring(view.length() + 1));
    }

    /** The error of the map alone: where the photo's dots are said to lie, against where their centres as found do. */
    private PositionScore position(String view, String stage, PhotoTruth photo, List<FoundDot> found, int[] dotOf) {
        PhotoTruth reference = truth.reference(view);
        ReferenceScalp scalp = truth.scalp(view);
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < dotOf.length; i++) {
            int dot = dotOf[i];
            if (dot >= 0
                    && photo.dotCosine(dot) > MapScore.LEAST_COSINE
                    && reference.dotCosine(dot) > MapScore.LEAST_COSINE) {
                FoundDot one = found.get(i);
                photo.photoToReference(one.at().x(), one.at().y())
                        .ifPresent(truly -> errors.add(
                                scalp.distanceMm(truly, one.reference()).orElse(MapScore.OFF_THE_HEAD_MM)));
            }
        }
        String verdict = "-";
        double residual = Double.NaN;
        for (NamedCsvRecord row : photos) {
            if (row.getField("view").equals(view)
                    && row.getField("stage").equals(stage)
                    && !row.getField("registration").isEmpty()) {
                verdict = row.getField("registration");
                residual = AnalysisTable.number(row, "residual_mm");
                break;
            }
        }
        return MapScore.score(view, stage, verdict, errors, residual);
    }

    private void scoreMeasurements(String view, Map<String, RegionTruth> regions) {
        for (NamedCsvRecord row : measurements) {
            RegionTruth region = regions.get(row.getField("region"));
            if (!row.getField("view").equals(view) || region == null) {
                continue;
            }
            String stage = row.getField("stage");
            DotTruth is = region.at(truth.photo(view, stage));
            add(row, view, stage, "area", is.areaCm2(), "area_cm2", "", "");
            if (is.dots() > 0) {
                add(row, view, stage, "density", is.densityPerCm2(), "density_per_cm2", "density_lo95", "density_hi95");
                add(row, view, stage, "contrast", is.contrast(), "contrast", "", "");
                add(row, view, stage, "pigment", is.pigmentMm2(), "pigment_mm2", "", "");
                add(row, view, stage, "diameter", is.diameterMm(), "diameter_mm", "", "");
            }
        }
    }

    private void scoreChanges(String view, Map<String, RegionTruth> regions) {
        for (NamedCsvRecord row : changes) {
            RegionTruth region = regions.get(row.getField("region"));
            if (!row.getField("view").equals(view) || region == null) {
                continue;
            }
            ChangeTruth is =
                    region.between(truth.photo(view, row.getField("from")), truth.photo(view, row.getField("to")));
            String pair = row.getField("from") + " > " + row.getField("to");
            verdicts.add(new VerdictScore(
                    view,
                    row.getField("region"),
                    pair,
                    ChangeKind.of(row.getField("kind")),
                    is.densityChangePct(),
                    ChangeVerdict.of(row.getField("verdict"))));
            addShare(row, view, pair, "retained", is.retainedPct(), "retained", "retained_pct");
            addShare(row, view, pair, "density change", is.densityChangePct(), "density_change", "density_change_pct");
            addShare(
                    row,
                    view,
                    pair,
                    "contrast change",
                    is.contrastChangePct(),
                    "contrast_change",
                    "contrast_change_pct");
            addShare(row, view, pair, "pigment change", is.pigmentChangePct(), "pigment_change", "pigment_change_pct");
        }
    }

    private void addShare(
            NamedCsvRecord row, String view, String pair, String figure, double is, String stem, String column) {
        if (!Double.isNaN(is) && !Double.isInfinite(is)) {
            add(row, view, pair, figure, is, column, stem + "_lo95", stem + "_hi95");
        }
    }

    private void add(
            NamedCsvRecord row,
            String view,
            String stage,
            String figure,
            double is,
            String column,
            String lo,
            String hi) {
        double reported = AnalysisTable.number(row, column);
        List<FigureScore> scores = Double.isNaN(reported) ? untold : figures;
        scores.add(new FigureScore(
                view,
                row.getField("region"),
                stage,
                figure,
                is,
                reported,
                lo.isEmpty() ? Double.NaN : AnalysisTable.number(row, lo),
                hi.isEmpty() ? Double.NaN : AnalysisTable.number(row, hi),
                FigureScore.inPoints(figure) ? reported - is : 100 * (reported / is - 1)));
    }
}
