package io.stipple.cohort;

import io.stipple.cohort.CaseFacts.Kept;
import io.stipple.cohort.CaseFacts.RegionFacts;
import io.stipple.cohort.CaseFacts.Share;
import io.stipple.cohort.CohortFigures.Counts;
import io.stipple.cohort.CohortFigures.GroupComparison;
import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.CohortFigures.Outlying;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.cohort.CohortFigures.Sessions;
import io.stipple.cohort.CohortFigures.VersionCount;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.StageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cases of a clinic one at a time, keeps a few small rows of each, and tells what they say together. The order
 * in which cases come does not matter.
 */
public final class Cohort {
    private final CohortSettings settings;
    private final SessionCounts sessions;
    private final Set<String> clients = new HashSet<>();
    private final List<KeptDots> kept = new ArrayList<>();
    private final List<ReachedShare> shares = new ArrayList<>();
    private final List<TakenPhoto> photos = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final SortedMap<String, Integer> versions = new TreeMap<>();
    private final Map<ChangeVerdict, Integer> verdicts = new EnumMap<>(ChangeVerdict.class);
    private int cases;
    private int untold;
    private int casesNotMeasured;

    public Cohort(CohortSettings settings) {
        this.settings = settings;
        sessions = new SessionCounts(settings.enoughPct());
    }

    /** What some cases say together. */
    public static CohortFigures of(Stream<CaseFacts> cases, List<LeftOut> leftOut, CohortSettings settings) {
        Cohort cohort = new Cohort(settings);
        cases.forEachOrdered(cohort::add);
        leftOut.forEach(cohort::leaveOut);
        return cohort.figures();
    }

    /** Counts a case in. */
    public void add(CaseFacts facts) {
        cases++;
        clients.add(facts.client());
        versions.merge(facts.stipple(), 1, Integer::sum);
        casesNotMeasured += facts.findings().notMeasured() > 0 ? 1 : 0;
        List<ReachedShare> reached = new ArrayList<>();
        for (RegionFacts region : facts.regions()) {
            ChangeVerdict last = region.last();
            if (last != null) {
                verdicts.merge(last, 1, Integer::sum);
            }
            region.kept().forEach(comparison -> addKept(facts, region, comparison));
            region.shares().stream()
                    .filter(share -> isOfTheLastSession(share, facts.sessions()))
                    .map(share -> new ReachedShare(
                            facts.client(), facts.finished(), share.settled().number(), share.pct()))
                    .forEach(reached::add);
        }
        shares.addAll(reached);
        sessions.add(facts, reached);
        facts.photos()
                .forEach(
                        photo -> photos.add(new TakenPhoto(facts.client(), practitioner(facts, photo.stage()), photo)));
    }

    /** Names a case that is not among the figures. */
    public void leaveOut(LeftOut one) {
        leftOut.add(one);
    }

    /** What the cases so far say together. */
    public CohortFigures figures() {
        // Ties in this order are rows that are alike in every part, so that any order of cases gives the same figures.
        kept.sort(KeptDots.ORDER);
        ClientMeans all = ClientMeans.ofKept(kept);
        List<RetentionGroups> factors = Arrays.stream(Factor.values())
                .map(factor -> RetentionGroups.of(factor, kept, settings))
                .toList();
        Counts counts = counts();
        List<VersionCount> analysed = versions.entrySet().stream()
                .map(entry -> new VersionCount(entry.getKey(), entry.getValue()))
                .toList();
        Sessions given = sessions.figures(clients.size());
        List<SessionFigure> reached = SessionFigures.of(shares, settings);
        MeanFigure retained = MeanFigure.of(all, "no case has a session with its healed photo");
        List<GroupComparison> comparisons = Comparisons.of(factors, settings);
        List<Funnel> funnels = factors.stream()
                .filter(groups -> groups.factor() == Factor.PRACTITIONER || groups.factor() == Factor.PIGMENT)
                .map(groups -> Funnels.of(groups, all, settings))
                .toList();
        Outlying outlying = OutlyingClients.of(all, kept, settings);
        PhotoFigures quality = PhotoQuality.of(photos, settings);
        return new CohortFigures(
                counts,
                Sentences.of(given, reached, retained, comparisons, funnels, quality, settings),
                Cautions.of(counts, analysed, settings),
                leftOut.stream()
                        .sorted(Comparator.comparing(LeftOut::folder).thenComparing(LeftOut::reason))
                        .toList(),
                analysed,
                given,
                reached,
                retained,
                factors.stream().map(RetentionGroups::figures).toList(),
                comparisons,
                funnels,
                outlying,
                verdicts(),
                quality,
                settings);
    }

    private void addKept(CaseFacts facts, RegionFacts region, Kept comparison) {
        PercentChange retained = comparison.retained();
        if (retained == null) {
            untold++;
            return;
        }
        StageInfo session = facts.session(comparison.session());
        kept.add(new KeptDots(
                facts.client(),
                region.view(),
                region.region(),
                region.scar(),
                facts.skin(),
                session.pigment(),
                session.practitioner(),
                session.needle(),
                comparison.session(),
                comparison.days(),
                retained.pct()));
    }

    /** A share of what stood before a further session is no share of what stands in the end. */
    private static boolean isOfTheLastSession(Share share, int sessions) {
        return share.settled().kind() == StageKind.SETTLED
                && (share.last().kind() != StageKind.SETTLED || share.last().number() == sessions);
    }

    private static @Nullable String practitioner(CaseFacts facts, Stage stage) {
        String first = null;
        String latest = null;
        for (StageInfo visit : facts.visits()) {
            String noted = visit.practitioner();
            if (noted == null) {
                continue;
            }
            first = first == null ? noted : first;
            if (visit.stage().compareTo(stage) <= 0) {
                latest = noted;
            }
        }
        return latest == null ? first : latest;
    }

    private Counts counts() {
        List<Integer> days =
                kept.stream().map(KeptDots::days).filter(Objects::nonNull).toList();
        return new Counts(
                cases,
                clients.size(),
                sessions.finishedClients(),
                photos.size(),
                kept.size(),
                untold,
                (int) days.stream().filter(one -> one < settings.healedDays()).count(),
                kept.size() - days.size(),
                casesNotMeasured);
    }

    private List<Proportion> verdicts() {
        int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        return Arrays.stream(ChangeVerdict.values())
                .map(verdict -> Proportion.of(verdict.word(), verdicts.getOrDefault(verdict, 0), all))
                .toList();
    }
}
