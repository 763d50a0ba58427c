package io.stipple.study;

import java.nio.file.Path;

/** The folder of a study holds the result of a case that is not the one asked for. */
public final class OtherStudyException extends Exception {
    private static final long serialVersionUID = 1L;

    OtherStudyException(Path file, String found, String asked) {
        super(String.join(
                System.lineSeparator(),
                "the folder holds a result of another study, so none is added; name another folder or remove it: "
                        + file,
                "  it is of  " + found,
                "  asked for " + asked));
    }
}
