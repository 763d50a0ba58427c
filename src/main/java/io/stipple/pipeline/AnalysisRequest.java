package io.stipple.pipeline;

import java.nio.file.Path;

/**
 * What is to be analysed, and where the results go.
 *
 * @param caseFolder the client's photo series; never written to, except for {@code output} where that lies inside
 * @param output folder of the results; made, or replaced as a whole at the end
 * @param settings of every step
 */
public record AnalysisRequest(Path caseFolder, Path output, AnalysisSettings settings) {
    /** With every setting at its default. */
    public static AnalysisRequest of(Path caseFolder, Path output) {
        return new AnalysisRequest(caseFolder, output, AnalysisSettings.defaults());
    }
}
