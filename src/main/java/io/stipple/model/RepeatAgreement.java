package io.stipple.model;

/**
 * How well a figure repeats when the same scalp is photographed again: Bland and Altman (1986), Lancet 327:307–310.
 *
 * @param figure such as {@code density}
 * @param pairs of photos, times regions
 * @param biasPct mean of second over first, less 1, %
 * @param limits95Pct between which 95 of 100 differences lie, %
 * @param semPct standard error of one measurement, %
 * @param mdc95Pct smallest change of two measurements that is more than noise, %
 */
public record RepeatAgreement(
        String figure, int pairs, double biasPct, Interval limits95Pct, double semPct, double mdc95Pct) {
    public RepeatAgreement {
        Check.named("figure", figure);
        Check.finite("bias %", biasPct);
        Check.within("standard error %", semPct, 0, Double.MAX_VALUE);
    }
}
