package io.stipple.report;

import io.stipple.model.Advice;
import io.stipple.model.AdviceKind;
import io.stipple.model.Assessment;
import io.stipple.model.Blend;
import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeEvidence;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Consent;
import io.stipple.model.Dot;
import io.stipple.model.DotFigures;
import io.stipple.model.ErrorPart;
import io.stipple.model.FadingSplit;
import io.stipple.model.Fate;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.FreeSpace;
import io.stipple.model.HairlineFigures;
import io.stipple.model.HairlineVerdict;
import io.stipple.model.HueDrift;
import io.stipple.model.HueShift;
import io.stipple.model.Interval;
import io.stipple.model.Lab;
import io.stipple.model.ManualChoices;
import io.stipple.model.Measurement;
import io.stipple.model.Millimetres;
import io.stipple.model.Outline;
import io.stipple.model.PercentChange;
import io.stipple.model.PhotoRow;
import io.stipple.model.PigmentHue;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.RepeatAgreement;
import io.stipple.model.ScaleGrade;
import io.stipple.model.ScalpAreas;
import io.stipple.model.SessionShare;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.SurvivalCurve;
import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import io.stipple.model.ViewRecord;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A case like a real one: seven stages, two views, five regions, some cells empty and some photos refused. Every figure
 * is rounded as {@code record.json} rounds, so that reading back must give the very same record.
 */
public final class CaseFixture {
    static final int PHOTO_WIDTH = 4000;
    static final int PHOTO_HEIGHT = 3000;
    static final List<String> REGIONS = List.of("hairline", "frontal", "midscalp", "vertex", "scar-1");

    private static final List<StageInfo> STAGES = List.of(
            new StageInfo(Stage.BEFORE, LocalDate.of(2026, 1, 3), null, null, null),
            new StageInfo(Stage.session(1), LocalDate.of(2026, 1, 10), "SMP grey 8%", "P1", "3RL 0.25"),
            new StageInfo(Stage.settled(1), LocalDate.of(2026, 2, 9), null, null, null),
            new StageInfo(Stage.session(2), LocalDate.of(2026, 2, 10), "SMP grey 10%", "P1", "3RL 0.25"),
            new StageInfo(Stage.settled(2), LocalDate.of(2026, 3, 2), null, null, null),
            new StageInfo(Stage.session(3), LocalDate.of(2026, 3, 3), "SMP grey 10%", "P2", "3RL 0.25"),
            new StageInfo(Stage.RESULT, null, null, null, null));

    /** Dots per cm² at each stage of a middling region. */
    private static final double[] DENSITY = {0.8, 38, 33, 71, 64, 96, 88};

    private final Random random = new Random(17);
    private final int dotsPerPhoto;
    private final String client;

    static final ManualChoices CHOICES = new ManualChoices(Map.of("views.top.front", "UP"), "c".repeat(64));

    public CaseFixture(String client, int dotsPerPhoto) {
        this.client = client;
        this.dotsPerPhoto = dotsPerPhoto;
    }

    public CaseRecord record() {
        List<PhotoRow> photos = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<ViewRecord> views = new ArrayList<>();
        for (String view : List.of("front", "top")) {
            for (StageInfo info : STAGES) {
                photos.add(photo(view, info));
                for (String region : REGIONS) {
                    measurements.add(measurement(view, info.stage(), region));
                }
            }
            for (String region : REGIONS) {
                changes.addAll(changes(view, region));
            }
            views.add(view(view));
        }
        return new CaseRecord(
                client,
                "III",
                new Consent(true),
                STAGES,
                photos,
                views,
                measurements,
                explained(changes),
                assessment(),
                findings(),
                CHOICES,
                settings(),
                Map.of("stipple", "0.1.0", "opencv", "4.9.0", "java", "17.0.15"));
    }

