package io.stipple.audit;

import io.stipple.cohort.CohortFigures;
import java.nio.file.Path;

/**
 * A finished audit.
 *
 * @param analysed cases that were measured
 * @param entered cases whose finished record was entered in the ledger as it was
 * @param unchanged cases that were left as they are
 * @param figures of all of them together, with what was left out
 * @param page the cohort's page
 */
public record AuditResult(int analysed, int entered, int unchanged, CohortFigures figures, Path page) {}
