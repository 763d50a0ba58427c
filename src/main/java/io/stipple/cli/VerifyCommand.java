package io.stipple.cli;

import io.stipple.evidence.CaseLedger;
import io.stipple.evidence.ClinicKey;
import io.stipple.evidence.Difference;
import io.stipple.evidence.RecordSignature;
import io.stipple.evidence.Verification;
import io.stipple.report.FinishedCase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple verify OUT}: whether a record's photos, settings, figures, signature and entry in the ledger still hold. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Hashes the photos again, measures them again and names each file or figure that differs.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "OUT", description = "Folder of results, such as CASE/stipple; holds record.json.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--case",
            paramLabel = "CASE",
            description = "Folder of the photos; default the one that holds OUT.")
    private @Nullable Path caseFolder;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The clinic's public key, PEM: the record must be signed with it.")
    private @Nullable Path key;

    @Option(names = "--quick", description = "Only hashes, signature and ledger; nothing is measured again.")
    private boolean quick;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary: exit code only.")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CaseStoreOptions ledger;

    private boolean withLedger;

    @Override
    public Integer call() throws Exception {
        Path results = FinishedCase.folderOf(output).orElse(output);
        Path holder = results.toAbsolutePath().normalize().getParent();
        Path photos = caseFolder != null ? caseFolder : holder != null ? holder : results;
        Verification verified;
        try (CaseLedger entered = ledger.around(photos).orElse(null)) {
            withLedger = entered != null;
            verified = Verification.of(
                    results,
                    photos,
                    key == null ? null : ClinicKey.publicKey(key),
                    entered,
                    !quick,
                    ConsoleProgress.on(spec.commandLine().getErr(), quiet));
        }
        if (!quiet) {
            print(verified, spec.commandLine().getOut());
        }
        return verified.differences().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_MEASURED;
    }

    private void print(Verification verified, PrintWriter out) {
        out.println("record " + verified.recordSha256());
        out.println(signature(verified.signature()));
        out.println(
                withLedger
                        ? "compared with the ledger"
                        : "no ledger: stipple audit keeps one around the case, in stipple.db");
        if (verified.measuredAgain()) {
            out.println(
                    verified.relativeTolerance() == 0
                            ? "measured again with the same version on the same type of machine: every bit must agree"
                            : String.format(
                                    Locale.ROOT,
                                    "measured again with another version or machine: figures must agree within %.1f %%",
                                    100 * verified.relativeTolerance()));
        } else {
            out.println("not measured again: only files and signature were checked");
        }
        for (Difference difference : verified.differences()) {
            out.println("DIFFERS  " + difference);
        }
        out.println(
                verified.differences().isEmpty()
                        ? "verified: nothing differs"
                        : "differences: " + verified.differences().size());
        out.flush();
    }

    private String signature(@Nullable RecordSignature signature) {
        if (signature == null) {
            return "not signed";
        }
        String who = "signed by " + (signature.signer().isEmpty() ? "(no name given)" : signature.signer()) + " at "
                + signature.signedAt();
        return key == null ? who + ", not checked: give --key with the clinic's public key" : who;
    }
}
