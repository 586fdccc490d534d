package dev.andon.node.sync;

import dev.andon.protocol.Command;

/// What is done for a command of the hub. A command may come again after the node's restart: doing
/// it twice is doing it once.
@FunctionalInterface
public interface Errand {
    /// Does it; may take a while. What it throws is told to the hub as `failed`.
    ///
    /// @return what was done, for a person
    String run(Command command);
}
