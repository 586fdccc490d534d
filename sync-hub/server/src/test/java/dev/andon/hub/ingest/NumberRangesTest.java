package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Ack.Range;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

class NumberRangesTest {
    private static final int MAX = 40;

    @Property
    void holdsTheSameNumbersAsASet(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = MAX) Integer> begins,
            @ForAll @IntRange(max = 4) int length) {
        NumberRanges ranges = new NumberRanges();
        SortedSet<Long> numbers = new TreeSet<>();
        for (int begin : begins) {
            ranges.add(begin, begin + length);
            for (long n = begin; n <= begin + length; n++) {
                numbers.add(n);
            }
        }
        for (long n = 1; n <= MAX + 5; n++) {
            assertThat(ranges.contains(n)).isEqualTo(numbers.contains(n));
        }
        assertThat(ranges.count()).isEqualTo(numbers.size());
        assertThat(ranges.highest()).isEqualTo(numbers.isEmpty() ? 0 : numbers.last());
        assertThat(ranges.gaps(MAX)).isEqualTo(gaps(numbers));
        long through = 0;
        while (numbers.contains(through + 1)) {
            through++;
        }
        assertThat(ranges.through()).isEqualTo(through);
    }

    private static List<Range> gaps(SortedSet<Long> numbers) {
        List<Range> gaps = new ArrayList<>();
        long next = 1;
        for (long number : numbers) {
            if (number > next) {
                gaps.add(new Range(next, number - 1));
            }
            next = number + 1;
        }
        return gaps;
    }
}
