package io.stipple.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether the entries, handed over by their numbers, are a chain; where not, what was done to it. */
final class ChainCheck {
    private final List<LedgerFault> faults = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();
    private final Set<Long> gaps = new HashSet<>();
    /** Entries whose own hash does not fit, by number. */
    private final Map<Long, ChainRow> misfits = new TreeMap<>();

    private final List<Link> broken = new ArrayList<>();
    private @Nullable ChainRow before;

    /** Two entries that stand one behind the other; {@code before} is null ahead of the first. */
    private record Link(@Nullable ChainRow before, ChainRow row) {
        boolean holds() {
            return row.previousSha256().equals(before == null ? Sha256.OF_NOTHING : before.entrySha256());
        }
    }

    void next(ChainRow row) {
        long expected = before == null ? 1 : before.seq() + 1;
        Link link = new Link(before, row);
        if (row.seq() != expected) {
            gap(expected, row.seq() - 1);
        } else if (!link.holds()) {
            broken.add(link);
        }
        if (!row.fits()) {
            misfits.put(row.seq(), row);
        } else if (before != null
                && !misfits.containsKey(before.seq())
                && row.at().compareTo(before.at()) < 0) {
            fault(
                    row.seq(),
                    "entry " + row.seq() + " is dated " + row.at() + ", before entry " + before.seq() + " of "
                            + before.at());
        }
        hashes.add(row.entrySha256());
        before = row;
    }

    private void gap(long from, long to) {
        gaps.add(from);
        gaps.add(to);
        fault(from, from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing");
    }

    List<LedgerFault> faults() {
        Map<Long, Long> moved = Moves.of(misfits, gaps);
        Moves.runs(moved).forEach(run -> fault(run.from(), run.sentence()));
        for (ChainRow row : misfits.values()) {
            if (!moved.containsKey(row.seq())) {
                fault(
                        row.seq(),
                        "entry " + row.seq() + " was changed after it was written: its hash is not over what it says");
            }
        }
        for (Link link : broken) {
            if (!isExplained(link, moved.keySet())) {
                fault(link.row().seq(), sentence(link));
            }
        }
        return List.copyOf(faults);
    }

    /** Whether what was said of the entries themselves says of their link, too, why it does not hold. */
    private boolean isExplained(Link link, Set<Long> moved) {
        ChainRow row = link.row();
        if (misfits.containsKey(row.seq()) && !moved.contains(row.seq())) {
            return true;
        }
        ChainRow first = link.before();
        boolean nearMoved = moved.contains(row.seq()) || (first != null && moved.contains(first.seq()));
        boolean predecessorIsElsewhere =
                hashes.contains(row.previousSha256()) || row.previousSha256().equals(Sha256.OF_NOTHING);
        boolean onlyItsHashWasEdited = first != null && first.isFollowedBy(row);
        return (nearMoved && predecessorIsElsewhere) || onlyItsHashWasEdited;
    }

    private static String sentence(Link link) {
        ChainRow first = link.before();
        return first == null
                ? "entry 1 is not the first that was written: those before it are gone"
                : "entry " + link.row().seq() + " does not follow entry " + first.seq()
                        + ": the one that it was written after is gone or was rewritten";
    }

    private void fault(long seq, String what) {
        faults.add(new LedgerFault(seq, what));
    }
}
