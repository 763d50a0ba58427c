package io.stipple.cli;

import io.stipple.report.CaseIndex;
import io.stipple.report.CaseSummary;
import io.stipple.report.FinishedCase;
import io.stipple.report.IndexedCases;
import io.stipple.report.RenderedReport;
import io.stipple.report.ReportRequest;
import io.stipple.report.ReportWriter;
import io.stipple.report.SummaryJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple report OUT}: what a finished record can be turned into, without a photo being measured again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes report.html again from a finished record, or a PDF, a page to share, an index of cases.",
            "Photos are not needed: figures are read from record.json, pictures from aligned/."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "OUT",
            description = "What analyze wrote, the case folder it stands in, or a folder of several of these.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--pdf", description = "Write OUT/report.pdf, on A4.")
    private boolean pdf;

    @Option(
            names = "--share",
            description =
                    "Write OUT/share.html for the client or for marketing: treated scalp and figures alone, without"
                            + " face, ears, pseudonym, files and camera. Needs consent: {marketing: yes} in case.yaml.")
    private boolean share;

    @Option(names = "--no-dates", description = "Leave the days of the visits out of share.html.")
    private boolean noDates;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary: exit code and files only.")
    private boolean quiet;

    @Option(names = "--json", description = "The summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (noDates && !share) {
            throw new ParameterException(spec.commandLine(), "--no-dates goes with --share");
        }
        Optional<Path> output = FinishedCase.folderOf(folder);
        List<Path> cases = output.isPresent() ? List.of() : CaseIndex.outputsBelow(folder);
        if (!cases.isEmpty() && (pdf || share)) {
            throw new ParameterException(
                    spec.commandLine(), "--pdf and --share are of one case, and this folder holds several: " + folder);
        }
        return cases.isEmpty() ? report(output.orElse(folder)) : index(cases);
    }

    private int report(Path output) throws IOException {
        ReportRequest request = new ReportRequest(!pdf && !share, pdf, share, !noDates);
        var progress = ConsoleProgress.on(spec.commandLine().getErr(), quiet);
        progress.begin("rendering", (pdf ? 1 : 0) + (share ? 1 : 0) + (request.page() ? 1 : 0));
        RenderedReport rendered;
        try {
            rendered = ReportWriter.render(output, request, progress::step);
        } finally {
            progress.end();
        }
        tell(rendered);
        return rendered.leftOut().isEmpty() ? ExitCode.of(rendered.record()) : ExitCode.PARTLY_MEASURED;
    }

    private void tell(RenderedReport rendered) {
        PrintWriter out = spec.commandLine().getOut();
        Path first = rendered.files().get(0);
        if (json) {
            out.println(SummaryJson.of(rendered.record(), first));
        } else if (!quiet) {
            out.print(CaseSummary.text(rendered.record(), first));
            rendered.files().stream().skip(1).forEach(file -> out.println("Report: " + file));
            rendered.leftOut().forEach(line -> out.println("Not shared: " + line));
        }
        out.flush();
    }

    private int index(List<Path> cases) throws IOException {
        var progress = ConsoleProgress.on(spec.commandLine().getErr(), quiet);
        progress.begin("reading", cases.size());
        IndexedCases indexed;
        try {
            indexed = CaseIndex.write(folder, cases, progress::step);
        } finally {
            progress.end();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(indexed.json());
        } else if (!quiet) {
            out.println(CaseSummary.counted(indexed.clients().size(), "client"));
            indexed.broken().forEach(one -> out.println("not read      " + one.folder() + ": " + one.reason()));
            out.println("Index: " + indexed.file());
        }
        out.flush();
        return indexed.broken().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_MEASURED;
    }
}
