package io.stipple.audit;

/**
 * What an audit did with a case.
 *
 * @param kind of it
 * @param reason where the case is left out, else empty
 */
record CaseOutcome(Kind kind, String reason) {
    enum Kind {
        ANALYSED,
        ENTERED,
        UNCHANGED,
        LEFT_OUT
    }

    static CaseOutcome of(Kind kind) {
        return new CaseOutcome(kind, "");
    }

    static CaseOutcome leftOut(String reason) {
        return new CaseOutcome(Kind.LEFT_OUT, reason);
    }
}
