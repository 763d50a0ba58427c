package io.stipple.dots;

import io.stipple.model.Dot;

/**
 * A small dark mark on the scalp: a dot, or what was told apart from one.
 *
 * @param dot its place, size and weight, as if it were a dot
 * @param kind what its photo alone says that it is
 * @param known whether other photos showed a dot here, so that it was weighed and not looked for
 */
public record Mark(Dot dot, Kind kind, boolean known) {
    /** What a mark turned out to be. */
    public enum Kind {
        /** Pigment. */
        DOT("dot"),
        /** Too weak against the local noise, or against the photo's own dots, to be told. */
        FAINT("faint"),
        /** A hair or a stub of one. */
        STROKE("stroke"),
        /** Larger or darker than the photo's dots. */
        MOLE("mole"),
        /** Smaller than the photo's dots. */
        SPECK("speck"),
        /** Paler than the photo's dots. */
        PALE("pale"),
        /** Shows first in a healed photo where the fresh one showed nothing: no session can have placed it. */
        LATE("late");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is counted in the record. */
        public String word() {
            return word;
        }
    }
}
