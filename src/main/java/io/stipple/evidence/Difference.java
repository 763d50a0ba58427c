package io.stipple.evidence;

/**
 * Something that is not as the record says.
 *
 * @param subject the file, setting or figure, such as {@code session-1/top.jpg} or
 *     {@code measurements[top, session-1, frontal].dots.densityPerCm2}
 * @param what is different, in words that go on after the subject
 */
public record Difference(String subject, String what) {
    @Override
    public String toString() {
        return subject + ": " + what;
    }
}
