package io.stipple.pipeline;

import io.stipple.model.CaseRecord;
import java.nio.file.Path;

/**
 * A finished analysis.
 *
 * @param record all that was measured
 * @param report the page to open
 */
public record AnalysisResult(CaseRecord record, Path report) {}
