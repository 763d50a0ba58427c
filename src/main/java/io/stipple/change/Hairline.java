package io.stipple.change;

import io.stipple.model.HairlineFigures;
import io.stipple.model.HairlineVerdict;
import io.stipple.model.HeadAxes;
import io.stipple.model.Interval;
import io.stipple.model.Millimetres;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the hairline lies, whether later sessions moved it, and whether its sides match.
 *
 * <p>All stages lie on the view's reference photo, and so does the line: in strips from back to front, lengths along the
 * curved scalp. A shift is the mean over strips of the difference between two stages; its interval has the scatter over
 * strips, and once for all strips the error of registration and of the tracing itself. Scale is common to all and not in it.
 */
public final class Hairline {
    private static final String REGION = "hairline";
    private static final Set<String> REGIONS = Set.of(REGION, "frontal", "left-temporal", "right-temporal");

    private final ViewRecord view;
    private final ViewEvidence evidence;
    private final HeadAxes axes;
    private final HairlineSettings settings;
    private final List<HeadColumn> columns;
    // Front edge of the outline in each column, mm; NaN where there is none.
    private final List<Double> outlineMm;
    private final List<Double> fromMiddleMm;

    private Hairline(
            ViewRecord view, ViewEvidence evidence, ScalpGeometry scalp, HeadAxes axes, HairlineSettings settings) {
        this.view = view;
        this.evidence = evidence;
        this.axes = axes;
        this.settings = settings;
        this.columns = columns(axes, scalp, settings);
        Outline outline = view.regions().stream()
                .filter(region -> region.name().equals(REGION))
                .findFirst()
                .orElse(null);
        this.outlineMm = columns.stream()
                .map(column ->
                        outline == null ? Double.NaN : column.frontOf(outline).orElse(Double.NaN))
                .toList();
        this.fromMiddleMm = fromMiddle(axes, columns, scalp, settings);
    }

    /**
     * The figures of each healed stage whose dots were counted, in order of time; none for views other than from above and
     * from the front, and none where the scalp's geometry is not known.
     *
     * @param view with its outlines and dots
     * @param axes how the head lies in the view's reference photo
     * @param evidence geometry of that photo, and residual and visible scalp of each
     * @param visits of the case
     */
    public static List<HairlineFigures> of(
            ViewRecord view, HeadAxes axes, ViewEvidence evidence, List<StageInfo> visits, HairlineSettings settings) {
        ScalpGeometry scalp = evidence.reference();
        String name = view.view().toLowerCase(Locale.ROOT);
        if (scalp == null || !(name.startsWith("top") || name.startsWith("front"))) {
            return List.of();
        }
        Hairline hairline = new Hairline(view, evidence, scalp, axes, settings);
        return hairline.figures(visits.stream()
                .map(StageInfo::stage)
                .filter(Stage::showsHealedPigment)
                .filter(stage -> view.dots().containsKey(stage.name()))
                .sorted()
                .toList());
    }

    private static List<HeadColumn> columns(HeadAxes axes, ScalpGeometry scalp, HairlineSettings settings) {
        List<HeadColumn> columns = new ArrayList<>();
        for (int i = 0; i < settings.columns(); i++) {
            double left = settings.reach() * (1 - (2 * i + 1.0) / settings.columns());
            columns.add(HeadColumn.walk(axes, left, scalp, settings.stepsToRim()));
        }
        return columns;
    }

    /** Distance of each column from the head's middle along the axis from side to side, mm; NaN off the scalp. */
    private static List<Double> fromMiddle(
            HeadAxes axes, List<HeadColumn> columns, ScalpGeometry scalp, HairlineSettings settings) {
        HeadAxes sideways = new HeadAxes(axes.centre(), axes.leftX(), axes.leftY(), -axes.forwardX(), -axes.forwardY());
        HeadColumn across = HeadColumn.walk(sideways, 0, scalp, settings.stepsToRim());
        return columns.stream()
                .map(column -> Math.abs(across.mmAt(column.left()).orElse(Double.NaN)))
                .toList();
    }

