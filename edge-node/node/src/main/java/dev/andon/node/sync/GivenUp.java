package dev.andon.node.sync;

import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.EventBatch.Gone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Numbers of which the sender found that they can never be sent: told to the hub like those that
/// the outbox gave up, so that the stream goes on. For one thread.
final class GivenUp {
    /// Too large for any message; kept here as a dead letter.
    static final String TOO_LARGE = "too-large";

    /// The hub wants it and the node has it no more: the hub lost what it once had.
    static final String NOT_KEPT = "not-kept";

    private final long patienceMs;
    private final List<Gone> ranges = new ArrayList<>();
    private final Map<Long, Long> absentSinceMs = new HashMap<>();

    /// @param patienceMs how long the hub must go on wanting what is not there: an old word of it
    ///     may come late
    GivenUp(long patienceMs) {
        this.patienceMs = patienceMs;
    }

    /// Those above the hub's mark.
    List<Gone> ranges(long committed) {
        ranges.removeIf(gone -> gone.to() <= committed);
        return ranges;
    }

    void add(Gone gone) {
        ranges.add(gone);
    }

    /// What the hub wants now; what it does not want any more is forgotten.
    void wanted(List<Range> due) {
        Set<Long> firsts = due.stream().map(Range::from).collect(Collectors.toSet());
        absentSinceMs.keySet().retainAll(firsts);
    }

    /// The outbox holds nothing of what the hub wants.
    ///
    /// @param known that the outbox itself gave up, by ascending number
    /// @return what is given up by this
    List<Gone> absent(Range range, List<Gone> known, long nowMs) {
        if (covered(range.from(), known) || covered(range.from(), ranges)) {
            return List.of();
        }
        long since = absentSinceMs.computeIfAbsent(range.from(), _ -> nowMs);
        if (nowMs - since < patienceMs) {
            return List.of();
        }
        absentSinceMs.remove(range.from());
        long end =
                known.stream()
                        .mapToLong(Gone::from)
                        .filter(from -> from > range.from())
                        .map(from -> from - 1)
                        .min()
                        .orElse(range.to());
        Gone gone = new Gone(range.from(), Math.min(end, range.to()), "unknown", NOT_KEPT);
        ranges.add(gone);
        return List.of(gone);
    }

    private static boolean covered(long seq, List<Gone> known) {
        return known.stream().anyMatch(gone -> gone.from() <= seq && seq <= gone.to());
    }
}
