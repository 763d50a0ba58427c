package io.stipple.cohort;

import io.stipple.model.Check;
import io.stipple.model.Interval;
import io.stipple.model.Wilson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cases say together. Where a figure is null, the reason beside it says why.
 *
 * @param counts how much stands behind it
 * @param sentences the figures that matter, in plain English
 * @param cautions what to be careful with
 * @param leftOut cases that are not among the figures, by folder
 * @param versions of Stipple, with the number of cases that each analysed
 * @param sessions how many were given and how many were needed
 * @param shares of the last healed density after each session
 * @param retained over all clients
 * @param factors retention by what it may hang on
 * @param comparisons of groups of clients
 * @param funnels of practitioners and of pigments
 * @param outlying clients whose retention lies far from the others'
 * @param verdicts what the latest change of density is, over all regions
 * @param photos how good they are
 * @param settings what all this was judged by
 */
public record CohortFigures(
        Counts counts,
        List<String> sentences,
        List<String> cautions,
        List<LeftOut> leftOut,
        List<VersionCount> versions,
        Sessions sessions,
        List<SessionFigure> shares,
        MeanFigure retained,
        List<FactorFigures> factors,
        List<GroupComparison> comparisons,
        List<Funnel> funnels,
        Outlying outlying,
        List<Proportion> verdicts,
        PhotoFigures photos,
        CohortSettings settings) {
    public CohortFigures {
        sentences = List.copyOf(sentences);
        cautions = List.copyOf(cautions);
        leftOut = List.copyOf(leftOut);
        versions = List.copyOf(versions);
        shares = List.copyOf(shares);
        factors = List.copyOf(factors);
        comparisons = List.copyOf(comparisons);
        funnels = List.copyOf(funnels);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * How much stands behind the figures.
     *
     * @param cases read
     * @param clients with one case or more
     * @param finishedClients with a case that has a result or a follow-up
     * @param photos in all cases
     * @param comparisons of a fresh session with its healed photo, where retention could be told
     * @param untold the same, where it could not
     * @param unhealed comparisons whose healed photo is known to be too early
     * @param undated comparisons without both dates
     * @param casesNotMeasured cases in which some photo or region could not be measured
     */
    public record Counts(
            int cases,
            int clients,
            int finishedClients,
            int photos,
            int comparisons,
            int untold,
            int unhealed,
            int undated,
            int casesNotMeasured) {}

    /** How many cases a version of Stipple analysed. */
    public record VersionCount(String version, int cases) {}

    /**
     * A share of a number, with Wilson's 95 % interval.
     *
     * @param name of what is counted
     * @param count how many
     * @param of so many
     * @param pct null where {@code of} is 0
     * @param interval95 of the share, %; null with it
     */
    public record Proportion(
            String name,
            int count,
            int of,
            @Nullable Double pct,
            @Nullable Interval interval95) {
        static Proportion of(String name, int count, int of) {
            if (of == 0) {
                return new Proportion(name, 0, 0, null, null);
            }
            Interval share = Wilson.interval(count, of);
            return new Proportion(
                    name, count, of, 100.0 * count / of, new Interval(100 * share.lo(), 100 * share.hi()));
        }
    }

    /**
     * Sessions of a client.
     *
     * @param given number of sessions, each a share of all clients that had any
     * @param needed number after which the share of the result was enough, each a share of the finished clients that
     *     tell
     * @param onlyOne finished clients that were given one session, whose share is 100 % by definition
     * @param oneEnough of the finished clients that tell and were given more, those for whom one had been enough
     * @param untold finished clients that do not tell
     * @param underTreatment clients without a finished case
     * @param reason why {@code needed} is empty, else empty
     */
    public record Sessions(
            List<Proportion> given,
            List<Proportion> needed,
            int onlyOne,
            Proportion oneEnough,
            int untold,
            int underTreatment,
            String reason) {
        public Sessions {
            given = List.copyOf(given);
            needed = List.copyOf(needed);
        }
    }

    /**
     * The mean of the clients' means.
     *
     * @param mean %; null where it cannot be told
     * @param interval95 Student's, across clients, %; null where it cannot be told
     * @param clients behind it
     * @param comparisons behind it
     * @param reason why either is null, else empty
     */
    public record MeanFigure(
            @Nullable Double mean, @Nullable Interval interval95, int clients, int comparisons, String reason) {
        static MeanFigure of(ClientMeans means, String whyNone) {
            Sample sample = means.sample();
            if (sample.isEmpty()) {
                return new MeanFigure(null, null, 0, 0, whyNone);
            }
            return new MeanFigure(
                    sample.mean(),
                    sample.interval95().orElse(null),
                    sample.size(),
                    means.comparisons(),
                    sample.size() == 1 ? "one client tells no interval" : "");
        }

        static MeanFigure hidden(int clients, int comparisons, String reason) {
            return new MeanFigure(null, null, clients, comparisons, reason);
        }
    }

    /**
     * How much stood after a session.
     *
     * @param finished whether the clients' treatment is over, so that 100 % is their result; else their latest healed
     *     photo
     * @param session after which
     * @param share of the density that is 100 %
     * @param middle90 between which nine of ten clients lie, %; null where it cannot be told
     * @param middleReason why not, else empty
     */
    public record SessionFigure(
            boolean finished,
            int session,
            MeanFigure share,
            @Nullable Interval middle90,
            String middleReason) {}

    /**
     * Retention of the groups of one factor.
     *
     * @param factor such as {@code practitioner}
     * @param groups those large enough
     * @param hidden those that are not; null where there are none
     */
    public record FactorFigures(
            String factor,
            List<GroupFigure> groups,
            @Nullable HiddenGroups hidden) {
        public FactorFigures {
            Check.named("factor", factor);
            groups = List.copyOf(groups);
        }
    }

    /**
     * Retention of a group.
     *
     * @param group such as {@code P1}
     * @param retained share of dots kept
     * @param medianDays from session to healed photo; null where no date is known
     */
    public record GroupFigure(
            String group, MeanFigure retained, @Nullable Double medianDays) {}

    /**
     * Groups that are not shown.
     *
     * @param small those of too few clients
     * @param also those hidden so that none of the small can be worked out from the total
     * @param clients in all of them together
     */
    public record HiddenGroups(List<String> small, List<String> also, int clients) {
        public HiddenGroups {
            small = List.copyOf(small);
            also = List.copyOf(also);
        }
    }

    /**
     * A group of clients against the other noted groups of its factor.
     *
     * @param factor such as {@code practitioner}
     * @param group such as {@code P1}
     * @param against the other group's name where there are only two, else {@code the rest}
     * @param clients only in the group
     * @param clientsAgainst only in the others
     * @param inBoth clients left out of the comparison, as they are in both
     * @param differencePct mean of the group less mean of the others, percentage points; null where it cannot be told
     * @param interval95 its interval, not corrected for the number of comparisons
     * @param t of Welch's test
     * @param degreesOfFreedom of Welch's test
     * @param p two-sided, not corrected
     * @param pHolm corrected over all comparisons of the report
     * @param reason why it cannot be told, else empty
     */
    public record GroupComparison(
            String factor,
            String group,
            String against,
            int clients,
            int clientsAgainst,
            int inBoth,
            @Nullable Double differencePct,
            @Nullable Interval interval95,
            @Nullable Double t,
            @Nullable Double degreesOfFreedom,
            @Nullable Double p,
            @Nullable Double pHolm,
            String reason) {}

    /**
     * Clients far from the others.
     *
     * @param median of the clients' retention, %; null where there are too few
     * @param medianDeviation median distance from it, percentage points; null with it
     * @param clients looked at
     * @param found far ones, the farthest first
     * @param reason why nobody was looked at, else empty
     */
    public record Outlying(
            @Nullable Double median,
            @Nullable Double medianDeviation,
            int clients,
            List<OutlyingClient> found,
            String reason) {
        public Outlying {
            found = List.copyOf(found);
        }
    }

    /**
     * A client far from the others.
     *
     * @param client pseudonym
     * @param retainedPct mean of the client's comparisons, %
     * @param robustZ 0.6745 times the distance from the median, in median deviations
     * @param lookAt what may explain it
     */
    public record OutlyingClient(String client, double retainedPct, double robustZ, List<String> lookAt) {
        public OutlyingClient {
            lookAt = List.copyOf(lookAt);
        }
    }
}
