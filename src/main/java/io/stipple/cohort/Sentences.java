package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.GroupComparison;
import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.cohort.CohortFigures.Sessions;
import io.stipple.cohort.Funnel.FunnelPlace;
import io.stipple.cohort.Funnel.FunnelPoint;
import io.stipple.model.Interval;
import io.stipple.report.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures that matter, in plain English. */
final class Sentences {
    /** Below this corrected p a difference is told, as everywhere an interval is of 95 %. */
    private static final double TOLD_BELOW_P = 0.05;

    private Sentences() {}

    static List<String> of(
            Sessions sessions,
            List<SessionFigure> shares,
            MeanFigure retained,
            List<GroupComparison> comparisons,
            List<Funnel> funnels,
            PhotoFigures photos,
            CohortSettings settings) {
        List<String> sentences = new ArrayList<>();
        shares.stream()
                .filter(SessionFigure::finished)
                .map(Sentences::share)
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentences::add);
        addEnough(sessions, settings, sentences);
        Double mean = retained.mean();
        if (mean != null) {
            sentences.add("Of the dots of a session, " + Cautions.counted(retained.clients(), "client") + " kept "
                    + Percent.text(mean) + " on average once healed" + interval(retained.interval95()) + ".");
        }
        addComparisons(comparisons, sentences);
        funnels.forEach(funnel -> addOutside(funnel, sentences));
        addPhotos(photos, sentences);
        return sentences;
    }

    private static String share(SessionFigure figure) {
        Double mean = figure.share().mean();
        if (mean == null) {
            return "";
        }
        Interval middle = figure.middle90();
        return "After session " + figure.session() + ", "
                + Cautions.counted(figure.share().clients(), "client") + " with a finished treatment and a further"
                + " session had " + Percent.text(mean) + " of their final density on average"
                + interval(figure.share().interval95())
                + (middle == null ? "" : "; nine in ten had " + Percent.text(middle)) + ".";
    }

    private static void addEnough(Sessions sessions, CohortSettings settings, List<String> sentences) {
        Proportion enough = sessions.oneEnough();
        Double pct = enough.pct();
        if (pct != null) {
            sentences.add("Of " + Cautions.counted(enough.of(), "client")
                    + " with a finished treatment of more than one session, one session had been enough for "
                    + enough.count() + ": " + Percent.text(pct) + interval(enough.interval95())
                    + ". Enough means " + Decimals.fixed(settings.enoughPct(), 0)
                    + " % of the density at which the treatment ended.");
        }
        if (sessions.onlyOne() > 0) {
            sentences.add(Cautions.counted(sessions.onlyOne(), "further client")
                    + " ended after one session; what a second one would have added is not known.");
        }
    }

    private static void addComparisons(List<GroupComparison> comparisons, List<String> sentences) {
        List<GroupComparison> tested =
                comparisons.stream().filter(one -> one.pHolm() != null).toList();
        if (tested.isEmpty()) {
            return;
        }
        String differ = tested.stream()
                .filter(Sentences::told)
                .map(Sentences::difference)
                .collect(Collectors.joining("; "));
        sentences.add("Of " + Cautions.counted(tested.size(), "comparison") + " between groups of clients, "
                + (differ.isEmpty()
                        ? "none tells a difference after Holm’s correction."
                        : "these tell a difference after Holm’s correction: " + differ
                                + ". Groups are not randomised."));
    }

    private static boolean told(GroupComparison one) {
        Double p = one.pHolm();
        return p != null && p < TOLD_BELOW_P;
    }

    private static String difference(GroupComparison one) {
        Double points = one.differencePct();
        return one.factor() + " " + one.group() + " against " + one.against()
                + (points == null ? "" : " (" + Percent.points(points) + " percentage points)");
    }

    private static void addOutside(Funnel funnel, List<String> sentences) {
        String outside = funnel.points().stream()
                .filter(point -> point.place() == FunnelPlace.OUTSIDE_998)
                .map(FunnelPoint::group)
                .collect(Collectors.joining(", "));
        if (!outside.isEmpty()) {
            sentences.add("Retention of " + funnel.factor() + " " + outside
                    + " lies outside the 99.8 % limits of chance: look at it; this is no judgement.");
        }
    }

    private static void addPhotos(PhotoFigures photos, List<String> sentences) {
        Double pct = photos.all().measured().pct();
        if (pct != null) {
            sentences.add(photos.all().measured().count() + " of "
                    + Cautions.counted(photos.all().photos(), "photo") + " could be measured: " + Percent.text(pct)
                    + ".");
        }
    }

    private static String interval(@Nullable Interval interval95) {
        return interval95 == null ? "" : " (95 % interval " + Percent.text(interval95) + ")";
    }
}
