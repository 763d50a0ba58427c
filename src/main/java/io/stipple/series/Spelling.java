package io.stipple.series;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What someone probably meant to type (edit distance with swaps, Damerau 1964). */
final class Spelling {
    /** A third of the letters wrong is another word. */
    private static final int LETTERS_PER_ERROR = 3;

    private Spelling() {}

    /** The one of {@code known} nearest to {@code typed}, if it is near enough to be a slip; case counts nothing. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT))
                        <= Math.max(1, Math.min(lower.length(), word.length()) / LETTERS_PER_ERROR))
                .min(Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                steps[row][column] = row == 0 || column == 0 ? row + column : cheapest(one, other, steps, row, column);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] steps, int row, int column) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int cheapest = Math.min(
                steps[row - 1][column - 1] + change, 1 + Math.min(steps[row - 1][column], steps[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(cheapest, steps[row - 2][column - 2] + 1) : cheapest;
    }
}
