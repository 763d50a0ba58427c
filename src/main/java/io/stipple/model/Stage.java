package io.stipple.model;

import java.util.Comparator;

/**
 * One visit's place in the treatment. Ordered as the contract lists them: before, session-1, session-1-settled,
 * session-2, …, result, follow-up-1, …
 *
 * @param kind what the visit is to the treatment
 * @param number of the session or follow-up, from 1; 0 for {@code before} and {@code result}
 */
public record Stage(StageKind kind, int number) implements Comparable<Stage> {
    private static final Comparator<Stage> TREATMENT_ORDER = Comparator.comparingInt(Stage::phase)
            .thenComparingInt(Stage::number)
            .thenComparing(Stage::kind);

    public static final Stage BEFORE = new Stage(StageKind.BEFORE, 0);
    public static final Stage RESULT = new Stage(StageKind.RESULT, 0);

    public Stage {
        boolean numbered = kind == StageKind.SESSION || kind == StageKind.SETTLED || kind == StageKind.FOLLOW_UP;
        if (numbered ? number < 1 : number != 0) {
            throw new IllegalArgumentException("stage " + kind + " cannot have the number " + number);
        }
    }

    /** {@code session-N}, the fresh photos. */
    public static Stage session(int number) {
        return new Stage(StageKind.SESSION, number);
    }

    /** {@code session-N-settled}. */
    public static Stage settled(int number) {
        return new Stage(StageKind.SETTLED, number);
    }

    /** {@code follow-up-N}. */
    public static Stage followUp(int number) {
        return new Stage(StageKind.FOLLOW_UP, number);
    }

    /** The name that the contract fixes, such as {@code session-2-settled}. */
    public String name() {
        return switch (kind) {
            case BEFORE -> "before";
            case SESSION -> "session-" + number;
            case SETTLED -> "session-" + number + "-settled";
            case RESULT -> "result";
            case FOLLOW_UP -> "follow-up-" + number;
        };
    }

    /** Whether skin and pigment have healed: all but the fresh photos of a session. */
    public boolean healed() {
        return kind != StageKind.SESSION;
    }

    /** Whether pigment shows in its own colour: placed, and no longer under blood and scabs. */
    public boolean showsHealedPigment() {
        return healed() && kind != StageKind.BEFORE;
    }

    /** Whether this is the healed stage of that fresh one: no session lies between. */
    public boolean settles(Stage fresh) {
        return kind == StageKind.SETTLED && fresh.kind == StageKind.SESSION && number == fresh.number;
    }

    @Override
    public int compareTo(Stage other) {
        return TREATMENT_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name();
    }

    // A session and its settling share a phase, so that session-1-settled stands before session-2.
    private int phase() {
        return switch (kind) {
            case BEFORE -> 0;
            case SESSION, SETTLED -> 1;
            case RESULT -> 2;
            case FOLLOW_UP -> 3;
        };
    }
}
