package dev.andon.node.dialog.phrase;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A phrase that fits the words, from the first to the last.
///
/// @param intent of the phrase
/// @param language of its phrase set, BCP 47
/// @param slots what fills its slots
/// @param textWords how many words went into `{text}`: the fewer, the better the fit
public record Meaning(Intent intent, String language, Map<Slot, Object> slots, int textWords) {
    public Meaning {
        slots = Map.copyOf(slots);
    }

    /// What fills a slot; null if the phrase does not have it.
    ///
    /// @throws ClassCastException it is of another type
    public <T> @Nullable T slot(Slot slot, Class<T> type) {
        return type.cast(slots.get(slot));
    }
}
