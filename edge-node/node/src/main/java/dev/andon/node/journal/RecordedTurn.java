package dev.andon.node.journal;

import dev.andon.node.audio.AudioSink;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.Turn;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.Consumer;

/// The turn of somebody who really asks: run as it is, then recorded, however it ended.
///
/// @param turn that runs
/// @param recorder that keeps it
/// @param words what may be written of it
public record RecordedTurn(Turn turn, TurnRecorder recorder, TurnWords words) {
    /// As [Turn#run]; recorded when this returns.
    public void run(
            TurnInput input,
            Conversation conversation,
            @Nullable AudioSink sink,
            Consumer<TurnEvent> events) {
        TurnFactCollector collector =
                new TurnFactCollector(UUID.randomUUID().toString(), input, words);
        try {
            turn.run(
                    input,
                    conversation,
                    sink,
                    event -> {
                        collector.accept(event);
                        events.accept(event);
                    });
        } finally {
            collector.fact().ifPresent(recorder::record);
        }
    }
}
