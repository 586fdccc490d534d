package dev.andon.hub.ingest;

import dev.andon.protocol.Ack.Range;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A set of numbers from 1, as ranges that do not touch.
final class NumberRanges {
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    /// Adds numbers, both included; `1 <= from <= to < Long.MAX_VALUE`.
    void add(long from, long to) {
        long begin = from;
        long end = to;
        Map.Entry<Long, Long> before = ends.floorEntry(to + 1);
        while (before != null && before.getValue() >= from - 1) {
            begin = Math.min(begin, before.getKey());
            end = Math.max(end, before.getValue());
            ends.remove(before.getKey());
            before = ends.floorEntry(to + 1);
        }
        ends.put(begin, end);
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> range = ends.floorEntry(number);
        return range != null && range.getValue() >= number;
    }

    /// Whether the number would lengthen a range, or is in one, rather than begin a new one.
    boolean touches(long number) {
        return contains(number) || contains(number - 1) || contains(number + 1);
    }

    int size() {
        return ends.size();
    }

    /// Everything from 1 to here is in it; 0 if 1 is not.
    long through() {
        return ends.getOrDefault(1L, 0L);
    }

    /// The highest number; 0 if there is none.
    long highest() {
        return ends.isEmpty() ? 0 : ends.lastEntry().getValue();
    }

    /// How many numbers there are.
    long count() {
        return ends.entrySet().stream().mapToLong(e -> e.getValue() - e.getKey() + 1).sum();
    }

    /// The holes below the highest number, lowest first.
    List<Range> gaps(int max) {
        List<Range> gaps = new ArrayList<>();
        long next = 1;
        for (Map.Entry<Long, Long> range : ends.entrySet()) {
            if (range.getKey() > next && gaps.size() < max) {
                gaps.add(new Range(next, range.getKey() - 1));
            }
            next = range.getValue() + 1;
        }
        return gaps;
    }

    /// First numbers to last numbers; a copy.
    SortedMap<Long, Long> ranges() {
        return new TreeMap<>(ends);
    }
}
