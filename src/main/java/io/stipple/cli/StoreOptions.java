package io.stipple.cli;

import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.Credentials;
import io.stipple.ledger.LedgerException;
import io.stipple.ledger.LedgerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the ledger is: options that several commands share. A password is never one of them. */
class StoreOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Keep the ledger in PostgreSQL, such as jdbc:postgresql://host/stipple, instead of"
                    + " stipple.db. User and password: STIPPLE_STORE_USER and STIPPLE_STORE_PASSWORD in the"
                    + " environment, or --password-file.")
    private @Nullable String url;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password of --store.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Name of this site, where several share one ledger.")
    @SuppressWarnings("NullAway.Init")
    private String site;

    String site() {
        return site;
    }

    /** The store for the cases below a folder; tried, so that a wrong URL or password is told before work begins. */
    LedgerStore store(Path root) {
        if (site.contains(":")) {
            throw wrong("--site is \"" + site + "\"; a name without colons is expected");
        }
        try {
            LedgerStore store = url == null
                    ? LedgerStore.embedded(root.resolve(CaseLedger.FILE))
                    : LedgerStore.server(url, Credentials.from(System.getenv(), passwordFile));
            CaseLedger.open(store, root, site).close();
            return store;
        } catch (LedgerException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #store}, of a ledger that must be there. */
    LedgerStore existing(Path root) {
        if (url == null && !Files.isRegularFile(root.resolve(CaseLedger.FILE))) {
            throw wrong("there is no " + CaseLedger.FILE + " in " + root + ": it is the folder that was audited");
        }
        return store(root);
    }

    /** Whether a server was named. */
    boolean onAServer() {
        return url != null;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
