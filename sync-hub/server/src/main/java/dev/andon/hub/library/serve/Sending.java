package dev.andon.hub.library.serve;

import org.jspecify.annotations.Nullable;

/// A block that is to go out now.
///
/// @param block SHA-256
/// @param manifest SHA-256 of the manifest that it was wanted for
/// @param node that gets it; null: everybody
record Sending(String block, String manifest, @Nullable String node) {}
