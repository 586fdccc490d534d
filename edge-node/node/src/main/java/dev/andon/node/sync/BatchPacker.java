package dev.andon.node.sync;

import dev.andon.mqtt.Payload;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.Protocol;

import java.util.List;
import java.util.Optional;

/// Fills messages: as many events as fit. It learns how far the texts of this node can be packed,
/// and how much the broker takes.
final class BatchPacker {
    /// Characters of the events of one batch at most: a quarter of what a batch may unpack to, as a
    /// character can take three bytes, and the head takes room too.
    static final int CHARS_MAX = Protocol.UNPACKED_BYTES_MAX / 4;

    private static final int CHARS_MIN = Protocol.EVENT_CHARS_MAX;

    private int bytesMax = Protocol.MESSAGE_BYTES_MAX;
    private int charsGoal = CHARS_MAX;

    /// @param payload packed
    /// @param count of the events in it, the first ones
    record Packed(Payload payload, int count) {}

    /// How many characters to read from the outbox for one batch.
    int charsGoal() {
        return charsGoal;
    }

    /// The first events, as many as fit; empty if not even the first fits into any message.
    Optional<Packed> pack(Head head, List<StoredEvent> events) {
        for (int count = events.size(); count > 0; count /= 2) {
            List<String> texts = events.stream().limit(count).map(StoredEvent::json).toList();
            byte[] bytes = EventCodec.pack(head, texts);
            int chars = texts.stream().mapToInt(String::length).sum();
            if (bytes.length <= (count == 1 ? Protocol.MESSAGE_BYTES_MAX : bytesMax)) {
                fitted(bytes.length, chars);
                return Optional.of(new Packed(Payload.of(bytes), count));
            }
            aim(chars * 0.9 * bytesMax / bytes.length);
        }
        return Optional.empty();
    }

    /// The broker refused a message of this size.
    ///
    /// @param bytes of it
    void refused(int bytes) {
        bytesMax = Math.max(1, Math.min(bytesMax, bytes / 2));
        aim(charsGoal / 2.0);
    }

    private void fitted(int bytes, int chars) {
        if (bytes < bytesMax / 2 && chars > charsGoal / 2) {
            aim(charsGoal * 1.5);
        }
    }

    private void aim(double chars) {
        charsGoal = (int) Math.clamp(chars, CHARS_MIN, CHARS_MAX);
    }
}
