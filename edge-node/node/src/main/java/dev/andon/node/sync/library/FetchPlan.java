package dev.andon.node.sync.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which blocks to ask for now. Pure: it knows hashes and the time that it is told.
///
/// What was asked for and has not come is the credit that is out; it grows with what comes and
/// shrinks when nothing does. A block that was overtaken by others for [#SILENCE_MS] is lost and
/// asked for again; so is everything that is out after a silence, which is waited for longer each
/// time.
final class FetchPlan {
    /// Blocks asked for at once, to begin with and after a silence.
    static final int WINDOW_MIN = 16;

    /// Blocks asked for at once when all goes well.
    static final int WINDOW_MAX = 64;

    /// Nothing comes for so long: it is lost.
    static final long SILENCE_MS = 3_000;

    /// The longest silence that is waited for.
    static final long SILENCE_MS_MAX = 60_000;

    /// Times that one block may come with other bytes than its name.
    static final int CORRUPT_MAX = 5;

    /// Times that the hub may say that it does not have a block.
    static final int MISSING_MAX = 5;

    private final Deque<String> again = new ArrayDeque<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, Integer> corrupt = new HashMap<>();
    private final Map<String, Integer> missing = new HashMap<>();
    private int window = WINDOW_MIN;
    private int silences;
    private long numbers;
    private long overtaking;
    private long heardAt;

    /// @param number of the request, growing
    private record Asked(long at, long number) {}

    /// Adds blocks to be fetched, in their order; those that are known already stay where they are.
    void want(Collection<String> blocks) {
        for (String block : blocks) {
            if (!asked.containsKey(block) && !again.contains(block)) {
                waiting.add(block);
            }
        }
    }

    /// What to ask for now; empty: nothing.
    List<String> ask(long now) {
        takeBack(now);
        int left = again.size() + waiting.size();
        int free = window - asked.size();
        if (left == 0 || free < Math.min(window / 2, left)) {
            return List.of();
        }
        List<String> blocks = new ArrayList<>();
        while (blocks.size() < Math.min(free, left)) {
            blocks.add(next());
        }
        numbers++;
        blocks.forEach(block -> asked.put(block, new Asked(now, numbers)));
        if (asked.size() == blocks.size()) {
            heardAt = now;
        }
        return blocks;
    }

    private String next() {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        String first = waiting.iterator().next();
        waiting.remove(first);
        return first;
    }

    private void takeBack(long now) {
        if (!asked.isEmpty() && now - heardAt >= silenceMs()) {
            again.addAll(asked.keySet());
            asked.clear();
            silences++;
            window = WINDOW_MIN;
            return;
        }
        List<String> lost =
                asked.entrySet().stream()
                        .filter(each -> now - each.getValue().at() >= SILENCE_MS)
                        .filter(each -> each.getValue().number() < overtaking)
                        .map(Map.Entry::getKey)
                        .toList();
        lost.forEach(asked::remove);
        again.addAll(lost);
    }

    /// How long nothing may come before all is asked for again.
    long silenceMs() {
        return Math.min(SILENCE_MS << Math.min(silences, 8), SILENCE_MS_MAX);
    }

    /// Silences one after the other.
    int silences() {
        return silences;
    }

    /// A block came, asked for or not.
    void arrived(String block, long now) {
        Asked request = asked.remove(block);
        if (request != null) {
            overtaking = Math.max(overtaking, request.number());
        }
        waiting.remove(block);
        again.remove(block);
        heardAt = now;
        silences = 0;
        window = Math.min(WINDOW_MAX, window + 1);
    }

    /// Whether a block was asked for and has not come.
    boolean isOut(String block) {
        return asked.containsKey(block);
    }

    /// Other bytes came in the place of a block; true if that was once too often.
    boolean spoilt(String block) {
        if (asked.remove(block) == null) {
            return false;
        }
        again.add(block);
        return corrupt.merge(block, 1, Integer::sum) >= CORRUPT_MAX;
    }

    /// The hub does not have a block; true if that was once too often. It is asked for again like
    /// one that is lost, since a hub may still be reading it from its disk.
    boolean missing(String block) {
        return asked.containsKey(block) && missing.merge(block, 1, Integer::sum) >= MISSING_MAX;
    }
}
