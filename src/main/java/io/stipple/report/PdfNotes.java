package io.stipple.report;

import java.util.ArrayList;
import java.util.List;

/** Reasons why cells of a table are empty, numbered in the order in which they are met: paper has no pointer to hold over a cell. */
final class PdfNotes {
    private final List<String> reasons = new ArrayList<>();

    /** The number of a reason, from 1; public, as the template sees public methods alone. */
    public int number(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason) + 1;
    }

    /** The reasons met so far. */
    public List<String> reasons() {
        return reasons;
    }
}
