package io.stipple.pipeline;

import io.stipple.model.CaseRecord;
import io.stipple.report.ReportWriter;
import io.stipple.series.CaseException;
import io.stipple.series.Series;
import io.stipple.series.SeriesReader;
import io.stipple.series.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The story of one case, from a folder of photos to a folder of results. */
public final class CaseAnalysis {
    private CaseAnalysis() {}

    /**
     * Measures a case and writes its results.
     *
     * @throws WrongInputException when the folder or its {@code case.yaml} cannot be understood; nothing is written
     * @throws UnusableOutputException when results cannot go where they should; nothing is written
     * @throws IOException when reading or writing fails on the way; what stood in the output folder still stands
     */
    public static AnalysisResult run(AnalysisRequest request, Progress progress)
            throws WrongInputException, UnusableOutputException, IOException {
        try {
            return write(request, progress);
        } catch (CaseException e) {
            throw wrong(e);
        }
    }

    private static AnalysisResult write(AnalysisRequest request, Progress progress)
            throws CaseException, UnusableOutputException, IOException {
        Series series = SeriesReader.read(request.caseFolder());
        try (OutputFolder output = OutputFolder.beside(request.output(), request.caseFolder())) {
            CaseRecord record = analyze(series, request.settings(), output.folder(), progress);
            ReportWriter.write(record, output.folder());
            output.publish();
            return new AnalysisResult(record, request.output().resolve("report.html"));
        }
    }

    /**
     * The record of a case: a function of its files and the settings alone, with no clock, locale, network or memory of
     * other cases in it, so that it can be called anywhere, many at a time.
     *
     * @param caseFolder is read only
     * @param pictures exists; gets the pictures that the record names, below {@code aligned}, {@code counted} and
     *     {@code gloss}, and nothing else
     * @throws WrongInputException when the folder or its {@code case.yaml} cannot be understood
     * @throws IOException when reading or writing fails on the way
     */
    public static CaseRecord record(Path caseFolder, AnalysisSettings settings, Path pictures, Progress progress)
            throws WrongInputException, IOException {
        try {
            return analyze(SeriesReader.read(caseFolder), settings, pictures, progress);
        } catch (CaseException e) {
            throw wrong(e);
        }
    }

    private static WrongInputException wrong(CaseException e) {
        return new WrongInputException(String.join(System.lineSeparator(), e.problems()), e);
    }

    // Views one after the other: of one case's photos only one is in memory at full size at any time.
    private static CaseRecord analyze(Series series, AnalysisSettings settings, Path folder, Progress progress)
            throws IOException, CaseException {
        progress.begin("measuring", series.shots().size());
        try {
            List<MeasuredView> views = new ArrayList<>();
            for (Map.Entry<String, List<Shot>> view : byView(series).entrySet()) {
                ViewAnalysis analysis =
                        new ViewAnalysis(view.getKey(), view.getValue(), series, settings, folder, progress);
                views.add(analysis.run());
            }
            return CaseAssembly.of(series, views, settings);
        } finally {
            progress.end();
        }
    }

    private static Map<String, List<Shot>> byView(Series series) {
        Map<String, List<Shot>> views = new TreeMap<>();
        for (Shot shot : series.shots()) {
            views.computeIfAbsent(shot.view(), view -> new ArrayList<>()).add(shot);
        }
        return views;
    }
}
