package dev.andon.hub.ingest;

import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.EventCodec.ReadEvent;

import java.util.List;

/// A message, looked at.
sealed interface Parcel {
    /// The node whose topic it came on; empty if that is nobody's.
    String node();

    /// Events of the node that sent them.
    record Batch(String node, Head head, List<ReadEvent> events) implements Parcel {
        public Batch {
            events = List.copyOf(events);
        }

        OutboxKey outbox() {
            return new OutboxKey(node, head.epoch());
        }
    }

    /// Nothing of it can be used.
    ///
    /// @param code why
    /// @param sha256 of the message
    /// @param text what can be shown of it
    record Poison(String node, String code, String sha256, String text) implements Parcel {}
}