    private List<HairlineFigures> figures(List<Stage> stages) {
        List<HairlineFigures> figures = new ArrayList<>();
        HairlineTrace first = null;
        HairlineTrace previous = null;
        for (Stage stage : stages) {
            HairlineTrace trace = trace(stage);
            if (trace.traced() < settings.leastColumns()) {
                figures.add(untold(
                        stage,
                        "the line shows in " + trace.traced() + " of " + settings.columns() + " strips of the head, "
                                + settings.leastColumns() + " are needed"));
                continue;
            }
            figures.add(told(trace, first, previous));
            first = first == null ? trace : first;
            previous = trace;
        }
        return figures;
    }

    private HairlineFigures told(HairlineTrace trace, @Nullable HairlineTrace first, @Nullable HairlineTrace previous) {
        Millimetres shift =
                previous == null ? null : trace.aheadOf(previous, settings).orElse(null);
        String reason = previous == null
                ? "no earlier healed photo shows the line"
                : shift == null
                        ? "it shares fewer than " + settings.leastColumns() + " strips of the head with "
                                + previous.stage()
                        : "";
        return new HairlineFigures(
                view.view(),
                trace.stage(),
                trace.line(columns),
                trace.aheadOf(outlineMm, settings).orElse(null),
                first == null ? null : first.stage(),
                first == null ? null : trace.aheadOf(first, settings).orElse(null),
                previous == null ? null : previous.stage(),
                shift,
                trace.asymmetry(fromMiddleMm, settings).orElse(null),
                verdict(shift),
                reason);
    }

    private HairlineFigures untold(Stage stage, String reason) {
        return new HairlineFigures(
                view.view(), stage, List.of(), null, null, null, null, null, null, HairlineVerdict.CANNOT_TELL, reason);
    }

    private static HairlineVerdict verdict(@Nullable Millimetres shift) {
        if (shift == null) {
            return HairlineVerdict.CANNOT_TELL;
        }
        Interval interval = shift.interval95();
        return interval.lo() > 0
                ? HairlineVerdict.LOWERED
                : interval.hi() < 0 ? HairlineVerdict.RECEDED : HairlineVerdict.WITHIN_NOISE;
    }

    private HairlineTrace trace(Stage stage) {
        PhotoEvidence photo = evidence.photo(stage.name());
        List<List<Double>> byColumn = new ArrayList<>();
        columns.forEach(column -> byColumn.add(new ArrayList<>()));
        Map<String, List<TrackedDot>> dots = view.dots();
        for (TrackedDot dot : dots.getOrDefault(stage.name(), List.of())) {
            int column = columnOf(dot.reference());
            if (column < 0 || !photo.seen().at(dot.reference())) {
                continue;
            }
            OptionalDouble mm = columns.get(column).mmAt(axes.forwardOf(dot.reference()));
            if (mm.isPresent() && counts(dot, mm.getAsDouble(), outlineMm.get(column))) {
                byColumn.get(column).add(mm.getAsDouble());
            }
        }
        FrontEdge.Edges edges =
                FrontEdge.of(byColumn.stream().map(Hairline::foremostFirst).toList(), settings);
        List<Double> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double edge = edges.edgeMm().get(i);
            shown.add(!Double.isNaN(edge) && shows(columns.get(i), edge, photo.seen()) ? edge : Double.NaN);
        }
        return new HairlineTrace(stage, shown, edges.leadMm(), photo.residualMm());
    }

    private static double[] foremostFirst(List<Double> forwardMm) {
        return forwardMm.stream()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(mm -> mm)
                .toArray();
    }

    private int columnOf(PointPx point) {
        double at = (1 - axes.leftOf(point) / settings.reach()) / 2 * columns.size();
        return at >= 0 && at < columns.size() ? (int) at : -1;
    }

    /** Dots of the regions around the line, and those that have left its outline ahead. */
    private boolean counts(TrackedDot dot, double mm, double outlineFrontMm) {
        String region = dot.region();
        return region == null
                ? mm >= outlineFrontMm && mm <= outlineFrontMm + settings.aheadMm()
                : REGIONS.contains(region);
    }

    /** Whether the photo shows the scalp around the edge: where it ends, dots end without a line. */
    private boolean shows(HeadColumn column, double edgeMm, Seen seen) {
        double behind = edgeMm - settings.strayMm();
        double ahead = edgeMm + settings.fullMm();
        if (!column.reaches(behind) || !column.reaches(ahead)) {
            return false;
        }
        for (double mm = behind; mm < ahead; mm += 1) {
            if (!seen.at(column.placeAt(mm))) {
                return false;
            }
        }
        return seen.at(column.placeAt(ahead));
    }
}
