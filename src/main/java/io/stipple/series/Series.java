package io.stipple.series;

import io.stipple.model.Finding;
import io.stipple.model.StageInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * A client's photos, sorted into views and stages; no photo is opened but for its date.
 *
 * @param folder of the case, absolute
 * @param config what {@code case.yaml} says
 * @param stages those that have a folder, in order of time, each with its date where one is known
 * @param shots in order of view, time and repeat; one or more
 * @param findings what a person should know of the folder
 */
public record Series(Path folder, CaseConfig config, List<StageInfo> stages, List<Shot> shots, List<Finding> findings) {
    public Series {
        stages = List.copyOf(stages);
        shots = List.copyOf(shots);
        findings = List.copyOf(findings);
    }

    /** The pseudonym of {@code case.yaml}, else the folder's name. */
    public String client() {
        if (config.client() != null) {
            return config.client();
        }
        Path name = folder.getFileName();
        return name == null ? "case" : name.toString();
    }
}
