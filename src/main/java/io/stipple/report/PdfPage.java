package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.ViewRecord;
import io.stipple.report.ReportPage.StageCard;
import io.stipple.report.ViewSection.StagePicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.pdf} says: the page's own figures and words, laid out for A4.
 *
 * @param page the same as on screen
 * @param timeline in rows that fit the sheet
 * @param pair the first screen's two pictures
 * @param views in the order of the page
 * @param settings two and two, side by side
 */
record PdfPage(
        ReportPage page,
        List<List<StageCard>> timeline,
        List<Placed> pair,
        List<View> views,
        List<List<Map.Entry<String, String>>> settings) {
    /** Between the margins of the template. */
    private static final double SHEET_WIDTH_MM = 186;

    private static final double GAP_MM = 4;
    private static final double PAIR_HEIGHT_MM = 115;
    private static final double MARKED_HEIGHT_MM = 118;
    private static final double STRIP_HEIGHT_MM = 48;
    private static final int STAGES_A_ROW = 7;

    /** Print shows 200 to 300 px an inch at these sizes; more only makes the file larger. */
    private static final ReportPictures.Settings PICTURES =
            new ReportPictures.Settings(1500, 1000, 4_000_000, 320_000, 0.84f, 0.62f);

    /** A picture at its size on paper, mm. */
    record Placed(StagePicture picture, String widthMm, String heightMm) {}

    /** A name over a picture, mm from its upper left corner. */
    record Name(String text, String left, String top) {}

    /** A stage's picture with outlines and dots. */
    record Marked(String stage, Placed base, String drawing, List<Name> names) {}

    /** A view. */
    record View(
            ViewSection section,
            @Nullable Marked marked,
            List<List<Placed>> strip,
            List<PdfChart> densities,
            List<PdfChart> contrasts) {}

    static PdfPage of(FinishedCase finished, PdfDrawings drawings) throws IOException {
        CaseRecord record = finished.record();
        ReportPage page = ReportPage.of(finished, PICTURES);
        List<View> views = new ArrayList<>();
        for (ViewSection section : page.views()) {
            views.add(view(record, section, drawings));
        }
        double half = (SHEET_WIDTH_MM - GAP_MM) / 2;
        return new PdfPage(
                page,
                rows(page.stages(), STAGES_A_ROW),
                page.pair().stream()
                        .map(picture -> placed(picture, half, PAIR_HEIGHT_MM))
                        .toList(),
                views,
                rows(List.copyOf(page.settings().entrySet()), 2));
    }

    /** A fresh list of notes for a table; public, as the template sees public methods alone. */
    public PdfNotes notes() {
        return new PdfNotes();
    }

    private static View view(CaseRecord record, ViewSection section, PdfDrawings drawings) {
        double strip = SHEET_WIDTH_MM / STAGES_A_ROW - 1.5;
        return new View(
                section,
                marked(record, section, drawings),
                rows(
                        section.pictures().stream()
                                .map(picture -> placed(picture, strip, STRIP_HEIGHT_MM))
                                .toList(),
                        STAGES_A_ROW),
                charts(section, RegionSection::density, drawings),
                charts(section, RegionSection::contrast, drawings));
    }

    private interface Figure {
        Chart of(RegionSection region);
    }

    private static List<PdfChart> charts(ViewSection section, Figure figure, PdfDrawings drawings) {
        return section.regions().stream()
                .map(region -> PdfChart.of(figure.of(region), drawings))
                .toList();
    }

    /** The latest stage that was counted, with its dots; null where no picture has any. */
    private static @Nullable Marked marked(CaseRecord record, ViewSection section, PdfDrawings drawings) {
        Frame frame = section.frame();
        ViewRecord view = record.views().stream()
                .filter(candidate -> candidate.view().equals(section.name()))
                .findFirst()
                .orElse(null);
        StagePicture picture = section.pictures().stream()
                .filter(candidate -> counted(record, section.name()).contains(candidate.stage()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (frame == null || view == null || picture == null) {
            return null;
        }
        Placed base = placed(picture, SHEET_WIDTH_MM, MARKED_HEIGHT_MM);
        double scale = Double.parseDouble(base.widthMm()) / frame.width();
        PdfMarks marks = new PdfMarks(frame, view.regions(), view.dots().getOrDefault(picture.stage(), List.of()));
        return new Marked(picture.label(), base, drawings.add(marks), names(section, frame, scale));
    }

    private static List<String> counted(CaseRecord record, String view) {
        return record.stages().stream()
                .map(StageInfo::stage)
                .filter(stage -> record.measurements().stream()
                        .filter(row -> row.view().equals(view))
                        .filter(row -> row.dots() != null)
                        .map(Measurement::stage)
                        .anyMatch(stage::equals))
                .map(Stage::name)
                .toList();
    }

    private static List<Name> names(ViewSection section, Frame frame, double scale) {
        return section.outlines().stream()
                .map(shape -> new Name(
                        shape.name(),
                        mm((Double.parseDouble(shape.labelX()) - frame.x()) * scale),
                        mm((Double.parseDouble(shape.labelY()) - frame.y()) * scale)))
                .toList();
    }

    /** As large as fits, with the picture's own proportions. */
    private static Placed placed(StagePicture picture, double widthMm, double heightMm) {
        double scale = Math.min(widthMm / picture.width(), heightMm / picture.height());
        return new Placed(picture, mm(picture.width() * scale), mm(picture.height() * scale));
    }

    private static String mm(double value) {
        return Decimals.fixed(value, 2);
    }

    private static <T> List<List<T>> rows(List<T> items, int each) {
        List<List<T>> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i += each) {
            rows.add(items.subList(i, Math.min(items.size(), i + each)));
        }
        return rows;
    }
}
