package io.stipple.phantom;

import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;

/**
 * What an analysis says of a change of density, beside the truth.
 *
 * @param view such as {@code top}
 * @param region by name
 * @param stages compared, as {@code from > to}
 * @param kind of comparison
 * @param truthPct the true change of density, %; NaN where there was nothing to change from
 * @param verdict the analysis's
 */
public record VerdictScore(
        String view, String region, String stages, ChangeKind kind, double truthPct, ChangeVerdict verdict) {}
