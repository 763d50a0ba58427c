package io.stipple.pipeline;

import io.stipple.model.PhotoRow;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import io.stipple.series.Shot;
import java.nio.file.Path;
import java.util.Map;

/** A stage's photo of the top view, for tests that measure nothing in it. */
final class TopPhoto {
    private TopPhoto() {}

    static Shot shot(Stage stage) {
        return new Shot("top", stage, 1, Path.of("top.jpg"), stage + "/top.jpg");
    }

    static PhotoRow row(Stage stage, Map<String, Integer> rejected) {
        return new PhotoRow(
                "top",
                stage,
                stage + "/top.jpg",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Verdict.MEASURED,
                "",
                null,
                null,
                rejected);
    }
}
