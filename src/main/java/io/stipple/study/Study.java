package io.stipple.study;

import io.stipple.pipeline.Progress;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The coverage experiment: how often intervals hold the truth, and how often a change is called real that is none, or
 * none that is one. Each finished case leaves a file, so that a study cut short goes on where it was.
 */
public final class Study {
    /** Folder below a study's own in which its cases are rendered. */
    static final String PHOTOS = "photos";

    // A case of 3 megapixels held 0.1 kB a pixel after collections; as much again for the collector to work in.
    private static final double HEAP_BYTES_PER_PIXEL = 200;

    private final Path folder;
    private final List<StudyCase> cases;
    private final CaseRunner runner;
    private final Map<StudyCase, CaseScores> finishedBefore = new LinkedHashMap<>();

    private Study(Path folder, List<StudyCase> cases, CaseRunner runner) {
        this.folder = folder;
        this.cases = cases;
        this.runner = runner;
    }

    /**
     * A study whose results are in {@code folder} or go there; nothing is written yet.
     *
     * @param keepPhotos whether each case's photos and results stay, below {@value #PHOTOS}
     * @throws OtherStudyException when results of other settings are in the way
     */
    public static Study in(Path folder, StudyPlan plan, boolean keepPhotos) throws IOException, OtherStudyException {
        return of(folder, plan, new RenderedCases(folder.resolve(PHOTOS), keepPhotos));
    }

    static Study of(Path folder, StudyPlan plan, CaseRunner runner) throws IOException, OtherStudyException {
        Study study = new Study(folder, plan.cases(), runner);
        for (StudyCase one : study.cases) {
            Optional<CaseScores> scores = ResultFile.in(folder, one).read();
            scores.ifPresent(there -> study.finishedBefore.put(one, there));
        }
        return study;
    }

    /**
     * How many cases to run at the same time on this machine: each already works on several processors in parts, and
     * takes memory by the size of its photos.
     */
    public static int defaultJobs(double megapixels) {
        Runtime machine = Runtime.getRuntime();
        long byMemory = (long) (machine.maxMemory() / (HEAP_BYTES_PER_PIXEL * megapixels * 1e6));
        return (int) Math.max(1, Math.min(machine.availableProcessors() / 2, byMemory));
    }

    /** How many cases there are in all. */
    public int size() {
        return cases.size();
    }

    /** How many of them are finished already, and so are not run again. */
    public int finishedBefore() {
        return finishedBefore.size();
    }

    /**
     * Runs what is not finished yet. A case that fails is named in the result, and the study goes on.
     *
     * @param jobs how many cases run at the same time
     * @param progress told of each case as it begins
     */
    public StudyResult run(int jobs, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        progress.begin("studying", cases.size() - finishedBefore.size());
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            Map<StudyCase, Future<CaseScores>> begun = new LinkedHashMap<>();
            for (StudyCase one : cases) {
                if (!finishedBefore.containsKey(one)) {
                    begun.put(one, workers.submit(() -> finish(one, progress)));
                }
            }
            return collected(begun);
        } finally {
            workers.shutdownNow();
            progress.end();
            removeIfEmpty(folder.resolve(PHOTOS));
        }
    }

    private static void removeIfEmpty(Path photos) throws IOException {
        try {
            Files.deleteIfExists(photos);
        } catch (DirectoryNotEmptyException e) {
            // Photos were to be kept.
        }
    }

    private CaseScores finish(StudyCase one, Progress progress) throws Exception {
        // Whoever hears of progress hears one thing at a time.
        synchronized (progress) {
            progress.step(one.name());
        }
        CaseScores scores = runner.run(one);
        ResultFile.in(folder, one).write(scores);
        return scores;
    }

    // In the plan's order, whoever is done first: the same study gives the same table.
    private StudyResult collected(Map<StudyCase, Future<CaseScores>> begun) throws InterruptedException {
        Map<StudyCase, CaseScores> scores = new LinkedHashMap<>();
        Map<String, String> failed = new LinkedHashMap<>();
        for (StudyCase one : cases) {
            CaseScores there = finishedBefore.get(one);
            Future<CaseScores> future = begun.get(one);
            if (there != null) {
                scores.put(one, there);
            } else if (future != null) {
                try {
                    scores.put(one, future.get());
                } catch (ExecutionException e) {
                    failed.put(one.name(), String.valueOf(e.getCause()));
                }
            }
        }
        return new StudyResult(scores, failed);
    }
}
