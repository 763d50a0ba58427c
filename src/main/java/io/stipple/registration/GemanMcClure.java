package io.stipple.registration;

/** The weight of a residual that forgets outliers altogether (Geman and McClure 1987; Black and Anandan 1996, CVIU 63:75). */
final class GemanMcClure {
    private GemanMcClure() {}

    /** 1 at no residual, a quarter at one scale, nearly nothing from three on. */
    static double weight(double squaredResidual, double squaredScale) {
        double ratio = 1 + squaredResidual / squaredScale;
        return 1 / (ratio * ratio);
    }
}
