package io.stipple.study;

import io.stipple.model.Stage;
import io.stipple.phantom.PhantomSettings;
import java.util.Locale;

/** What a studied head went through. */
enum HeadCase {
    /** The usual treatment: tells how often intervals hold the truth. */
    SERIES("") {
        @Override
        PhantomSettings of(PhantomSettings head) {
            return head;
        }
    },
    /** One session, and two visits once healed between which nothing changed: tells of false alarms. */
    UNCHANGED("-unchanged") {
        @Override
        PhantomSettings of(PhantomSettings head) {
            return healedTwice(head, 0);
        }
    },
    /** The same, with {@value #LOST_PCT} % of each region's dots gone between the two: tells of changes overlooked. */
    FADED("-faded") {
        @Override
        PhantomSettings of(PhantomSettings head) {
            return healedTwice(head, -LOST_PCT);
        }
    };

    /** The change of density that is asked to be seen, %. */
    static final double LOST_PCT = 15;
    /** The two visits of which nothing, or just that, is true; the contract compares them as build-up. */
    static final String HEALED_PAIR = Stage.settled(1) + " > " + Stage.settled(2);

    private final String suffix;

    HeadCase(String suffix) {
        this.suffix = suffix;
    }

    /** What to render for such a case of a head. */
    abstract PhantomSettings of(PhantomSettings head);

    /** Name of a head's case, also of its file, such as {@code normal-III-7-faded}. */
    String nameOf(PhantomSettings head) {
        return head.tier().name().toLowerCase(Locale.ROOT) + "-" + head.skin() + "-" + head.seed() + suffix;
    }

    // before, session-1, session-1-settled and the second healed visit: no more is needed to compare the last two.
    private static PhantomSettings healedTwice(PhantomSettings head, double changePct) {
        return head.withStages(3).withHealedChangePct(changePct);
    }
}