    /** The pictures that the record names: a head on a dark ground with its dots, counted all over, gloss on its top. */
    static void drawPictures(CaseRecord record, Path folder, int width) throws IOException {
        for (ViewRecord view : record.views()) {
            for (Map.Entry<String, String> aligned : view.aligned().entrySet()) {
                Path file = folder.resolve(aligned.getValue());
                Files.createDirectories(file.getParent());
                List<TrackedDot> dots = view.dots().getOrDefault(aligned.getKey(), List.of());
                ImageIO.write(picture(dots, width, aligned.getKey().hashCode()), "jpg", file.toFile());
            }
            for (String path : view.counted().values()) {
                drawMask(folder.resolve(path), new Ellipse2D.Double(700, 250, 2600, 2500));
            }
            for (String path : view.gloss().values()) {
                drawMask(folder.resolve(path), new Ellipse2D.Double(1600, 900, 400, 300));
            }
        }
    }

    /** White inside the shape, px of the photo; a quarter of the photo's size, as the analysis writes it. */
    private static void drawMask(Path file, Shape inside) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage mask = new BufferedImage(PHOTO_WIDTH / 4, PHOTO_HEIGHT / 4, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = mask.createGraphics();
        ink.scale(0.25, 0.25);
        ink.fill(inside);
        ink.dispose();
        ImageIO.write(mask, "png", file.toFile());
    }

    private static BufferedImage picture(List<TrackedDot> dots, int width, int seed) {
        double scale = (double) width / PHOTO_WIDTH;
        int height = (int) Math.round(PHOTO_HEIGHT * scale);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D ink = picture.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setColor(new Color(58, 64, 70));
        ink.fillRect(0, 0, width, height);
        ink.setPaint(new RadialGradientPaint(
                (float) (1900 * scale),
                (float) (1300 * scale),
                (float) (1700 * scale),
                new float[] {0, 1},
                new Color[] {new Color(222, 178, 152), new Color(160, 108, 84)}));
        ink.fill(new Ellipse2D.Double(700 * scale, 250 * scale, 2600 * scale, 2500 * scale));
        ink.setColor(new Color(70, 58, 56, 190));
        for (TrackedDot dot : dots) {
            double radius = Math.max(0.8, 5 * scale);
            ink.fill(new Ellipse2D.Double(
                    dot.reference().x() * scale - radius,
                    dot.reference().y() * scale - radius,
                    2 * radius,
                    2 * radius));
        }
        ink.dispose();
        grain(picture, seed);
        return picture;
    }

