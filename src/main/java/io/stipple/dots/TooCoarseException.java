package io.stipple.dots;

import java.io.Serial;
import java.util.Locale;

/** The photo cannot show single dots: they cover too few pixels. Its message says what would do. */
public final class TooCoarseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;

    /**
     * Of dots that cover too few pixels.
     *
     * @param dotMm their diameter
     * @param pxPerMm of the photo, where it shows a typical piece of scalp
     * @param leastPx that a dot must cover to be told apart
     */
    public TooCoarseException(double dotMm, double pxPerMm, double leastPx) {
        this(reason(dotMm, pxPerMm, leastPx));
    }

    private TooCoarseException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, as a sentence without the full stop. */
    public String reason() {
        return reason;
    }

    private static String reason(double dotMm, double pxPerMm, double leastPx) {
        double px = dotMm * pxPerMm;
        double nearer = Math.ceil(10 * leastPx / px) / 10; // rounded up, that it suffices
        return String.format(
                Locale.ROOT,
                "dots of %.2f mm cover %.1f px here (%.1f px/mm), fewer than %.0f:"
                        + " go %.1f times nearer, or use a lens with %.1f times the reach",
                dotMm,
                Math.floor(10 * px) / 10, // rounded down, that it does not read as enough
                pxPerMm,
                leastPx,
                nearer,
                nearer);
    }
}
