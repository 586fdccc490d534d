package dev.andon.node.web;

import dev.andon.node.audio.AudioSink;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;

import java.util.function.Consumer;

/// Runs a turn on the calling thread, which is virtual and is interrupted if the client leaves.
/// The node has one; the tests script another.
@FunctionalInterface
public interface TurnRunner {
    /// Returns when the turn is over.
    ///
    /// @param input its sound is closed by the turn or after it
    /// @param sink takes the spoken reply; closed by the caller
    /// @param events called on this thread; may throw to stop the turn
    void run(TurnInput input, AudioSink sink, Consumer<TurnEvent> events);
}
