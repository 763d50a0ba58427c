package io.stipple.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Entries that stand under another's number: which number their hash is over. */
final class Moves {
    /** So many places are tried for each entry; a hash takes about a microsecond. */
    private static final int MOST_PLACES = 1000;

    /** How far off an entry is looked for even where that place is not empty. */
    private static final int NEAR = 16;

    private Moves() {}

    /**
     * For the number under which an entry stands now, the one that it was written under; without those that fit nowhere.
     *
     * @param misfits entries whose hash does not fit their number
     * @param gaps numbers under which nothing stands
     */
    static Map<Long, Long> of(Map<Long, ChainRow> misfits, Set<Long> gaps) {
        Set<Long> places = new LinkedHashSet<>(gaps);
        misfits.keySet().stream().limit(MOST_PLACES).forEach(places::add);
        Map<Long, Long> moved = new TreeMap<>();
        long shift = 0;
        for (ChainRow row : misfits.values()) {
            for (long place : likeliestFirst(row.seq(), shift, places)) {
                if (row.fits(place)) {
                    moved.put(row.seq(), place);
                    shift = place - row.seq();
                    break;
                }
            }
        }
        return moved;
    }

    private static Set<Long> likeliestFirst(long seq, long shift, Set<Long> places) {
        Set<Long> ordered = new LinkedHashSet<>();
        ordered.add(seq + shift);
        for (long away = 1; away <= NEAR; away++) {
            ordered.add(seq + away);
            ordered.add(seq - away);
        }
        ordered.addAll(places);
        return ordered;
    }

    /** Neighbours that were moved alike, together. */
    static List<Run> runs(Map<Long, Long> moved) {
        List<Run> runs = new ArrayList<>();
        moved.forEach((now, then) -> {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && now == last.to() + 1 && then - now == last.shift()) {
                runs.set(runs.size() - 1, new Run(last.from(), now, last.shift()));
            } else {
                runs.add(new Run(now, now, then - now));
            }
        });
        return runs;
    }

    /** Entries from one number to another, written under numbers higher by a shift. */
    record Run(long from, long to, long shift) {
        String sentence() {
            return from == to
                    ? "entry " + from + " stands in another's place: its hash is that of entry " + (from + shift)
                    : "entries " + from + " to " + to + " were renumbered: their hashes are those of entries "
                            + (from + shift) + " to " + (to + shift);
        }
    }
}
