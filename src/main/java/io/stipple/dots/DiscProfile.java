package io.stipple.dots;

/** A uniform disc seen through a Gaussian blur, by distance from its centre. */
final class DiscProfile {
    private static final int RINGS = 24;

    private DiscProfile() {}

    /** Values at the middles of {@code bins} rings of width {@code bin}; a disc of density 1. */
    static double[] blurred(double radius, double sigma, double bin, int bins) {
        double[] profile = new double[bins];
        double step = radius / RINGS;
        double variance = sigma * sigma;
        for (int i = 0; i < bins; i++) {
            double rho = (i + 0.5) * bin;
            double sum = 0;
            for (int k = 0; k < RINGS; k++) {
                double r = (k + 0.5) * step;
                double off = rho - r;
                // Gaussian around a ring: exp(-(ρ²+r²)/2σ²)·I0(ρr/σ²), scaled against overflow.
                sum += r * Math.exp(-off * off / (2 * variance)) * scaledBessel(rho * r / variance);
            }
            profile[i] = sum * step / variance;
        }
        return profile;
    }

    /** exp(-x)·I0(x) for x ≥ 0 (Abramowitz and Stegun 9.8.1 and 9.8.2). */
    static double scaledBessel(double x) {
        if (x < 3.75) {
            double t = x / 3.75;
            double s = t * t;
            double bessel = 1
                    + s
                            * (3.5156229
                                    + s
                                            * (3.0899424
                                                    + s
                                                            * (1.2067492
                                                                    + s
                                                                            * (0.2659732
                                                                                    + s
                                                                                            * (0.0360768
                                                                                                    + s
                                                                                                            * 0.0045813)))));
            return Math.exp(-x) * bessel;
        }
        double t = 3.75 / x;
        double tail = 0.02635537 + t * (-0.01647633 + t * 0.00392377);
        double middle = 0.00916281 + t * (-0.02057706 + t * tail);
        return (0.39894228 + t * (0.01328592 + t * (0.00225319 + t * (-0.00157565 + t * middle)))) / Math.sqrt(x);
    }
}
