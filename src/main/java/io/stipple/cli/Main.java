package io.stipple.cli;

import io.stipple.evidence.EvidenceException;
import io.stipple.ledger.LedgerException;
import io.stipple.pipeline.UnusableOutputException;
import io.stipple.pipeline.WrongInputException;
import io.stipple.report.ReportRefusedException;
import io.stipple.study.OtherStudyException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Where a run begins and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exitCode = run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        // Inside Maven a normal end must return, so that the build closes in its own way.
        if (exitCode != ExitCode.DONE) {
            System.exit(exitCode);
        }
    }

    /** Runs one command; results go to {@code out}, progress and errors to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new StippleCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
    }

    // The one place where an error becomes words and a number.
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof WrongInputException
                || failure instanceof UnusableOutputException
                || failure instanceof ReportRefusedException
                || failure instanceof OtherStudyException
                || failure instanceof EvidenceException) {
            command.getErr().println("stipple: " + failure.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (failure instanceof LedgerException) {
            command.getErr().println("stipple: " + failure.getMessage());
            return ExitCode.INTERNAL_ERROR;
        }
        command.getErr().println("stipple: internal error, please report it with the lines below");
        failure.printStackTrace(command.getErr());
        return ExitCode.INTERNAL_ERROR;
    }
}
