package io.stipple.cli;

import io.stipple.evidence.CaseLedger;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.AnalysisResult;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.report.CaseSummary;
import io.stipple.report.RepeatTable;
import io.stipple.report.SummaryJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple analyze CASE [-o OUT]}: the main job. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Measures dots and tone in a client's photo folder and writes tables, a record and a report.")
final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "Folder with a sub-folder for each stage: before, session-1, …")
    @SuppressWarnings("NullAway.Init")
    private Path caseFolder;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Where results go; default CASE/stipple.")
    private @Nullable Path output;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary: exit code and files only.")
    private boolean quiet;

    @Option(names = "--json", description = "The summary as JSON.")
    private boolean json;

    @Option(
            names = "--repeats",
            description = "Also how far the figures move between photos taken again (top.jpg, top-2.jpg).")
    private boolean repeats;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CaseStoreOptions ledger;

    @Override
    public Integer call() throws Exception {
        Path out = output == null ? caseFolder.resolve("stipple") : output;
        AnalysisResult result = analyse(out);
        print(result);
        return ExitCode.of(result.record());
    }

    /** Where an audit keeps a ledger of the cases around, a new record is entered in it. */
    private AnalysisResult analyse(Path out) throws Exception {
        try (CaseLedger entered = ledger.around(caseFolder).orElse(null)) {
            AnalysisResult result = CaseAnalysis.run(
                    AnalysisRequest.of(caseFolder, out),
                    ConsoleProgress.on(spec.commandLine().getErr(), quiet));
            if (entered != null) {
                entered.enter(caseFolder, out, null);
            }
            return result;
        }
    }

    private void print(AnalysisResult result) {
        if (json) {
            spec.commandLine().getOut().println(SummaryJson.of(result.record(), result.report()));
        } else if (!quiet) {
            spec.commandLine().getOut().print(CaseSummary.text(result.record(), result.report()));
        }
        if (repeats && !json) {
            spec.commandLine().getOut().print(RepeatTable.text(result.record()));
        }
        spec.commandLine().getOut().flush();
    }
}
