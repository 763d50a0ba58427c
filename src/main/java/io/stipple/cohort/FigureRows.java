package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.Counts;
import io.stipple.cohort.CohortFigures.FactorFigures;
import io.stipple.cohort.CohortFigures.GroupComparison;
import io.stipple.cohort.CohortFigures.HiddenGroups;
import io.stipple.cohort.CohortFigures.Outlying;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.cohort.CohortFigures.Sessions;
import io.stipple.cohort.Funnel.FunnelPoint;
import io.stipple.cohort.PhotoFigures.PhotoGroup;
import io.stipple.model.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures one by one, in the order of the page. */
final class FigureRows {
    private final CohortSettings settings;
    private final List<FigureRow> rows = new ArrayList<>();

    private FigureRows(CohortSettings settings) {
        this.settings = settings;
    }

    static List<FigureRow> of(CohortFigures figures) {
        FigureRows all = new FigureRows(figures.settings());
        all.counts(figures);
        all.sessions(figures.sessions());
        figures.shares().forEach(all::share);
        all.rows.add(FigureRow.mean("retention", "", "", "mean retention", figures.retained()));
        figures.factors().forEach(all::factor);
        figures.comparisons().forEach(all::comparison);
        figures.funnels().forEach(all::funnel);
        all.outlying(figures.outlying());
        figures.verdicts()
                .forEach(one -> all.rows.addAll(
                        FigureRow.share("latest change", "verdict", one.name(), "of regions", one, null)));
        all.photos(figures);
        return all.rows;
    }

    private void counts(CohortFigures figures) {
        Counts counts = figures.counts();
        count("cases", counts.cases());
        count("cases left out", figures.leftOut().size());
        count("cases not measured throughout", counts.casesNotMeasured());
        count("clients", counts.clients());
        count("finished clients", counts.finishedClients());
        count("photos", counts.photos());
        count("comparisons", counts.comparisons());
        count("comparisons that could not be told", counts.untold());
        count("comparisons before healing", counts.unhealed());
        count("comparisons without a date", counts.undated());
        figures.leftOut()
                .forEach(one -> rows.add(FigureRow.of(
                        "left out", "folder", one.folder(), "cases", 1.0, FigureRow.NUMBER, null, one.reason())));
        figures.versions()
                .forEach(one -> rows.add(FigureRow.count("versions", "version", one.version(), "cases", one.cases())));
    }

    private void count(String figure, int count) {
        rows.add(FigureRow.count("counts", "", "", figure, count));
    }

    private void sessions(Sessions sessions) {
        sessions.given()
                .forEach(one ->
                        rows.addAll(FigureRow.share("sessions", "given", one.name(), "of clients", one, one.of())));
        sessions.needed()
                .forEach(one ->
                        rows.addAll(FigureRow.share("sessions", "needed", one.name(), "of clients", one, one.of())));
        if (sessions.needed().isEmpty()) {
            rows.add(FigureRow.of(
                    "sessions", "needed", "", "share of clients", null, FigureRow.PCT, 0, sessions.reason()));
        }
        rows.addAll(FigureRow.share(
                "sessions",
                "finished, more than one session",
                "",
                "of clients for whom one had been enough",
                sessions.oneEnough(),
                sessions.oneEnough().of()));
        rows.add(FigureRow.count("sessions", "finished", "", "clients given one session", sessions.onlyOne()));
        rows.add(FigureRow.count("sessions", "finished", "", "clients that do not tell", sessions.untold()));
        rows.add(FigureRow.count("sessions", "under treatment", "", "clients", sessions.underTreatment()));
    }

    private void share(SessionFigure figure) {
        String section = "share of last density";
        String factor = figure.finished() ? "finished" : "under treatment";
        String group = "session " + figure.session();
        int clients = figure.share().clients();
        String why = figure.middleReason();
        Interval middle = figure.middle90();
        Double low = middle == null ? null : (Double) middle.lo();
        Double high = middle == null ? null : (Double) middle.hi();
        rows.add(FigureRow.mean(section, factor, group, "mean share", figure.share()));
        rows.add(FigureRow.of(section, factor, group, "5th percentile of clients", low, FigureRow.PCT, clients, why));
        rows.add(FigureRow.of(section, factor, group, "95th percentile of clients", high, FigureRow.PCT, clients, why));
    }

    private void factor(FactorFigures factor) {
        factor.groups().forEach(group -> {
            Double days = group.medianDays();
            String none = days == null ? "no dates" : "";
            int clients = group.retained().clients();
            rows.add(FigureRow.mean("retention", factor.factor(), group.group(), "mean retention", group.retained()));
            rows.add(FigureRow.of(
                    "retention", factor.factor(), group.group(), "median healing", days, "days", clients, none));
        });
        hidden("retention", factor.factor(), "mean retention", factor.hidden());
    }

