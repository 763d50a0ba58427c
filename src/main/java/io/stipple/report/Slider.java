package io.stipple.report;

import java.io.IOException;

/** The vendored slider that compares two pictures. */
final class Slider {
    private static final String FOLDER = "img-comparison-slider-8.0.7/";

    private Slider() {}

    /** Its script, with the licence in front. */
    static String script() throws IOException {
        return "/* img-comparison-slider 8.0.7\n" + Template.resource(FOLDER + "LICENSE") + "*/\n"
                + Template.resource(FOLDER + "index.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "") + "\n";
    }
}
