package io.stipple.cli;

import io.stipple.audit.Forgetting;
import io.stipple.evidence.CaseLedger;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple forget CLIENT ROOT}: removes what was derived from a client's photos. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Deletes a client's results and what the ledger holds of them; the ledger keeps a tombstone without"
                        + " a name, so that its chain stays whole. Photos are not touched, and not analysed again by audit.")
final class ForgetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CLIENT", description = "The pseudonym, as in case.yaml.")
    @SuppressWarnings("NullAway.Init")
    private String client;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ROOT",
            defaultValue = ".",
            description = "Folder that was audited; default the current one.")
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Where the cohort's files are; default ROOT.")
    private @Nullable Path output;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StoreOptions store;

    @Option(
            names = {"-q", "--quiet"},
            description = "No summary: exit code only.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(root)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + root);
        }
        Optional<Forgetting.Forgot> forgot;
        try (CaseLedger ledger = CaseLedger.open(store.existing(root), root, store.site())) {
            forgot = Forgetting.client(ledger, root, output == null ? root : output, client);
        }
        if (forgot.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the ledger knows no client " + client);
        }
        if (!quiet) {
            print(forgot.get(), spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private static void print(Forgetting.Forgot forgot, PrintWriter out) {
        out.println("forgotten: results, figures and what the ledger held; tombstone is entry " + forgot.seq());
        forgot.folders().forEach(folder -> out.println("photos, if there are any, still lie in " + folder));
        out.println("cohort and index were deleted: stipple audit writes the cohort again, without this client");
        out.flush();
    }
}
