package io.stipple.series;

import java.nio.file.Path;
import java.util.List;

/** A case folder or a {@code case.yaml} that cannot be understood: every problem found, one sentence each. */
public final class CaseException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;
    private final transient Path folder;

    CaseException(List<String> problems, Path folder) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.folder = folder;
    }

    public CaseException(String problem, Path folder) {
        this(List.of(problem), folder);
    }

    /** What is wrong, one or more sentences that name file, line and key or the folders concerned. */
    public List<String> problems() {
        return problems;
    }

    public Path folder() {
        return folder;
    }
}
