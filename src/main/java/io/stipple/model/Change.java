package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of a region between two stages: a row of {@code changes.csv}. A null is an empty cell: not known.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param from the earlier stage
 * @param to the later stage
 * @param kind of comparison
 * @param kept dots of {@code from} found again in {@code to}
 * @param lost dots of {@code from} not found again
 * @param added dots of {@code to} that {@code from} has not
 * @param retained share of {@code from}'s dots found again, corrected for completeness in {@code to}, %
 * @param density change of density
 * @param contrast change of mean contrast per dot
 * @param pigment change of mean pigment per dot
 * @param mdc95Pct the smallest change of density that is more than noise, %
 * @param verdict whether the change of density is real
 * @param reason why it cannot be told, else empty
 * @param doubleDots new dots whose disc overlaps an older dot's
 * @param doubleDotsByChance how many would by chance alone
 */
public record Change(
        String view,
        String region,
        Stage from,
        Stage to,
        ChangeKind kind,
        @Nullable Integer kept,
        @Nullable Integer lost,
        @Nullable Integer added,
        @Nullable PercentChange retained,
        @Nullable PercentChange density,
        @Nullable PercentChange contrast,
        @Nullable PercentChange pigment,
        @Nullable Double mdc95Pct,
        ChangeVerdict verdict,
        String reason,
        @Nullable Integer doubleDots,
        @Nullable Double doubleDotsByChance) {}
