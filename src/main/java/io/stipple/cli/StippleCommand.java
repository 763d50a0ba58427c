package io.stipple.cli;

import io.stipple.pipeline.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stipple}: holds the commands. */
@Command(
        name = "stipple",
        mixinStandardHelpOptions = true,
        versionProvider = StippleCommand.Version.class,
        description =
                "Measures how scalp micropigmentation fades and builds up between sessions, from ordinary photos.",
        subcommands = {
            AnalyzeCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            VerifyCommand.class,
            SignCommand.class,
            ForgetCommand.class,
            PhantomCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 done, but some photo or region could not be measured;",
            "2 wrong usage or input, nothing written; 3 internal error."
        })
final class StippleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? See the list below.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"stipple " + Versions.stipple()};
        }
    }
}
