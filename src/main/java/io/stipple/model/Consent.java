package io.stipple.model;

/**
 * What the client has allowed to be done with pictures and figures, as {@code consent} in {@code case.yaml} says it.
 *
 * @param marketing whether they may be shown to others, without the client's name or face
 */
public record Consent(boolean marketing) {
    /** Of a client who was not asked. */
    public static final Consent NONE = new Consent(false);
}
