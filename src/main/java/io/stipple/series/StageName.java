package io.stipple.series;

import io.stipple.model.Stage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stage as a folder names it.
 *
 * @param stage that is meant
 * @param date that the name begins with; null where it begins with none
 * @param wrongDate what stands in a date's place and is no day of the calendar; null where all is well
 */
record StageName(
        Stage stage, @Nullable LocalDate date, @Nullable String wrongDate) {
    private static final Pattern NAME =
            Pattern.compile("(before)|session-(\\d{1,3})(-settled)?|(result)|follow-up-(\\d{1,3})");
    private static final Pattern LED_BY =
            Pattern.compile("(?:\\d{1,3}[.)]?-)?(?:(\\d{4})-?(\\d{2})-?(\\d{2})-)?(?:\\d{1,3}[.)]?-)?");
    /** How many sessions a suggestion thinks of; treatments have 2 to 4. */
    private static final int SUGGESTED_SESSIONS = 9;

    /** The stage that a folder called {@code folder} holds; empty when that is no stage. */
    static Optional<StageName> ofFolder(String folder) {
        String name = normalized(folder);
        Matcher lead = LED_BY.matcher(name);
        String rest = lead.lookingAt() ? name.substring(lead.end()) : name;
        Optional<Stage> stage = ofName(rest);
        if (stage.isEmpty() || lead.group(1) == null) {
            return stage.map(known -> new StageName(known, null, null));
        }
        String date = lead.group(1) + "-" + lead.group(2) + "-" + lead.group(3);
        try {
            return Optional.of(new StageName(stage.get(), LocalDate.parse(date), null));
        } catch (DateTimeException e) {
            return Optional.of(new StageName(stage.get(), null, date));
        }
    }

    /** The stage called {@code name}, any case, {@code _} or a space for {@code -}; empty when there is none. */
    static Optional<Stage> ofName(String name) {
        Matcher matcher = NAME.matcher(normalized(name));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) != null) {
            return Optional.of(Stage.BEFORE);
        }
        if (matcher.group(4) != null) {
            return Optional.of(Stage.RESULT);
        }
        boolean session = matcher.group(2) != null;
        int number = Integer.parseInt(matcher.group(session ? 2 : 5));
        if (number < 1) {
            return Optional.empty();
        }
        if (!session) {
            return Optional.of(Stage.followUp(number));
        }
        return Optional.of(matcher.group(3) == null ? Stage.session(number) : Stage.settled(number));
    }

    /** The stage name that {@code typed} is a slip of. */
    static Optional<String> suggestion(String typed) {
        List<String> known = new ArrayList<>(List.of(Stage.BEFORE.name(), Stage.RESULT.name()));
        for (int number = 1; number <= SUGGESTED_SESSIONS; number++) {
            known.add(Stage.session(number).name());
            known.add(Stage.settled(number).name());
            known.add(Stage.followUp(number).name());
        }
        return Spelling.nearest(normalized(typed), known);
    }

    private static String normalized(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
