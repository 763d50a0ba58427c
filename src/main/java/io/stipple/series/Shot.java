package io.stipple.series;

import io.stipple.model.Stage;
import java.nio.file.Path;

/**
 * One photo file in its place in the series; not yet opened.
 *
 * @param view lower-case, such as {@code top}
 * @param stage of the visit
 * @param repeat 1 for the first shot of this view and stage, 2 for {@code top-2.jpg}
 * @param file where it lies
 * @param relativePath below the case folder, with {@code /}
 */
public record Shot(String view, Stage stage, int repeat, Path file, String relativePath) {
    public Shot {
        if (repeat < 1) {
            throw new IllegalArgumentException("repeat is " + repeat + ", below 1");
        }
    }
}
