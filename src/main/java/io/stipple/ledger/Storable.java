package io.stipple.ledger;

import java.nio.charset.StandardCharsets;

/** Texts that come back from every database as they went in. */
final class Storable {
    private Storable() {}

    /** The text itself; {@link IllegalArgumentException} where it is empty or a database would change or refuse it. */
    static String checked(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        // PostgreSQL refuses the character 0; half a surrogate pair would come back as a question mark.
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(name + " holds a character that cannot be stored");
        }
        return text;
    }
}
