package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.Counts;
import io.stipple.cohort.CohortFigures.FactorFigures;
import io.stipple.cohort.CohortFigures.GroupComparison;
import io.stipple.cohort.CohortFigures.GroupFigure;
import io.stipple.cohort.CohortFigures.HiddenGroups;
import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.CohortFigures.OutlyingClient;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.model.Interval;
import io.stipple.report.Cell;
import io.stipple.report.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the template puts on the page, as text ready to be escaped. */
record CohortPage(
        String facts,
        CohortFigures figures,
        List<ShareLine> given,
        List<ShareLine> needed,
        List<SessionLine> sessions,
        List<IntervalPlot> sessionPlots,
        Cell retained,
        String behind,
        List<FactorPart> factors,
        List<ComparisonLine> comparisons,
        String comparisonNote,
        List<FunnelPart> funnels,
        List<ClientLine> outlying,
        String outlyingNote,
        List<ShareLine> verdicts,
        List<PhotoLine> photos,
        String photosHidden) {

    /** So many of so many. */
    record ShareLine(String name, String count, Cell share) {}

    /** What stood after a session. */
    record SessionLine(String who, String session, Cell share, Cell middle, String clients) {}

    /** Retention by a factor; the plot is null where no group is shown. */
    record FactorPart(String title, @Nullable IntervalPlot plot, List<GroupLine> groups, String hidden) {}

    /** A group of a factor. */
    record GroupLine(String group, Cell retained, String clients, String comparisons, Cell days) {}

    /** A group against others. */
    record ComparisonLine(String factor, String group, String clients, Cell difference, Cell p, Cell pHolm) {}

    /** A funnel, or the reason why there is none. */
    record FunnelPart(String title, @Nullable FunnelPlot plot, String reason) {}

    /** A client far from the others. */
    record ClientLine(String client, String retained, String robustZ, List<String> lookAt) {}

    static CohortPage of(CohortFigures figures) {
        return new CohortPage(
                facts(figures),
                figures,
                figures.sessions().given().stream().map(CohortPage::share).toList(),
                figures.sessions().needed().stream().map(CohortPage::share).toList(),
                figures.shares().stream().map(CohortPage::session).toList(),
                sessionPlots(figures),
                mean(figures.retained()),
                Cautions.counted(figures.retained().clients(), "client") + ", "
                        + Cautions.counted(figures.retained().comparisons(), "comparison"),
                figures.factors().stream()
                        .map(factor -> factor(factor, figures))
                        .toList(),
                figures.comparisons().stream().map(CohortPage::comparison).toList(),
                comparisonNote(figures.comparisons()),
                figures.funnels().stream()
                        .map(funnel -> new FunnelPart(
                                Words.upperFirst(funnel.factor()),
                                FunnelPlot.of(funnel, figures.settings()),
                                funnel.reason()))
                        .toList(),
                figures.outlying().found().stream().map(CohortPage::client).toList(),
                outlyingNote(figures),
                figures.verdicts().stream().map(CohortPage::share).toList(),
                Stream.concat(Stream.of(figures.photos().all()), figures.photos().practitioners().stream())
                        .map(PhotoLine::of)
                        .toList(),
                hidden(figures.photos().hidden(), figures.settings()));
    }

    private static String facts(CohortFigures figures) {
        Counts counts = figures.counts();
        int left = figures.leftOut().size();
        return Cautions.counted(counts.clients(), "client") + " · " + Cautions.counted(counts.cases(), "case") + " · "
                + Cautions.counted(counts.photos(), "photo") + (left == 0 ? "" : " · " + left + " left out");
    }

    static ShareLine share(Proportion one) {
        return new ShareLine(one.name().replace('-', ' '), one.count() + " of " + one.of(), shareCell(one));
    }

    static Cell shareCell(Proportion one) {
        Double pct = one.pct();
        return pct == null ? Cell.missing("there are none to take a share of") : pct(pct, one.interval95());
    }

    private static Cell pct(double value, @Nullable Interval interval) {
        return interval == null ? Cell.of(Percent.text(value)) : Cell.of(Percent.text(value), Percent.text(interval));
    }

    private static Cell mean(MeanFigure figure) {
        Double mean = figure.mean();
        return mean == null ? Cell.missing(figure.reason()) : pct(mean, figure.interval95());
    }

    private static SessionLine session(SessionFigure figure) {
        Interval middle = figure.middle90();
        return new SessionLine(
                figure.finished() ? "finished" : "under treatment",
                "Session " + figure.session(),
                mean(figure.share()),
                middle == null ? Cell.missing(figure.middleReason()) : Cell.of(Percent.text(middle)),
                String.valueOf(figure.share().clients()));
    }

    private static List<IntervalPlot> sessionPlots(CohortFigures figures) {
        List<IntervalPlot> plots = new ArrayList<>();
        for (boolean finished : new boolean[] {true, false}) {
            List<IntervalPlot.Value> values = figures.shares().stream()
                    .filter(figure -> figure.finished() == finished)
                    .map(figure -> new IntervalPlot.Value("Session " + figure.session(), figure.share()))
                    .toList();
            String title = finished ? "Share of the result, %" : "Share of the latest healed photo, %";
            IntervalPlot plot = IntervalPlot.of(title, values, null);
            if (plot != null) {
                plots.add(plot);
            }
        }
        return plots;
    }

    private static FactorPart factor(FactorFigures factor, CohortFigures figures) {
        List<IntervalPlot.Value> values = factor.groups().stream()
                .map(group -> new IntervalPlot.Value(group.group(), group.retained()))
                .toList();
        return new FactorPart(
                Words.upperFirst(factor.factor()),
                IntervalPlot.of(
                        "Dots kept by " + factor.factor() + ", %",
                        values,
                        figures.retained().mean()),
                factor.groups().stream().map(CohortPage::group).toList(),
                hidden(factor.hidden(), figures.settings()));
    }

    private static GroupLine group(GroupFigure group) {
        return new GroupLine(
                group.group(),
                mean(group.retained()),
                String.valueOf(group.retained().clients()),
                String.valueOf(group.retained().comparisons()),
                Cell.number(group.medianDays(), 0, "", "no dates"));
    }

    private static String hidden(@Nullable HiddenGroups hidden, CohortSettings settings) {
        return hidden == null
                ? ""
                : Words.upperFirst(HiddenWords.of(hidden, settings)) + ". Together "
                        + Cautions.counted(hidden.clients(), "client") + ".";
    }

    private static ComparisonLine comparison(GroupComparison one) {
        Double difference = one.differencePct();
        Interval interval = one.interval95();
        Double p = one.p();
        Double holm = one.pHolm();
        return new ComparisonLine(
                Words.upperFirst(one.factor()),
                one.group() + " against " + one.against(),
                one.clients() + " and " + one.clientsAgainst()
                        + (one.inBoth() == 0 ? "" : ", " + one.inBoth() + " in both left out"),
                difference == null || interval == null
                        ? Cell.missing(one.reason())
                        : Cell.of(
                                Percent.points(difference),
                                Percent.points(interval.lo()) + " to " + Percent.points(interval.hi())),
                p == null ? Cell.missing(one.reason()) : Cell.of(Words.p(p)),
                holm == null ? Cell.missing(one.reason()) : Cell.of(Words.p(holm)));
    }

    private static String comparisonNote(List<GroupComparison> comparisons) {
        long tested = comparisons.stream()
                .map(GroupComparison::p)
                .filter(Objects::nonNull)
                .count();
        return tested == 0
                ? "No two groups have enough clients to be compared."
                : "Welch’s t test on the clients’ means. The last column is corrected by Holm for all " + tested
                        + " comparisons of this report; the intervals are not. Clients in both groups are left out of"
                        + " their comparison.";
    }

    private static ClientLine client(OutlyingClient one) {
        return new ClientLine(
                one.client(),
                Percent.text(one.retainedPct()),
                Cell.minus(Decimals.fixed(one.robustZ(), 1)),
                one.lookAt());
    }

    private static String outlyingNote(CohortFigures figures) {
        var outlying = figures.outlying();
        Double median = outlying.median();
        if (!outlying.reason().isEmpty() || median == null) {
            return "Not told: " + outlying.reason() + ".";
        }
        return "Of " + Cautions.counted(outlying.clients(), "client") + ", whose median is " + Percent.text(median)
                + ", " + (outlying.found().isEmpty() ? "none lies" : "these lie") + " more than "
                + Decimals.fixed(figures.settings().outlierZ(), 1) + " robust standard deviations away.";
    }
}
