package io.stipple.photo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is no photo, is damaged or is refused: says why in one sentence, the path last. */
public final class UnreadablePhotoException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final transient Path path;

    UnreadablePhotoException(String reason, Path path, @Nullable Throwable cause) {
        super(reason + ": " + path, cause);
        this.reason = reason;
        this.path = path;
    }

    /** Why, as a sentence without the path and the full stop. */
    public String reason() {
        return reason;
    }

    public Path path() {
        return path;
    }
}
