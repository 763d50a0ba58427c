package io.stipple.model;

/**
 * A colour in CIELAB, D65, 2° observer.
 *
 * @param l lightness L*, 0..100
 * @param a green–red a*
 * @param b blue–yellow b*
 */
public record Lab(double l, double a, double b) {
    public Lab {
        Check.finite("L*", l);
        Check.finite("a*", a);
        Check.finite("b*", b);
    }
}
