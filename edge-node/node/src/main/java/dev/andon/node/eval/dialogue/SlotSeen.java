package dev.andon.node.eval.dialogue;

import org.jspecify.annotations.Nullable;

/// A slot that was meant or understood.
///
/// @param name `machine`, `fault`, `wait`, `since` or `number`
/// @param meant null: none was meant
/// @param understood null: none was understood
/// @param equal whether both are the same
record SlotSeen(String name, @Nullable String meant, @Nullable String understood, boolean equal) {}
