package dev.andon.hub.fleet;

import dev.andon.protocol.CommandResult;

import org.jspecify.annotations.Nullable;

/// A command and what came of it. Times are UTC milliseconds by the hub's clock.
///
/// @param id of the command
/// @param result null until the node answered
public record IssuedCommand(
        String id,
        String node,
        String name,
        long issuedAt,
        long expires,
        @Nullable CommandResult result) {}