    private static void grain(BufferedImage picture, int seed) {
        Random noise = new Random(seed);
        byte[] codes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < codes.length; i++) {
            int code = (codes[i] & 0xff) + (int) Math.round(3 * noise.nextGaussian());
            codes[i] = (byte) Math.max(0, Math.min(255, code));
        }
    }

    private PhotoRow photo(String view, StageInfo info) {
        Stage stage = info.stage();
        boolean failed = failed(view, stage);
        boolean tone = toneOnly(view, stage);
        String hash = String.format("%064x", new BigInteger(256, random));
        return new PhotoRow(
                view,
                stage,
                stage.name() + "/" + view + ".jpg",
                info.date(),
                hash,
                PHOTO_WIDTH,
                PHOTO_HEIGHT,
                failed ? null : 12.64,
                failed ? null : ScaleGrade.C,
                round(1.1 + 0.4 * random.nextDouble(), 3),
                failed ? null : round(2 + random.nextDouble(), 2),
                failed
                        ? RegistrationVerdict.FAILED
                        : stage.equals(Stage.BEFORE) ? RegistrationVerdict.REFERENCE : RegistrationVerdict.OK,
                failed || stage.equals(Stage.BEFORE) ? null : round(0.03 + 0.03 * random.nextDouble(), 4),
                failed ? null : round(93 + 6 * random.nextDouble(), 1),
                failed ? Verdict.UNUSABLE : tone ? Verdict.TONE_ONLY : Verdict.MEASURED,
                failed
                        ? "does not lie on the reference photo: 11 landmarks agree, 40 are needed"
                        : tone ? "dots are 2.1 px across, 3 px are needed to count them" : "",
                info.date() == null ? null : info.date().atTime(10, 30),
                "Phone maker P-12",
                failed || tone ? Map.of() : Map.of("faint", 120 + random.nextInt(50), "stroke", random.nextInt(400)));
    }

    private static boolean failed(String view, Stage stage) {
        return view.equals("front") && stage.equals(Stage.session(2));
    }

    private static boolean toneOnly(String view, Stage stage) {
        return view.equals("front") && stage.equals(Stage.settled(1));
    }

    private Measurement measurement(String view, Stage stage, String region) {
        String photo = stage.name() + "/" + view + ".jpg";
        ToneFigures tone = new ToneFigures(
                new Lab(round(66 + 3 * random.nextDouble(), 2), round(11 + random.nextDouble(), 2), 18.42),
                round(42 + 3 * random.nextDouble(), 2),
                region.equals("scar-1") ? null : stage.healed() ? 0.62 : 3.81,
                round(63 - 4 * random.nextDouble(), 2),
                stage.equals(Stage.BEFORE) ? null : round(2 + 2 * random.nextDouble(), 2),
                stage.equals(Stage.BEFORE) ? 0.012 : 0.083,
                stage.equals(Stage.BEFORE) ? null : region.equals("scar-1") ? ToneTie.OWN_SKIN : ToneTie.REFERENCE);
        if (failed(view, stage)) {
            String reason = "the photo does not lie on the reference photo";
            return new Measurement(view, stage, region, photo, Verdict.UNUSABLE, reason, null, null, null);
        }
        if (toneOnly(view, stage)) {
            String reason = "dots are 2.1 px across, 3 px are needed to count them";
            return new Measurement(view, stage, region, photo, Verdict.TONE_ONLY, reason, 28.31, null, tone);
        }
        if (region.equals("scar-1") && view.equals("front")) {
            String reason = "only 0.4 cm² of it are seen, 1 cm² is needed";
            return new Measurement(view, stage, region, photo, Verdict.UNUSABLE, reason, 0.41, null, null);
        }
        double area = round(14 + 20 * random.nextDouble(), 2);
        return new Measurement(
                view, stage, region, photo, Verdict.MEASURED, "", area, figures(stage, region, area), tone);
    }

    private DotFigures figures(Stage stage, String region, double area) {
        double density = round(DENSITY[index(stage)] * (0.8 + 0.08 * REGIONS.indexOf(region)), 3);
        double half = round(1.96 * Math.sqrt(density / area) + 0.04 * density, 3);
        boolean none = stage.equals(Stage.BEFORE);
        double contrast = round((stage.healed() ? 0.29 : 0.41) + 0.02 * random.nextDouble(), 4);
        return new DotFigures(
                (int) Math.round(density * area),
                density,
                new Interval(round(Math.max(0, density - half), 3), round(density + half, 3)),
                round(0.95 + 0.03 * random.nextDouble(), 4),
                0.0061,
                null,
                null,
                none ? null : 0.03,
                none ? null : 0.42,
                round(density * 0.07, 3),
                none ? null : contrast,
                none ? null : 0.0058,
                none ? null : round(contrast * 0.11, 5),
                none ? null : 0.00081,
                round(density * contrast * 0.11 / 100 * 100, 4),
                none ? null : 0.382,
                none ? null : 0.713,
                none ? null : 1.214);
    }

    private static int index(Stage stage) {
        return STAGES.stream().map(StageInfo::stage).toList().indexOf(stage);
    }

    private List<Change> changes(String view, String region) {
        List<Change> changes = new ArrayList<>();
        for (int session = 1; session <= 3; session++) {
            Stage before = session == 1 ? Stage.BEFORE : Stage.settled(session - 1);
            Stage fresh = Stage.session(session);
            Stage healed = session == 3 ? Stage.RESULT : Stage.settled(session);
            changes.add(change(view, region, before, fresh, ChangeKind.PLACED));
            if (session < 3) {
                changes.add(change(view, region, fresh, healed, ChangeKind.FADING));
            }
            changes.add(change(view, region, before, healed, ChangeKind.BUILD_UP));
        }
        changes.add(change(view, region, Stage.BEFORE, Stage.RESULT, ChangeKind.TOTAL));
        return changes;
    }

    private static List<ChangeEvidence> explained(List<Change> changes) {
        return changes.stream()
                .map(change -> new ChangeEvidence(
                        change,
                        change.density() == null ? List.of() : List.of(new ErrorPart("counting", 0.021)),
                        change.retained() == null ? List.of() : List.of(new ErrorPart("missed again", 0.0081)),
                        change.contrast() == null ? List.of() : List.of(new ErrorPart("single dots", 0.0052)),
                        change.pigment() == null ? List.of() : List.of(new ErrorPart("single dots", 0.0047)),
                        false))
                .toList();
    }

    private static Assessment assessment() {
        List<FadingSplit> fading = new ArrayList<>();
        List<SessionShare> shares = new ArrayList<>();
        List<SurvivalCurve> survival = new ArrayList<>();
        for (String region : REGIONS) {
            for (int session = 1; session <= 2; session++) {
                fading.add(new FadingSplit(
                        "top",
                        region,
                        Stage.session(session),
                        Stage.settled(session),
                        percent(9.4, 1.8),
                        percent(-18.2, 6.1),
                        percent(-5.5, 7),
                        session == 1 ? 30 : 20,
                        region.equals("scar-1") ? null : -3.19));
                shares.add(new SessionShare(
                        "top",
                        region,
                        Stage.settled(session),
                        Stage.RESULT,
                        session == 1 ? 37.5 : 72.7,
                        session == 1 ? new Interval(35.1, 40.2) : new Interval(69.4, 76.1)));
            }
            survival.add(new SurvivalCurve(
                    "top",
                    region,
                    1204,
                    List.of(
                            new SurvivalCurve.Step(0, 20, 0.921, new Interval(0.905, 0.935)),
                            new SurvivalCurve.Step(20, 30, 0.893, new Interval(0.874, 0.909)))));
        }
        RepeatAgreement density = new RepeatAgreement("density", 5, 0.31, new Interval(-2.9, 3.6), 1.12, 3.1);
        Advice add = new Advice(
                "top",
                "frontal",
                AdviceKind.ADD,
                310,
                new Interval(252, 368),
                List.of("77/cm² (71 to 84) at result, wanted are 90/cm² by case.yaml: 310 dots lack"));
        Advice wait = new Advice("top", "vertex", AdviceKind.WAIT, null, null, List.of("result is 12 days old"));
        FreeSpace space = new FreeSpace(
                "top",
                "frontal",
                Stage.RESULT,
                0.382,
                41.3,
                412,
                List.of(new PointPx(1500, 900), new PointPx(1512, 931)));
        HairlineFigures hairline = new HairlineFigures(
                "top",
                Stage.RESULT,
                List.of(new PointPx(1400, 620), new PointPx(1900, 560), new PointPx(2500, 630)),
                new Millimetres(-1.1, new Interval(-2, -0.2)),
                Stage.settled(1),
                new Millimetres(1.62, new Interval(0.9, 2.34)),
                Stage.settled(2),
                new Millimetres(0.21, new Interval(-0.4, 0.82)),
                new Millimetres(1.3, new Interval(-0.8, 3.4)),
                HairlineVerdict.WITHIN_NOISE,
                "");
        HueDrift drift = new HueDrift(
                "top",
                "frontal",
                Stage.settled(1),
                Stage.settled(2),
                Stage.BEFORE,
                new PigmentHue(1.21, 0.84, 812),
                new PigmentHue(0.93, -0.42, 790),
                new HueShift(-0.28, new Interval(-1.1, 0.54), -1.26, new Interval(-2.2, -0.32)),
                ChangeVerdict.REAL,
                "");
        HueDrift untold = new HueDrift(
                "top",
                "vertex",
                Stage.settled(1),
                Stage.settled(2),
                null,
                null,
                null,
                null,
                ChangeVerdict.CANNOT_TELL,
                "session-1-settled: fewer than 20 dots are large and free enough to tell a hue");
        Blend blend = new Blend("top", "frontal", Stage.RESULT, "donor", 2.31, -1.42, 3.03);
        return new Assessment(
                fading,
                shares,
                survival,
                List.of(density),
                List.of(add, wait),
                List.of(space),
                List.of(hairline),
                List.of(drift, untold),
                List.of(blend));
    }

    private Change change(String view, String region, Stage from, Stage to, ChangeKind kind) {
        String reason = unknown(view, region, from) ? why(view, region, from) : why(view, region, to);
        if (unknown(view, region, from) || unknown(view, region, to)) {
            return new Change(
                    view,
                    region,
                    from,
                    to,
                    kind,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ChangeVerdict.CANNOT_TELL,
                    reason,
                    null,
                    null);
        }
        double early = DENSITY[index(from)];
        double late = DENSITY[index(to)];
        double pct = round(100 * (late - early) / early, 2);
        boolean first = from.equals(Stage.BEFORE);
        PercentChange density = first ? null : percent(pct, 5.2);
        return new Change(
                view,
                region,
                from,
                to,
                kind,
                (int) Math.round(20 * Math.min(early, late)),
                (int) Math.round(20 * Math.max(0, early - late)),
                (int) Math.round(20 * Math.max(0, late - early)),
                first ? null : percent(round(86 + 10 * random.nextDouble(), 2), 2.3),
                density,
                first ? null : percent(round(-24 + 6 * random.nextDouble(), 2), 3.1),
                first ? null : percent(round(-9 + 3 * random.nextDouble(), 2), 4.4),
                first ? null : 7.4,
                first
                        ? ChangeVerdict.CANNOT_TELL
                        : Math.abs(pct) > 11 ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE,
                first ? "there are no dots before treatment to take a share of" : "",
                first ? null : 11,
                first ? null : 8.61);
    }

    private static boolean unknown(String view, String region, Stage stage) {
        return !why(view, region, stage).isEmpty();
    }

    private static String why(String view, String region, Stage stage) {
        if (failed(view, stage)) {
            return stage.name() + " did not register";
        }
        if (toneOnly(view, stage)) {
            return stage.name() + " is too coarse to count dots";
        }
        return region.equals("scar-1") && view.equals("front") ? "too little of the region is seen" : "";
    }

    private static PercentChange percent(double pct, double half) {
        return new PercentChange(pct, new Interval(round(pct - half, 2), round(pct + half, 2)));
    }

    private ViewRecord view(String view) {
        List<Outline> regions = new ArrayList<>();
        for (int i = 0; i < REGIONS.size(); i++) {
            regions.add(outline(REGIONS.get(i), 1150 + 380 * (i % 4), i < 4 ? 1000 : 1700, 180, i < 4 ? 420 : 190));
        }
        Map<String, List<TrackedDot>> dots = new LinkedHashMap<>();
        Map<String, String> aligned = new LinkedHashMap<>();
        Map<String, String> counted = new LinkedHashMap<>();
        Map<String, String> gloss = new LinkedHashMap<>();
        for (StageInfo info : STAGES) {
            Stage stage = info.stage();
            if (!failed(view, stage)) {
                aligned.put(stage.name(), "aligned/" + view + "/" + stage.name() + ".jpg");
                counted.put(stage.name(), "counted/" + view + "/" + stage.name() + ".png");
                gloss.put(stage.name(), "gloss/" + view + "/" + stage.name() + ".png");
                if (!toneOnly(view, stage)) {
                    dots.put(stage.name(), dots(stage));
                }
            }
        }
        return new ViewRecord(
                view,
                Stage.BEFORE,
                regions,
                view.equals("top"),
                ellipse("head", 2000, 1500, 1300, 1250),
                new ScalpAreas(500, 8, 6, Collections.nCopies(48, 0.00625)),
                dots,
                aligned,
                counted,
                gloss);
    }

    private List<TrackedDot> dots(Stage stage) {
        int count = (int) Math.round(dotsPerPhoto * DENSITY[index(stage)] / DENSITY[DENSITY.length - 2]);
        // The same scalp each time: a dot's number is its seed.
        Random places = new Random(5);
        List<TrackedDot> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double turn = 2 * Math.PI * places.nextDouble();
            double out = Math.sqrt(places.nextDouble());
            PointPx place = new PointPx(
                    round(2000 + 1200 * out * Math.cos(turn), 3), round(1450 + 1050 * out * Math.sin(turn), 3));
            Dot dot = new Dot(
                    new PointPx(round(place.x() + 31.25, 3), round(place.y() - 12.5, 3)),
                    round(0.3 + 0.2 * random.nextDouble(), 4),
                    round(0.2 + 0.2 * random.nextDouble(), 4),
                    round(0.02 + 0.03 * random.nextDouble(), 5),
                    0.0011,
                    round(5 + 10 * random.nextDouble(), 2),
                    round(0.8 + 0.2 * random.nextDouble(), 3));
            Fate fate = i % 9 == 0 ? Fate.LAST_SEEN : i % 3 == 0 ? Fate.NEW : Fate.KEPT;
            dots.add(new TrackedDot(i + 1, dot, place, out > 0.95 ? null : REGIONS.get(i % 5), fate, false));
        }
        return dots;
    }

    private static Outline outline(String name, double x, double y, double halfWidth, double halfHeight) {
        return ellipse(name, x, y, halfWidth, halfHeight);
    }

    private static Outline ellipse(String name, double x, double y, double halfWidth, double halfHeight) {
        List<PointPx> points = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            double turn = 2 * Math.PI * i / 48;
            points.add(
                    new PointPx(round(x + halfWidth * Math.cos(turn), 3), round(y + halfHeight * Math.sin(turn), 3)));
        }
        return new Outline(name, points);
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        Severity.NOT_MEASURED,
                        "session-2/front.jpg",
                        "does not lie on the reference photo: 11 landmarks agree, 40 are needed; this stage has no"
                                + " figures in the front view"),
                new Finding(
                        Severity.NOT_MEASURED,
                        "session-1-settled/front.jpg",
                        "dots are 2.1 px across, 3 px are needed to count them; tone only"),
                new Finding(
                        Severity.WARNING,
                        "session-2-settled",
                        "taken 20 days after the session; colour is final from about day 28, so fading may still grow"),
                new Finding(
                        Severity.WARNING,
                        "case",
                        "scale is grade C, from a mean head breadth of 152 mm: densities carry 6 % more uncertainty"),
                new Finding(Severity.NOTE, "result", "no date in case.yaml, folder or photo"));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("registration.gridPx", "160");
        settings.put("dots.detector.snrMin", "4.0");
        settings.put("dots.detector.scalesMm", "[0.15, 0.2, 0.27, 0.36, 0.48]");
        settings.put("change.confidence", "0.95");
        return settings;
    }

    private static double round(double value, int places) {
        return Double.parseDouble(Decimals.fixed(value, places));
    }

    static Assessment nothingAssessed() {
        return new Assessment(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** A record with nothing in it but what the test is about. */
    static CaseRecord small(
            List<PhotoRow> photos, List<Measurement> measurements, List<Change> changes, List<ViewRecord> views) {
        return new CaseRecord(
                "C-1",
                null,
                Consent.NONE,
                List.of(
                        new StageInfo(Stage.BEFORE, null, null, null, null),
                        new StageInfo(Stage.session(1), LocalDate.of(2026, 1, 10), null, null, null)),
                photos,
                views,
                measurements,
                explained(changes),
                nothingAssessed(),
                List.of(),
                CHOICES,
                Map.of(),
                Map.of());
    }

    /** A photo of which nothing but its name and verdict is known. */
    static PhotoRow photo(String view, Stage stage, String photo, Verdict verdict, @Nullable String reason) {
        return new PhotoRow(
                view,
                stage,
                photo,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                verdict,
                reason == null ? "" : reason,
                null,
                null,
                Map.of());
    }
}
