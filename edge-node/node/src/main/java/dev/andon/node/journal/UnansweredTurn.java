package dev.andon.node.journal;

import org.jspecify.annotations.Nullable;

/// A question that was refused.
///
/// @param at when it was asked, UTC milliseconds
/// @param machine the register's id; null if none was named
/// @param question redacted; null if there were no words
public record UnansweredTurn(long at, @Nullable String machine, @Nullable String question) {}
