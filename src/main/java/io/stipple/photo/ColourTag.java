package io.stipple.photo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The colour space that a file names, if it names one, and what had to be assumed.
 *
 * @param profile null where the file names none
 * @param note a sentence on what was assumed
 */
record ColourTag(@Nullable ColourProfile profile, Optional<String> note) {
    /** The file says nothing. */
    static final ColourTag NONE = new ColourTag(null, Optional.empty());

    static ColourTag of(ColourProfile profile) {
        return new ColourTag(profile, Optional.empty());
    }

    /** The embedded profile {@code icc}; a damaged one is passed over with a note, as every viewer does. */
    static ColourTag ofIcc(byte @Nullable [] icc, boolean grey) {
        if (icc == null || icc.length == 0) {
            return NONE;
        }
        try {
            return of(IccProfile.read(icc, grey));
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    /** An embedded profile that is damaged. */
    static ColourTag unreadable(IllegalArgumentException why) {
        return new ColourTag(
                null,
                Optional.of("the embedded colour profile cannot be read (" + why.getMessage() + "): sRGB assumed"));
    }
}
