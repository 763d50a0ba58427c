package io.stipple.audit;

import io.stipple.audit.CaseOutcome.Kind;
import io.stipple.cohort.CohortFigures;
import io.stipple.cohort.CohortWriter;
import io.stipple.cohort.LeftOut;
import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.KnownFile;
import io.stipple.ledger.LedgerException;
import io.stipple.pipeline.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Audits every case below a folder: what is new or changed is analysed and entered in the ledger, the rest is known by
 * its files; then the cohort is written from what the ledger holds. May be interrupted at any moment and run again, and
 * any number of processes may audit the same folder together.
 */
public final class Audit implements AutoCloseable {
    private final AuditRequest request;
    private final Progress progress;
    private final CaseLedger ledger;
    private final CaseLocks locks;
    private final CaseAudit cases;
    private final Map<Kind, Integer> counts = new TreeMap<>();
    private final Map<String, LeftOut> leftOut = new TreeMap<>();

    private Audit(AuditRequest request, Progress progress) throws LedgerException, IOException {
        this.request = request;
        this.progress = progress;
        this.ledger = CaseLedger.open(request.store(), request.root(), request.site());
        this.locks = CaseLocks.in(request.root());
        this.cases = new CaseAudit(ledger, request.everyByte());
    }

    /**
     * Runs an audit.
     *
     * @throws LedgerException when the ledger cannot be opened, read or written
     * @throws IOException when the folder cannot be read, or the cohort not written
     */
    public static AuditResult run(AuditRequest request, Progress progress) throws LedgerException, IOException {
        try (Audit audit = new Audit(request, progress)) {
            return audit.run();
        }
    }

    private AuditResult run() throws LedgerException, IOException {
        List<FoundCase> found = CaseFinder.below(request.root());
        List<FoundCase> waiting = lookAtAll(newOrChanged(found));
        for (FoundCase one : waiting) {
            // Whoever had it is done with it or dead.
            FileLock lock = locks.lock(subject(one));
            try {
                note(one, cases.look(one));
            } finally {
                lock.release();
            }
        }
        CohortFigures figures =
                CohortOfLedger.figures(ledger, found.stream().map(this::subject).toList(), leftOut);
        CohortWriter.write(figures, request.output());
        return new AuditResult(
                counts.getOrDefault(Kind.ANALYSED, 0),
                counts.getOrDefault(Kind.ENTERED, 0),
                counts.getOrDefault(Kind.UNCHANGED, 0),
                figures,
                request.output().resolve(CohortWriter.PAGE_FILE));
    }

    /** Those of which a file is not as it was when the case was entered. */
    private List<FoundCase> newOrChanged(List<FoundCase> found) throws LedgerException, IOException {
        if (request.everyByte()) {
            return found;
        }
        Map<String, List<KnownFile>> known = ledger.ledger().knownFiles();
        List<FoundCase> changed = new ArrayList<>();
        for (FoundCase one : found) {
            List<KnownFile> files = known.get(subject(one));
            boolean same = files != null
                    && CaseFiles.of(one).are(files)
                    && Forgotten.in(one.folder()).isEmpty();
            if (same) {
                note(one, CaseOutcome.of(Kind.UNCHANGED));
            } else {
                changed.add(one);
            }
        }
        return changed;
    }

    /** Looks at cases, some at once; returns those that another process is at. */
    private List<FoundCase> lookAtAll(List<FoundCase> changed) throws LedgerException, IOException {
        progress.begin("auditing", changed.size());
        ExecutorService workers = Executors.newFixedThreadPool(request.jobs());
        try {
            List<Future<@Nullable FoundCase>> running = new ArrayList<>();
            for (FoundCase one : changed) {
                running.add(workers.submit(() -> lookUnlessTaken(one)));
            }
            List<FoundCase> waiting = new ArrayList<>();
            for (Future<@Nullable FoundCase> one : running) {
                FoundCase taken = one.get();
                if (taken != null) {
                    waiting.add(taken);
                }
            }
            return waiting;
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the audit was interrupted", e);
        } finally {
            workers.shutdownNow();
            progress.end();
        }
    }

    private @Nullable FoundCase lookUnlessTaken(FoundCase one) throws LedgerException, IOException {
        String subject = subject(one);
        synchronized (progress) {
            progress.step(subject);
        }
        FileLock lock = locks.tryLock(subject);
        if (lock == null) {
            return one;
        }
        try {
            note(one, cases.look(one));
            return null;
        } finally {
            lock.release();
        }
    }

    private static IOException rethrown(ExecutionException e) throws LedgerException {
        Throwable cause = e.getCause();
        if (cause instanceof LedgerException ledger) {
            throw ledger;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException("the audit broke off: " + (cause == null ? e : cause).getMessage(), e);
    }

    private synchronized void note(FoundCase one, CaseOutcome outcome) {
        counts.merge(outcome.kind(), 1, Integer::sum);
        if (outcome.kind() == Kind.LEFT_OUT) {
            String subject = subject(one);
            leftOut.put(subject, new LeftOut(subject, withoutPlace(outcome.reason())));
        }
    }

    /** The cohort's page may be passed on; where the cases lie is nobody's business. */
    private String withoutPlace(String reason) {
        return reason.replace(request.root().toAbsolutePath().normalize() + File.separator, "")
                .replace(request.root() + File.separator, "");
    }

    private String subject(FoundCase one) {
        return ledger.subject(one.folder());
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        locks.close();
    }
}
