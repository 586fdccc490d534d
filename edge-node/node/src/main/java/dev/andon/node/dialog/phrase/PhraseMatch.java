package dev.andon.node.dialog.phrase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/// Holds one phrase against words and visits every way in which it fits all of them.
///
/// Each part is asked to fit from a place on and hands each place where it may end to what comes
/// after it. A phrase has few choices, so that few ways are tried; a text takes all that is left.
final class PhraseMatch {
    /// More ways than any phrase of ours has; a plant's phrase that has more is cut off here.
    private static final int STEPS_MAX = 20_000;

    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final String language;
    private final List<String> words;
    private final List<String> written;
    private final Fillings fillings;
    private final Map<Slot, Object> slots = new EnumMap<>(Slot.class);
    private int textWords;
    private int steps;

    /// @param written the words as they were written, see [Tokens#written]
    PhraseMatch(String language, List<String> words, List<String> written, Fillings fillings) {
        this.language = language;
        this.words = words;
        this.written = written;
        this.fillings = fillings;
    }

    /// Told at each whole fit, while the slots stand.
    interface Fit {
        void found(Map<Slot, Object> slots, int textWords);
    }

    void each(Part phrase, Fit fit) {
        fit(
                phrase,
                0,
                end -> {
                    if (end == words.size()) {
                        fit.found(slots, textWords);
                    }
                });
    }

    private void fit(Part part, int at, IntConsumer then) {
        if (++steps > STEPS_MAX) {
            return;
        }
        switch (part) {
            case Part.Word(String text, _) -> {
                if (at < words.size() && words.get(at).equals(text)) {
                    then.accept(at + 1);
                }
            }
            case Part.Choice(var parts) -> parts.forEach(each -> fit(each, at, then));
            case Part.Sequence(var parts) -> sequence(parts, 0, at, then);
            case Part.Open(Slot slot) -> open(slot, at, then);
        }
    }

    private void sequence(List<Part> parts, int index, int at, IntConsumer then) {
        if (index == parts.size()) {
            then.accept(at);
        } else {
            fit(parts.get(index), at, end -> sequence(parts, index + 1, end, then));
        }
    }

    private void open(Slot slot, int at, IntConsumer then) {
        if (at >= words.size() || slots.containsKey(slot)) {
            return;
        }
        if (slot == Slot.TEXT) {
            text(at, then);
            return;
        }
        for (Filling filling : fillings.at(slot, language, words, at)) {
            slots.put(slot, filling.value());
            then.accept(at + filling.words());
            slots.remove(slot);
        }
    }

    private void text(int at, IntConsumer then) {
        for (int end = words.size(); end > at; end--) {
            slots.put(Slot.TEXT, asWritten(at, end));
            textWords = end - at;
            then.accept(end);
        }
        slots.remove(Slot.TEXT);
        textWords = 0;
    }

    /// Where the text begins within a written word, it begins with the rest of that. Signs at its
    /// ends are none of it.
    private String asWritten(int at, int end) {
        List<String> text = new ArrayList<>(written.subList(at, end));
        if (text.getFirst().isEmpty()) {
            text.set(0, words.get(at));
        }
        text.removeIf(String::isEmpty);
        return ENDS.matcher(String.join(" ", text)).replaceAll("");
    }
}
