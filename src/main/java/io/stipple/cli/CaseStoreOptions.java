package io.stipple.cli;

import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.LedgerException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the ledger of one case is. */
final class CaseStoreOptions extends StoreOptions {
    @Option(
            names = "--root",
            paramLabel = "ROOT",
            description = "With --store: the folder that is audited, where the case does not lie directly in it.")
    private @Nullable Path audited;

    /** The ledger that a case belongs in: the server that was named, else the nearest stipple.db around it, else none. */
    Optional<CaseLedger> around(Path caseFolder) throws LedgerException {
        Optional<Path> root = onAServer() ? Optional.of(audited(caseFolder)) : CaseLedger.rootAround(caseFolder);
        return root.isPresent()
                ? Optional.of(CaseLedger.open(store(root.get()), root.get(), site()))
                : Optional.empty();
    }

    private Path audited(Path caseFolder) {
        Path whole = caseFolder.toAbsolutePath().normalize();
        Path holder = whole.getParent();
        return audited != null ? audited : holder != null ? holder : whole;
    }
}
