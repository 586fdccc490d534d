package dev.andon.node.machine;

import dev.andon.node.machine.MachineTimes.Counted;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/// What one machine has said of late.
final class Words {
    /// So many of its words are known again.
    private static final int RECENT_MAX = 32;

    private final Set<Word> recent = new LinkedHashSet<>();
    private @Nullable LastWord last;

    private record Word(MachineState state, @Nullable String fault, @Nullable Long said) {}

    /// @param last before the start; null if it never spoke
    Words(@Nullable LastWord last) {
        this.last = last;
    }

    @Nullable LastWord last() {
        return last;
    }

    /// Whether this was said before and says nothing now: it came twice, or it is kept by somebody.
    /// That the machine runs is heard again as long as it is its last word: meanwhile a person may
    /// have taken back that he works on it.
    boolean hadHeard(MachineReport report) {
        LastWord word = last;
        return recent.contains(word(report))
                && !(report.state() == MachineState.RUNNING && word != null && word.is(report));
    }

    /// When it counts from; null if it was overtaken.
    @Nullable Counted counted(MachineReport report, MachineTimes times) {
        LastWord word = last;
        if (word != null && word.is(report)) {
            return new Counted(word.at(), true);
        }
        return times.of(report, word == null ? null : word.at());
    }

    void heard(MachineReport report, Counted counted) {
        last = new LastWord(report.state(), report.fault(), counted.at(), report.at());
        Word word = word(report);
        if (word.said() != null) {
            recent.remove(word);
            recent.add(word);
        }
        if (recent.size() > RECENT_MAX) {
            recent.remove(recent.iterator().next());
        }
    }

    private static Word word(MachineReport report) {
        return new Word(report.state(), report.fault(), report.at());
    }
}
