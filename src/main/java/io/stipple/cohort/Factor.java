package io.stipple.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What retention may hang on. */
enum Factor {
    REGION("region", false),
    SCAR("scar", false),
    SKIN("skin type", true),
    PIGMENT("pigment", true),
    PRACTITIONER("practitioner", true),
    NEEDLE("needle", true),
    DAYS("healing days", false);

    private final String word;
    private final boolean compared;

    Factor(String word, boolean compared) {
        this.word = word;
        this.compared = compared;
    }

    /**
     * A group of comparisons.
     *
     * @param order among the groups of its factor, before the name; {@link #LAST} for what was not noted
     * @param name such as {@code P1}
     */
    record Group(int order, String name) implements Comparable<Group> {
        static final int LAST = 9;
        private static final Comparator<Group> ORDER =
                Comparator.comparingInt(Group::order).thenComparing(Group::name);

        boolean noted() {
            return order != LAST;
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    String word() {
        return word;
    }

    /**
     * Whether its groups are tested against each other. Not those that nearly every client is in several of: two
     * groups of the same clients are not independent.
     */
    boolean compared() {
        return compared;
    }

    /** The groups in their order, each with what belongs to it. */
    SortedMap<Group, List<KeptDots>> groups(Iterable<KeptDots> rows, CohortSettings settings) {
        SortedMap<Group, List<KeptDots>> groups = new TreeMap<>();
        for (KeptDots row : rows) {
            groups.computeIfAbsent(group(row, settings), key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private Group group(KeptDots row, CohortSettings settings) {
        return switch (this) {
            case REGION -> new Group(0, row.region());
            case SCAR -> row.scar() ? new Group(1, "scar") : new Group(0, "not a scar");
            case SKIN -> noted(row.skin());
            case PIGMENT -> noted(row.pigment());
            case PRACTITIONER -> noted(row.practitioner());
            case NEEDLE -> noted(row.needle());
            case DAYS -> days(row.days(), settings);
        };
    }

    static Group noted(@Nullable String name) {
        return name == null || name.isBlank() ? new Group(Group.LAST, "not noted") : new Group(0, name.strip());
    }

    private static Group days(@Nullable Integer days, CohortSettings settings) {
        if (days == null) {
            return noted(null);
        }
        if (days < settings.scabDays()) {
            return new Group(0, "under " + settings.scabDays() + ", not healed");
        }
        if (days < settings.healedDays()) {
            return new Group(1, settings.scabDays() + " to " + (settings.healedDays() - 1) + ", not healed");
        }
        return days <= settings.lateDays()
                ? new Group(2, settings.healedDays() + " to " + settings.lateDays())
                : new Group(3, "over " + settings.lateDays());
    }
}
