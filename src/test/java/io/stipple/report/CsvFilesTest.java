package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Dot;
import io.stipple.model.DotFigures;
import io.stipple.model.Fate;
import io.stipple.model.Interval;
import io.stipple.model.Lab;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.PhotoRow;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {
    @TempDir
    Path folder;

    private static final PhotoRow MEASURED = new PhotoRow(
            "top",
            Stage.session(1),
            "session-1/top.jpg",
            LocalDate.of(2026, 1, 10),
            "ab12",
            4000,
            3000,
            12.6449,
            ScaleGrade.B,
            1.25,
            0.5,
            RegistrationVerdict.OK,
            0.03141,
            97.26,
            Verdict.MEASURED,
            "",
            null,
            "Maker P-12",
            Map.of("stroke", 12));

    @Test
    void photosHaveTheContractsColumnsAndEmptyCellsForWhatIsNotKnown() throws IOException {
        PhotoRow unread = CaseFixture.photo(
                "top", Stage.BEFORE, "before/top.jpg", Verdict.UNUSABLE, "not a picture, \"0 bytes\"");

        String text = written(
                CsvFiles::writePhotos, CaseFixture.small(List.of(unread, MEASURED), List.of(), List.of(), List.of()));

        assertThat(text)
                .isEqualTo("view,stage,photo,date,sha256,width_px,height_px,px_per_mm,scale_grade,sharpness,glare_pct,"
                        + "registration,residual_mm,overlap_pct,verdict,reason\r\n"
                        + "top,before,before/top.jpg,,,,,,,,,,,,unusable,\"not a picture, \"\"0 bytes\"\"\"\r\n"
                        + "top,session-1,session-1/top.jpg,2026-01-10,ab12,4000,3000,12.645,B,1.250,0.50,"
                        + "ok,0.0314,97.3,measured,\r\n");
    }

    @Test
    void measurementsHaveTheContractsColumns() throws IOException {
        DotFigures dots = new DotFigures(
                812,
                84.25,
                new Interval(79.5, 90.125),
                0.965,
                0.01,
                null,
                null,
                null,
                null,
                5.5,
                0.3125,
                0.0125,
                0.03125,
                0.001,
                2.625,
                0.375,
                null,
                1.25);
        ToneFigures tone =
                new ToneFigures(new Lab(66.5, 11.25, 18.75), 41.5, -0.5, 61.25, 2.5, 0.125, ToneTie.OWN_SKIN);
        Measurement measured = new Measurement(
                "top", Stage.session(1), "frontal", "session-1/top.jpg", Verdict.MEASURED, "", 9.625, dots, tone);
        Measurement none =
                new Measurement("top", Stage.BEFORE, "frontal", null, Verdict.UNUSABLE, "no photo", null, null, null);

        String text = written(
                CsvFiles::writeMeasurements,
                CaseFixture.small(List.of(), List.of(none, measured), List.of(), List.of()));

        assertThat(text)
                .isEqualTo("view,stage,region,photo,verdict,reason,area_cm2,dots,density_per_cm2,density_lo95,"
                        + "density_hi95,completeness,coverage_pct,contrast,contrast_se,pigment_mm2,pigment_load_pct,"
                        + "diameter_mm,nn_mm,clark_evans,skin_l,skin_a,skin_b,ita_deg,erythema,tone_l,"
                        + "delta_e00_before,region_contrast,tone_tie\r\n"
                        + "top,before,frontal,,unusable,no photo,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                        + "top,session-1,frontal,session-1/top.jpg,measured,,9.625,812,84.250,79.500,90.125,0.9650,"
                        + "5.500,0.31250,0.01250,0.031250,2.6250,0.3750,,1.2500,66.50,11.25,18.75,41.50,-0.50,61.25,"
                        + "2.50,0.12500,own-skin\r\n");
    }

    @Test
    void changesHaveTheContractsColumnsAndNoEndWhereNothingBoundsAnInterval() throws IOException {
        Change change = new Change(
                "top",
                "frontal",
                Stage.BEFORE,
                Stage.session(1),
                ChangeKind.BUILD_UP,
                10,
                2,
                30,
                new PercentChange(83.25, new Interval(70.5, 91.75)),
                new PercentChange(250, new Interval(190.5, Double.POSITIVE_INFINITY)),
                new PercentChange(-12.5, new Interval(-15.25, -9.75)),
                null,
                7.5,
                ChangeVerdict.WITHIN_NOISE,
                "",
                3,
                2.25);

        String text =
                written(CsvFiles::writeChanges, CaseFixture.small(List.of(), List.of(), List.of(change), List.of()));

        assertThat(text)
                .isEqualTo("view,region,from,to,kind,kept,lost,added,retained_pct,retained_lo95,retained_hi95,"
                        + "density_change_pct,density_change_lo95,density_change_hi95,contrast_change_pct,"
                        + "contrast_change_lo95,contrast_change_hi95,pigment_change_pct,pigment_change_lo95,"
                        + "pigment_change_hi95,mdc95_pct,verdict,double_dots,double_dots_by_chance\r\n"
                        + "top,frontal,before,session-1,build-up,10,2,30,83.25,70.50,91.75,250.00,190.50,,-12.50,"
                        + "-15.25,-9.75,,,,7.50,within-noise,3,2.25\r\n");
    }

    @Test
    void dotsNameTheMeasuredPhotoOfTheirStage() throws IOException {
        PhotoRow repeat = CaseFixture.photo("top", Stage.session(1), "session-1/top-2.jpg", Verdict.MEASURED, null);
        Dot dot = new Dot(new PointPx(1200.0625, 800), 0.375, 0.3125, 0.03125, 0.001, 9, 0.9);
        TrackedDot tracked = new TrackedDot(7, dot, new PointPx(-3.5, 801.25), null, Fate.LAST_SEEN, true);
        ViewRecord view = new ViewRecord(
                "top",
                Stage.BEFORE,
                List.of(),
                true,
                null,
                null,
                Map.of("session-1", List.of(tracked)),
                Map.of(),
                Map.of(),
                Map.of());
        Measurement coarse = new Measurement(
                "top", Stage.session(1), "frontal", "session-1/top.jpg", Verdict.TONE_ONLY, "coarse", null, null, null);

        String text = written(
                CsvFiles::writeDots,
                CaseFixture.small(List.of(repeat, MEASURED), List.of(coarse), List.of(), List.of(view)));

        assertThat(text)
                .isEqualTo("view,stage,photo,dot,x_px,y_px,x_ref_px,y_ref_px,diameter_mm,contrast,pigment_mm2,region,"
                        + "fate,recovered\r\n"
                        + "top,session-1,session-1/top.jpg,7,1200.062,800.000,-3.500,801.250,0.3750,0.3125,0.031250,,"
                        + "last-seen,yes\r\n");
    }

    @Test
    void textThatASpreadsheetWouldRunIsGuardedAndNegativeFiguresAreNot() throws IOException {
        List<PhotoRow> photos = List.of(
                CaseFixture.photo("=cmd()", Stage.BEFORE, "+1/top.jpg", Verdict.UNUSABLE, "-2 px"),
                CaseFixture.photo("@SUM(A1)", Stage.BEFORE, "a=b", Verdict.UNUSABLE, "\t=1"));

        String text = written(CsvFiles::writePhotos, CaseFixture.small(photos, List.of(), List.of(), List.of()));

        assertThat(text.lines().skip(1))
                .containsExactly(
                        "'=cmd(),before,'+1/top.jpg,,,,,,,,,,,,unusable,'-2 px",
                        "'@SUM(A1),before,a=b,,,,,,,,,,,,unusable,'\t=1");
    }

    @Test
    void aCommaLocaleChangesNothing() throws IOException {
        CaseRecord record = CaseFixture.small(List.of(MEASURED), List.of(), List.of(), List.of());
        String usual = written(CsvFiles::writePhotos, record);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(written(CsvFiles::writePhotos, record)).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private interface Writer {
        void write(CaseRecord record, Path file) throws IOException;
    }

    private String written(Writer writer, CaseRecord record) throws IOException {
        Path file = folder.resolve("table.csv");
        writer.write(record, file);
        return Files.readString(file);
    }
}
