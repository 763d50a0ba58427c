package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.cohort.CohortFigures.FactorFigures;
import io.stipple.cohort.CohortFigures.GroupFigure;
import io.stipple.cohort.CohortFigures.OutlyingClient;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.cohort.Funnel.FunnelPlace;
import io.stipple.model.Interval;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final double LAST_DECIMAL = 1e-4;

    /** The arithmetic is that of SampleTest: mean 42, 95 % interval 35.1988 to 48.8012. */
    @Test
    void theShareAfterASessionIsTheMeanOfTheClients() {
        double[] shares = {32, 38, 41, 44, 47, 50};
        CohortFigures figures = figures(IntStream.range(0, shares.length)
                .mapToObj(i -> MadeCase.of("C-" + i, 2)
                        // Two regions whose mean is the client's figure.
                        .shares("frontal", shares[i] - 3)
                        .shares("vertex", shares[i] + 3)));

        SessionFigure first = figures.shares().get(0);
        assertThat(first.finished()).isTrue();
        assertThat(first.share().mean()).isCloseTo(42.0, within(1e-9));
        Interval interval = first.share().interval95();
        assertThat(interval).isNotNull();
        assertThat(interval.lo()).isCloseTo(35.1988, within(LAST_DECIMAL));
        assertThat(interval.hi()).isCloseTo(48.8012, within(LAST_DECIMAL));
        assertThat(first.share().clients()).isEqualTo(6);
        assertThat(first.middle90()).isNull();
        assertThat(first.middleReason()).contains("fewer than 20 clients");
        assertThat(figures.sentences().get(0))
                .isEqualTo("After session 1, 6 clients with a finished treatment and a further session had 42.0 % of"
                        + " their final density on average (95 % interval 35.2 to 48.8 %).");
    }

    /** One client at 60 % in ten regions and five at 90 % in one each: (60 + 5·90)/6 = 85, not (600 + 450)/15 = 70. */
    @Test
    void tenRegionsOfAClientCountOnce() {
        MadeCase many = MadeCase.of("C-many", 1);
        IntStream.range(0, 10).forEach(i -> many.kept("region-" + i, 30, 60));
        CohortFigures figures = figures(Stream.concat(
                Stream.of(many),
                IntStream.range(0, 5).mapToObj(i -> MadeCase.of("C-" + i, 1).kept("frontal", 30, 90))));

        assertThat(figures.retained().mean()).isCloseTo(85.0, within(1e-9));
        assertThat(figures.retained().clients()).isEqualTo(6);
        assertThat(figures.retained().comparisons()).isEqualTo(15);
    }

    @Test
    void severalCasesOfAClientAreOneClient() {
        CohortFigures figures = figures(Stream.of(
                MadeCase.of("C-1", 2).kept("frontal", 30, 80, 80),
                MadeCase.of("C-1", 1).kept("vertex", 30, 90),
                MadeCase.of("C-2", 1).kept("vertex", 30, 90)));

        assertThat(figures.counts().cases()).isEqualTo(3);
        assertThat(figures.counts().clients()).isEqualTo(2);
        assertThat(figures.retained().clients()).isEqualTo(2);
        assertThat(figures.sessions().given()).extracting(Proportion::count).containsExactly(1, 1);
    }

    /** 95 % after two of three sessions: two. One session only: one, by definition. Never 90 %: the last, which is two. */
    @Test
    void neededIsTheFirstSessionThatWasEnough() {
        CohortFigures figures = figures(Stream.of(
                MadeCase.of("C-1", 3).shares("frontal", 50, 95),
                MadeCase.of("C-2", 1),
                MadeCase.of("C-3", 2).shares("frontal", 60),
                MadeCase.of("C-4", 3).shares("frontal", 99, 99).underTreatment(),
                MadeCase.of("C-5", 3).shares("frontal", 92, 97)));

        assertThat(figures.sessions().needed()).extracting(Proportion::name).containsExactly("1 session", "2 sessions");
        assertThat(figures.sessions().needed()).extracting(Proportion::count).containsExactly(2, 2);
        assertThat(figures.sessions().onlyOne()).isEqualTo(1);
        assertThat(figures.sessions().oneEnough().count()).isEqualTo(1);
        assertThat(figures.sessions().oneEnough().of()).isEqualTo(3);
        assertThat(figures.sessions().underTreatment()).isEqualTo(1);
    }

    @Test
    void aShareOfWhatWasNotTheLastSessionTellsNothingOfTheResult() {
        // Session 3 has no healed photos: the analysis took session 2 for the last.
        CohortFigures figures = figures(Stream.of(MadeCase.of("C-1", 3).sharesOf(Stage.settled(2), "frontal", 70)));

        assertThat(figures.shares()).isEmpty();
        assertThat(figures.sessions().needed()).isEmpty();
        assertThat(figures.sessions().untold()).isEqualTo(1);
        assertThat(figures.sessions().reason()).contains("healed photos of each session");
    }

    @Test
    void aPractitionerWithFourClientsIsNotBrokenOutNorTheNextSmallest() {
        CohortFigures figures = figures(Stream.of(practice("P1", 4, 90), practice("P2", 12, 90), practice("P3", 6, 90))
                .flatMap(List::stream));

        FactorFigures practitioners = factor(figures, "practitioner");
        assertThat(practitioners.groups()).extracting(GroupFigure::group).containsExactly("P2");
        assertThat(practitioners.hidden()).isNotNull();
        assertThat(practitioners.hidden().small()).containsExactly("P1");
        assertThat(practitioners.hidden().also()).containsExactly("P3");
        assertThat(practitioners.hidden().clients()).isEqualTo(10);
        assertThat(figures.comparisons()).noneMatch(one -> one.group().equals("P1"));
        assertThat(figures.funnels()).allMatch(funnel -> funnel.points().isEmpty());
    }

    @Test
    void healingDaysFallIntoTheirBandsAndEarlyOnesAreSaid() {
        CohortFigures figures = figures(IntStream.range(0, 6)
                .mapToObj(i -> MadeCase.of("C-" + i, 1)
                        .kept("a", 13, 90)
                        .kept("b", 14, 90)
                        .kept("c", 27, 90)
                        .kept("d", 28, 90)
                        .kept("e", 42, 90)
                        .kept("f", 43, 90)));

        assertThat(factor(figures, "healing days").groups())
                .extracting(GroupFigure::group)
                .containsExactly("under 14, not healed", "14 to 27, not healed", "28 to 42", "over 42");
        assertThat(factor(figures, "healing days").groups())
                .extracting(group -> group.retained().comparisons())
                .containsExactly(6, 12, 12, 6);
        assertThat(figures.cautions()).anyMatch(caution -> caution.startsWith("18 of 36 comparisons"));
    }

    /** P1 and P2 keep 90 %, P3 60 %: it differs, and its mean lies outside the funnel of all. */
    @Test
    void aPractitionerFarFromTheOthersIsToldAfterCorrection() {
        CohortFigures figures = figures(Stream.of(practice("P1", 25, 90), practice("P2", 25, 90), practice("P3", 8, 60))
                .flatMap(List::stream));

        assertThat(figures.comparisons())
                .filteredOn(one -> one.group().equals("P3"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.differencePct()).isCloseTo(-30.0, within(1e-9));
                    assertThat(one.pHolm()).isLessThan(0.001).isGreaterThanOrEqualTo(one.p());
                });
        Funnel funnel = figures.funnels().stream()
                .filter(one -> one.factor().equals("practitioner"))
                .findFirst()
                .orElseThrow();
        assertThat(funnel.points())
                .filteredOn(point -> point.place() == FunnelPlace.OUTSIDE_998)
                .extracting(Funnel.FunnelPoint::group)
                .containsExactly("P3");
        assertThat(figures.cautions()).anyMatch(caution -> caution.startsWith("Groups are not randomised"));
    }

    @Test
    void clientsOfBothGroupsAreLeftOutOfTheirComparison() {
        List<MadeCase> cases = new ArrayList<>(practice("P1", 6, 90));
        cases.addAll(practice("P2", 6, 85));
        cases.add(MadeCase.of("P1-0", 1).by("P2").kept("frontal", 30, 85));

        assertThat(figures(cases.stream()).comparisons()).singleElement().satisfies(one -> {
            assertThat(one.against()).isEqualTo("P2");
            assertThat(one.clients()).isEqualTo(5);
            assertThat(one.inBoth()).isEqualTo(1);
        });
    }

    /** Median 90 and median deviation 1 by construction; 80 lies 0.6745·10/1 = 6.745 below, 88 only 1.349. */
    @Test
    void anOutlyingClientIsNamedWithWhatToLookAt() {
        double[] pct = {88, 89, 89, 89, 90, 90, 90, 91, 91, 91, 80};
        CohortFigures figures = figures(IntStream.range(0, pct.length)
                .mapToObj(i -> MadeCase.of("C-" + i, 1).kept("frontal", 12, pct[i])));

        assertThat(figures.outlying().median()).isEqualTo(90);
        assertThat(figures.outlying().medianDeviation()).isEqualTo(1);
        OutlyingClient far = figures.outlying().found().get(0);
        assertThat(figures.outlying().found()).hasSize(1);
        assertThat(far.client()).isEqualTo("C-10");
        assertThat(far.robustZ()).isCloseTo(-6.745, within(1e-9));
        assertThat(far.lookAt().get(0)).isEqualTo("lowest in frontal (top) after session 1, 80.0 %, 12 days healed");
        assertThat(far.lookAt().get(1)).isEqualTo("1 of 1 comparisons before day 28");
    }

    @Test
    void photosCountForThePractitionerOfTheSessionBeforeThem() {
        CohortFigures figures = figures(IntStream.range(0, 6)
                .mapToObj(i -> MadeCase.of("C-" + i, 1)
                        .by("P1")
                        .photo(Stage.BEFORE, Verdict.MEASURED, 1.0, "")
                        .photo(
                                Stage.settled(1),
                                Verdict.TONE_ONLY,
                                2.0,
                                "dots are 2." + i + " px across, 3 px are needed")));

        var photos = figures.photos().practitioners().get(0);
        assertThat(photos.name()).isEqualTo("P1");
        assertThat(photos.photos()).isEqualTo(12);
        assertThat(photos.measured().pct()).isEqualTo(50);
        assertThat(photos.sharpnessPx()).isEqualTo(1.5);
        assertThat(figures.photos().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.reason()).isEqualTo("dots are … px across, … px are needed");
            assertThat(reason.photos()).isEqualTo(6);
        });
    }

    @Test
    void severalVersionsAreACaution() {
        CohortFigures figures = figures(Stream.of(
                MadeCase.of("C-1", 1).version("1.0.0"), MadeCase.of("C-2", 1).version("0.9.0")));

        assertThat(figures.cautions())
                .first()
                .asString()
                .contains("several versions of Stipple: 0.9.0 (1 case), 1.0.0 (1 case)");
    }

    @Test
    void anEmptyCohortAndASingleClientTellWhatIsMissing() {
        CohortFigures none = figures(Stream.of());
        assertThat(none.retained().mean()).isNull();
        assertThat(none.retained().reason()).isNotEmpty();
        assertThat(none.sentences()).isEmpty();

        CohortFigures one = figures(Stream.of(
                MadeCase.of("C-1", 2).kept("frontal", 30, 90, 88).lost("vertex").shares("frontal", 40)));
        assertThat(one.retained().mean()).isCloseTo(89.0, within(1e-9));
        assertThat(one.retained().interval95()).isNull();
        assertThat(one.retained().reason()).contains("one client");
        assertThat(one.shares().get(0).share().mean()).isNull();
        assertThat(one.shares().get(0).share().reason()).contains("fewer than 5 clients");
        assertThat(one.outlying().reason()).contains("fewer than 10 clients");
        assertThat(one.counts().untold()).isEqualTo(1);
    }

    @Test
    void theOrderOfCasesDoesNotMatter() {
        List<CaseFacts> cases = new ArrayList<>(MadeCase.clinic(80, 3));
        CohortFigures sorted = Cohort.of(cases.stream(), List.of(), CohortSettings.defaults());
        Collections.shuffle(cases, new Random(4));

        assertThat(Cohort.of(cases.stream(), List.of(), CohortSettings.defaults()))
                .isEqualTo(sorted);
    }

    /** Clients around a mean: one point below and above in turn, so that there is some spread. */
    private static List<MadeCase> practice(String name, int clients, double pct) {
        return IntStream.range(0, clients)
                .mapToObj(i -> {
                    double off = i == clients - 1 && clients % 2 == 1 ? 0 : i % 2 == 0 ? -1 : 1;
                    return MadeCase.of(name + "-" + i, 1).by(name).kept("frontal", 30, pct + off);
                })
                .toList();
    }

    private static FactorFigures factor(CohortFigures figures, String factor) {
        return figures.factors().stream()
                .filter(one -> one.factor().equals(factor))
                .findFirst()
                .orElseThrow();
    }

    private static CohortFigures figures(Stream<MadeCase> cases) {
        return Cohort.of(cases.map(MadeCase::facts), List.of(), CohortSettings.defaults());
    }
}
