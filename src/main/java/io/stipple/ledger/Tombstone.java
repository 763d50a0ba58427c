package io.stipple.ledger;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left of a forgotten client: the numbers of the entries whose details were deleted, and no name. */
final class Tombstone {
    private static final String BEGIN = "{\"forgotten\":[";
    private static final String END = "]}";
    private static final Pattern FORM = Pattern.compile("\\{\"forgotten\":\\[\\d{1,18}(,\\d{1,18})*+]}");

    private Tombstone() {}

    static Draft of(Collection<Long> numbers) {
        String listed = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        return new Draft(Draft.FORGOTTEN, "", "", BEGIN + listed + END);
    }

    /** The numbers that a detail names; none where it is no tombstone's. */
    static SortedSet<Long> numbers(String detail) {
        SortedSet<Long> numbers = new TreeSet<>();
        if (FORM.matcher(detail).matches()) {
            String listed = detail.substring(BEGIN.length(), detail.length() - END.length());
            for (String number : listed.split(",", -1)) {
                numbers.add(Long.valueOf(number));
            }
        }
        return numbers;
    }
}
