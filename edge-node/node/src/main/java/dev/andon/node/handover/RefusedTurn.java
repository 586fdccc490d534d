package dev.andon.node.handover;

import org.jspecify.annotations.Nullable;

/// A question of the shift that the manuals did not answer. The journal knows it by a record of its
/// own: it stands behind the turns, which read the handover aloud.
///
/// @param at when it was asked, UTC milliseconds
/// @param machine the register's id; null if none was named
/// @param question redacted; null if there were no words
public record RefusedTurn(long at, @Nullable String machine, @Nullable String question) {}
