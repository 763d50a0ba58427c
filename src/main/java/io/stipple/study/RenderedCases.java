package io.stipple.study;

import io.stipple.phantom.CheckResult;
import io.stipple.phantom.PhantomCheck;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomTruth;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.WholeFolder;
import java.nio.file.Path;

/**
 * Renders each case into a folder of its own and analyses it there, as a user would.
 *
 * @param photos folder of the cases' folders
 * @param keep whether photos and results stay once they are scored; seven photos of 12 megapixels take tens of MB
 */
record RenderedCases(Path photos, boolean keep) implements CaseRunner {
    @Override
    public CaseScores run(StudyCase one) throws Exception {
        Path folder = photos.resolve(one.name());
        // What an earlier run left half done must not pass for photos of this case.
        WholeFolder.delete(folder);
        try {
            PhantomTruth truth = PhantomRenderer.render(one.phantom(), folder, photo -> {});
            Path results = folder.resolve("stipple");
            CaseAnalysis.run(AnalysisRequest.of(folder, results), Progress.silent());
            CheckResult check = PhantomCheck.check(truth, results);
            return new CaseScores(check.figures(), check.untold(), check.verdicts());
        } finally {
            if (!keep) {
                WholeFolder.delete(folder);
            }
        }
    }
}
