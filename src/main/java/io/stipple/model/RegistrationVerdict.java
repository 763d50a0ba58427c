package io.stipple.model;

/** How a photo lies on the reference photo of its view. */
public enum RegistrationVerdict {
    REFERENCE("reference"),
    OK("ok"),
    FAILED("failed");

    private final String word;

    RegistrationVerdict(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
