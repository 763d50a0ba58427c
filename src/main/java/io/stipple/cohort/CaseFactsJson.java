package io.stipple.cohort;

import io.stipple.report.MissingValue;
import io.stipple.report.RecordJson;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The facts of a case as one line of JSON, in the same names and rounding as {@code record.json}. */
public final class CaseFactsJson {
    /** Changes whenever an older reader would misread the text. */
    private static final String FORMAT = "stipple-case-facts-1";

    private CaseFactsJson() {}

    private record FactsFile(String format, CaseFacts facts) {
        FactsFile {
            Objects.requireNonNull(facts, "the facts are null");
        }
    }

    /** The facts as JSON; the same facts give the same text. */
    public static String text(CaseFacts facts) {
        return RecordJson.mapper().writeValueAsString(new FactsFile(FORMAT, facts));
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws FactsRefusedException when the text is of another format, or holds an unknown, missing or impossible
     *     value; the message names it
     */
    public static CaseFacts read(String text) throws FactsRefusedException {
        // The format stands first, so that another one is told from a broken text before anything is understood.
        if (!text.startsWith("{\"format\":\"" + FORMAT + "\"")) {
            throw new FactsRefusedException("the facts of a case are not in the format " + FORMAT, null);
        }
        FactsFile found;
        try {
            found = RecordJson.mapper().readValue(text, FactsFile.class);
        } catch (JacksonException broken) {
            throw new FactsRefusedException("not the facts of a case: " + broken.getOriginalMessage(), broken);
        }
        Optional<String> missing = MissingValue.in(found.facts());
        if (missing.isPresent()) {
            throw new FactsRefusedException("not the facts of a case: " + missing.get() + " is null", null);
        }
        return found.facts();
    }
}
