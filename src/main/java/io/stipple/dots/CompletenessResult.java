package io.stipple.dots;

/**
 * What became of the artificial dots of one region.
 *
 * @param injected how many
 * @param found how many the detector found again as dots
 * @param completeness share of them that were found, 0..1
 * @param se its standard error
 */
public record CompletenessResult(int injected, int found, double completeness, double se) {
    public CompletenessResult {
        if (found < 0 || injected < found || !(completeness >= 0 && completeness <= 1) || !(se >= 0)) {
            throw new IllegalArgumentException("completeness " + completeness + " ± " + se + " from " + found + " of "
                    + injected + " is not a share");
        }
    }
}
