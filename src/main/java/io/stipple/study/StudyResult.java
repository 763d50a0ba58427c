package io.stipple.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a study found out: its table, and the cases of which it has nothing to say. */
public final class StudyResult {
    private final Map<StudyCase, CaseScores> scores;
    private final Map<String, String> failed;

    StudyResult(Map<StudyCase, CaseScores> scores, Map<String, String> failed) {
        this.scores = new LinkedHashMap<>(scores);
        this.failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /** Why cases could not be analysed, by name, in the plan's order. */
    public Map<String, String> failed() {
        return failed;
    }

    /** How many cases could be. */
    public int finished() {
        return scores.size();
    }

    /** What is asked beside what was measured, as lines of text. */
    public String table() {
        return StudyTable.text(scores);
    }
}
