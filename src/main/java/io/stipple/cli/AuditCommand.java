package io.stipple.cli;

import io.stipple.audit.Audit;
import io.stipple.audit.AuditRequest;
import io.stipple.audit.AuditResult;
import io.stipple.cohort.CohortFigures;
import io.stipple.cohort.LeftOut;
import io.stipple.report.CaseSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple audit ROOT [-o OUT]}: every case below a folder, then what they say together. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Analyses every new or changed case below a folder, enters it in the ledger (ROOT/stipple.db), and"
                        + " writes cohort.html, cohort.csv and cohort.json: what the cases say together. May be interrupted and"
                        + " run again.")
final class AuditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", description = "Folder that holds the case folders, at any depth.")
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Where the cohort's files go; default ROOT.")
    private @Nullable Path output;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Cases analysed at once, each 1 to 2 GB; default ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(
            names = "--every-byte",
            description = "Read and hash all photos and records again, also those whose size and time are as before.")
    private boolean everyByte;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StoreOptions ledger;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary: exit code and files only.")
    private boolean quiet;

    @Option(names = "--json", description = "The summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(root)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + root);
        }
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs is " + jobs + "; 1 or more is expected");
        }
        AuditResult result = Audit.run(
                new AuditRequest(
                        root, output == null ? root : output, ledger.store(root), ledger.site(), jobs, everyByte),
                ConsoleProgress.on(spec.commandLine().getErr(), quiet));
        if (json) {
            spec.commandLine().getOut().println(result.json());
            spec.commandLine().getOut().flush();
        } else if (!quiet) {
            print(result, spec.commandLine().getOut());
        }
        return result.figures().leftOut().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_MEASURED;
    }

    private static void print(AuditResult result, PrintWriter out) {
        CohortFigures figures = result.figures();
        out.println(CaseSummary.counted(figures.counts().cases(), "case") + " of "
                + CaseSummary.counted(figures.counts().clients(), "client") + ": "
                + result.analysed() + " analysed, " + result.entered() + " entered as they were, "
                + result.unchanged() + " unchanged, " + figures.leftOut().size() + " left out");
        figures.sentences().forEach(out::println);
        for (LeftOut one : figures.leftOut()) {
            out.println("LEFT OUT  " + one.folder() + ": " + one.reason());
        }
        out.println("Cohort: " + result.page());
        out.flush();
    }
}
