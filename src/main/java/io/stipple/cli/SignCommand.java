package io.stipple.cli;

import io.stipple.evidence.ClinicKey;
import io.stipple.evidence.RecordSignature;
import io.stipple.report.FinishedCase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stipple sign OUT --key KEY}: a clinic's word that a record is its own. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs a record with a key of the clinic (Ed25519), or makes such a key.")
final class SignCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "OUT",
            description = "Folder of results, such as CASE/stipple; holds record.json.")
    private @Nullable Path output;

    @Option(names = "--key", paramLabel = "FILE", description = "The clinic's private key, PEM.")
    private @Nullable Path key;

    @Option(
            names = "--signer",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Who signs, such as the clinic's name; stands in the signature.")
    @SuppressWarnings("NullAway.Init")
    private String signer;

    @Option(
            names = "--new-key",
            paramLabel = "FILE",
            description = "Makes a new key: FILE, to be kept secret, and FILE.pub, to be given away.")
    private @Nullable Path newKey;

    @Option(
            names = {"-q", "--quiet"},
            description = "No summary: exit code and files only.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        if (newKey == null && (output == null || key == null)) {
            throw new ParameterException(
                    spec.commandLine(), "sign needs OUT and --key FILE, or --new-key FILE to make a key first");
        }
        if (newKey != null) {
            Path given = ClinicKey.create(newKey);
            say("private key: " + newKey + " (keep it secret)");
            say("public key:  " + given + " (whoever verifies needs it)");
        }
        Path with = key == null ? newKey : key;
        if (output != null && with != null) {
            Path results = FinishedCase.folderOf(output).orElse(output);
            RecordSignature made = RecordSignature.sign(results, signer, ClinicKey.privateKey(with), Instant.now());
            say("signed record " + made.recordSha256());
            say("by " + (signer.isEmpty() ? "(no name given)" : signer) + " at " + made.signedAt() + ": "
                    + results.resolve(RecordSignature.FILE));
        }
        return ExitCode.DONE;
    }

    private void say(String line) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }
}