    private void hidden(String section, String factor, String figure, @Nullable HiddenGroups hidden) {
        if (hidden != null) {
            String reason = HiddenWords.of(hidden, settings);
            rows.add(FigureRow.of(section, factor, "not shown", figure, null, FigureRow.PCT, hidden.clients(), reason));
        }
    }

    private void comparison(GroupComparison one) {
        String group = one.group() + " against " + one.against();
        int clients = one.clients() + one.clientsAgainst();
        rows.add(new FigureRow(
                "comparison",
                one.factor(),
                group,
                "difference",
                one.differencePct(),
                one.interval95(),
                FigureRow.POINTS,
                clients,
                null,
                one.reason()));
        test(one, group, "t", one.t());
        test(one, group, "degrees of freedom", one.degreesOfFreedom());
        test(one, group, "p", one.p());
        test(one, group, "p by Holm", one.pHolm());
    }

    private void test(GroupComparison one, String group, String figure, @Nullable Double value) {
        int clients = one.clients() + one.clientsAgainst();
        rows.add(FigureRow.of(
                "comparison", one.factor(), group, figure, value, FigureRow.NUMBER, clients, one.reason()));
    }

    private void funnel(Funnel funnel) {
        String factor = funnel.factor();
        int clients = funnel.clients();
        String why = funnel.reason();
        rows.add(FigureRow.of("funnel", factor, "", "target", funnel.target(), FigureRow.PCT, clients, why));
        rows.add(FigureRow.of("funnel", factor, "", "sd of clients", funnel.sd(), FigureRow.POINTS, clients, why));
        funnel.points().forEach(point -> point(factor, point));
    }

    private void point(String factor, FunnelPoint point) {
        String place = switch (point.place()) {
            case INSIDE -> "";
            case OUTSIDE_95 -> "outside the 95 % limits";
            case OUTSIDE_998 -> "outside the 99.8 % limits: look at it";
        };
        limit(factor, point, "mean retention", point.mean(), place);
        limit(factor, point, "lower 95 % limit", point.limits95().lo(), "");
        limit(factor, point, "upper 95 % limit", point.limits95().hi(), "");
        limit(factor, point, "lower 99.8 % limit", point.limits998().lo(), "");
        limit(factor, point, "upper 99.8 % limit", point.limits998().hi(), "");
    }

    private void limit(String factor, FunnelPoint point, String figure, double value, String place) {
        rows.add(FigureRow.of("funnel", factor, point.group(), figure, value, FigureRow.PCT, point.clients(), place));
    }

    private void outlying(Outlying outlying) {
        int clients = outlying.clients();
        String why = outlying.reason();
        Double deviation = outlying.medianDeviation();
        rows.add(FigureRow.of("outlying", "", "", "median", outlying.median(), FigureRow.PCT, clients, why));
        rows.add(FigureRow.of("outlying", "", "", "median deviation", deviation, FigureRow.POINTS, clients, why));
        outlying.found().forEach(one -> {
            String look = "look at: " + String.join("; ", one.lookAt());
            rows.add(FigureRow.of(
                    "outlying", "client", one.client(), "mean retention", one.retainedPct(), FigureRow.PCT, 1, look));
            rows.add(FigureRow.of(
                    "outlying", "client", one.client(), "robust z", one.robustZ(), FigureRow.NUMBER, 1, ""));
        });
    }

    private void photos(CohortFigures figures) {
        photos("", figures.photos().all());
        figures.photos().practitioners().forEach(group -> photos("practitioner", group));
        hidden("photos", "practitioner", "share measured", figures.photos().hidden());
        figures.photos()
                .reasons()
                .forEach(one -> rows.add(
                        FigureRow.count("photos", "reason", one.reason(), "photos not measured", one.photos())));
    }

    private void photos(String factor, PhotoGroup group) {
        String name = factor.isEmpty() ? "" : group.name();
        int clients = group.clients();
        for (var share : List.of(group.measured(), group.toneOnly(), group.unusable())) {
            rows.addAll(FigureRow.share("photos", factor, name, share.name(), share, clients));
        }
        group.scaleGrades()
                .forEach(share -> rows.addAll(
                        FigureRow.share("photos", factor, name, "of scale grade " + share.name(), share, clients)));
        photo(factor, name, "median sharpness", group.sharpnessPx(), "px", clients);
        photo(factor, name, "median glare", group.glarePct(), FigureRow.PCT, clients);
        photo(factor, name, "median residual", group.residualMm(), "mm", clients);
        photo(factor, name, "median scale", group.pxPerMm(), "px/mm", clients);
    }

    private void photo(String factor, String group, String figure, @Nullable Double value, String unit, int clients) {
        rows.add(FigureRow.of(
                "photos", factor, group, figure, value, unit, clients, value == null ? "no photo tells" : ""));
    }
}
