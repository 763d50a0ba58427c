package io.stipple.cohort;

import io.stipple.cohort.CaseFacts.FindingCounts;
import io.stipple.cohort.CaseFacts.Kept;
import io.stipple.cohort.CaseFacts.PhotoFacts;
import io.stipple.cohort.CaseFacts.RegionFacts;
import io.stipple.cohort.CaseFacts.Share;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Cases whose figures are put in by hand, so that what must come out is known. */
final class MadeCase {
    private static final LocalDate START = LocalDate.of(2026, 1, 10);

    private final String client;
    private final int sessions;
    private final Map<String, List<Kept>> kept = new LinkedHashMap<>();
    private final Map<String, List<Share>> shares = new LinkedHashMap<>();
    private final List<PhotoFacts> photos = new ArrayList<>();
    private @Nullable String skin;
    private @Nullable String practitioner;
    private @Nullable String pigment;
    private @Nullable String needle;
    private String version = "1.0.0";
    private boolean finished = true;

    private MadeCase(String client, int sessions) {
        this.client = client;
        this.sessions = sessions;
    }

    static MadeCase of(String client, int sessions) {
        return new MadeCase(client, sessions);
    }

    /** Kept dots of one region, a figure for each session from the first on, each healed for so many days. */
    MadeCase kept(String region, int days, double... pct) {
        List<Kept> rows = new ArrayList<>();
        for (int i = 0; i < pct.length; i++) {
            rows.add(new Kept(i + 1, days, new PercentChange(pct[i], new Interval(pct[i] - 2, pct[i] + 2)), ""));
        }
        kept.put(region, rows);
        return this;
    }

    /** A region whose dots of session 1 could not be followed. */
    MadeCase lost(String region) {
        kept.put(region, List.of(new Kept(1, 30, null, "session-1 did not register")));
        return this;
    }

    /** What stood of the last healed density after each session from the first on. */
    MadeCase shares(String region, double... pct) {
        return sharesOf(Stage.settled(sessions), region, pct);
    }

    MadeCase sharesOf(Stage last, String region, double... pct) {
        List<Share> rows = new ArrayList<>();
        for (int i = 0; i < pct.length; i++) {
            rows.add(new Share(Stage.settled(i + 1), last, pct[i], new Interval(pct[i] - 3, pct[i] + 3)));
        }
        shares.put(region, rows);
        return this;
    }

    MadeCase photo(Stage stage, Verdict verdict, double sharpnessPx, String reason) {
        boolean usable = verdict != Verdict.UNUSABLE;
        photos.add(new PhotoFacts(
                "top",
                stage,
                verdict,
                sharpnessPx,
                usable ? 2.1 : null,
                usable ? 0.042 : null,
                usable ? 12.6 : null,
                usable ? ScaleGrade.C : null,
                reason));
        return this;
    }

    MadeCase by(@Nullable String practitioner) {
        this.practitioner = practitioner;
        return this;
    }

    MadeCase with(@Nullable String pigment, @Nullable String needle) {
        this.pigment = pigment;
        this.needle = needle;
        return this;
    }

    MadeCase skin(@Nullable String type) {
        skin = type;
        return this;
    }

    MadeCase version(String version) {
        this.version = version;
        return this;
    }

    MadeCase underTreatment() {
        finished = false;
        return this;
    }

    CaseFacts facts() {
        List<StageInfo> visits = new ArrayList<>();
        visits.add(new StageInfo(Stage.BEFORE, START.minusDays(7), null, null, null));
        for (int session = 1; session <= sessions; session++) {
            LocalDate date = START.plusDays(40L * session);
            visits.add(new StageInfo(Stage.session(session), date, pigment, practitioner, needle));
            visits.add(new StageInfo(Stage.settled(session), date.plusDays(30), null, null, null));
        }
        if (finished) {
            visits.add(new StageInfo(Stage.RESULT, null, null, null, null));
        }
        List<String> names = new ArrayList<>(kept.keySet());
        shares.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        List<RegionFacts> regions = names.stream()
                .map(name -> new RegionFacts(
                        "top",
                        name,
                        name.startsWith("scar"),
                        shares.getOrDefault(name, List.of()),
                        kept.getOrDefault(name, List.of()),
                        ChangeVerdict.REAL))
                .toList();
        return new CaseFacts(client, skin, visits, regions, photos, new FindingCounts(1, 0, 0), version);
    }

    /**
     * A clinic of so many clients, five practitioners of whom the last treats three, three pigments, six regions; the
     * fourth practitioner keeps nine points less, and one client keeps hardly half.
     */
    static List<CaseFacts> clinic(int clients, long seed) {
        Random dice = new Random(seed);
        List<CaseFacts> cases = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int who = i < 3 ? 5 : 1 + Math.min(3, dice.nextInt(5));
            int sessions = 1 + Math.min(3, dice.nextInt(5));
            double level = 88 + 4 * dice.nextGaussian() - (who == 4 ? 9 : 0) - (i == 7 ? 40 : 0);
            MadeCase made = of(String.format("C-%05d", i + 1), sessions)
                    .by("P" + who)
                    .with(
                            List.of("SMP grey 8%", "SMP grey 10%", "Warm black, long name of a maker")
                                    .get(dice.nextInt(3)),
                            dice.nextBoolean() ? "3RL 0.25" : "1RL 0.20")
                    .skin(List.of("I", "II", "III", "IV", "V").get(dice.nextInt(5)));
            int days = 8 + dice.nextInt(45);
            for (String region : List.of("hairline", "frontal", "midscalp", "vertex", "left-temporal", "scar-1")) {
                boolean scar = region.startsWith("scar");
                if (scar && dice.nextInt(4) > 0) {
                    continue;
                }
                double[] pct = dice.doubles(sessions, -5, 5)
                        .map(noise -> level + noise - (scar ? 14 : 0))
                        .toArray();
                double first = 40 + 8 * dice.nextGaussian();
                double[] reached = new double[Math.max(0, sessions - 1)];
                for (int s = 0; s < reached.length; s++) {
                    reached[s] = first + (95 - first) * s / sessions + 2 * dice.nextGaussian();
                }
                made.kept(region, days, pct).shares(region, reached);
            }
            for (int p = 0; p < 14; p++) {
                int luck = dice.nextInt(20);
                made.photo(
                        Stage.session(1 + p % sessions),
                        luck == 0 ? Verdict.UNUSABLE : luck < 4 ? Verdict.TONE_ONLY : Verdict.MEASURED,
                        1 + dice.nextDouble(),
                        luck == 0
                                ? "does not lie on the reference photo: " + (8 + luck)
                                        + " landmarks agree, 40 are needed"
                                : luck < 4 ? "dots are " + (20 + luck) / 10.0 + " px across, 3 px are needed" : "");
            }
            cases.add(dice.nextInt(5) == 0 ? made.underTreatment().facts() : made.facts());
        }
        return cases;
    }
}
