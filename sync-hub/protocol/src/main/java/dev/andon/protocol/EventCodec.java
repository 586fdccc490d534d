package dev.andon.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HandoverFact;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.ReceiptFact;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Events and batches of them. An event is written once and sent with the same text for ever, so
/// that its hash tells whether two events of one number are the same. One event that cannot be read
/// does not spoil its batch.
public final class EventCodec {
    private static final Map<String, Class<? extends Fact>> KINDS =
            Map.of(
                    "turn", TurnFact.class,
                    "incident", IncidentFact.class,
                    "milestone", MilestoneFact.class,
                    "handover", HandoverFact.class,
                    "escalation", EscalationFact.class,
                    "receipt", ReceiptFact.class,
                    "installation", InstallationFact.class,
                    "health", HealthFact.class);

    private EventCodec() {}

    /// What a batch says beside its events.
    public record Head(String node, String epoch, List<Gone> gone, @Nullable ClockReading clock) {
        public Head {
            Names.name(node);
            gone = List.copyOf(gone);
        }
    }

    /// A batch as read: each of its events, or why not.
    public record Read(Head head, List<ReadEvent> events) {
        public Read {
            events = List.copyOf(events);
        }
    }

    /// @param seq its number
    /// @param json its text as received
    /// @param sha256 of that text
    /// @param event null if it could not be read
    /// @param code why not: `unknown-fact`, `invalid-fact`, `too-large`; null if it could
    public record ReadEvent(
            long seq, String json, String sha256, @Nullable Event event, @Nullable String code) {}

    /// The text of an event, as it is kept and sent.
    public static String text(Event event) {
        ObjectNode tree = SyncCodec.JSON.createObjectNode();
        tree.put("seq", event.seq()).put("at", event.at());
        tree.put("boot", event.boot()).put("upMs", event.upMs());
        tree.put("kind", event.fact().kind());
        tree.set("fact", SyncCodec.JSON.valueToTree(event.fact()));
        return SyncCodec.text(tree);
    }

    /// Reads one event.
    ///
    /// @throws ProtocolException `unknown-fact`, `invalid-fact`
    public static Event event(String json) {
        try {
            return event(SyncCodec.JSON.readTree(json));
        } catch (IOException e) {
            throw new ProtocolException("invalid-fact", "The event is not JSON.", e);
        }
    }

    /// A batch of texts, packed with gzip.
    public static byte[] pack(Head head, List<String> events) {
        String open = SyncCodec.text(head);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(open.substring(0, open.length() - 1).getBytes(StandardCharsets.UTF_8));
            gzip.write(",\"events\":[".getBytes(StandardCharsets.UTF_8));
            gzip.write(String.join(",", events).getBytes(StandardCharsets.UTF_8));
            gzip.write("]}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /// Unpacks and reads a batch.
    ///
    /// @throws ProtocolException `not-json`, `too-large`, `wrong-type`, `missing-field`: nothing of
    ///     it can be used
    public static Read unpack(byte[] packed) {
        JsonNode tree = tree(unzip(packed));
        Head head = SyncCodec.read(tree, Head.class);
        JsonNode events = tree.get("events");
        if (events == null || !events.isArray() || events.size() > Protocol.EVENTS_MAX) {
            throw new ProtocolException(
                    "wrong-type",
                    "A batch holds a list of at most %d events.".formatted(Protocol.EVENTS_MAX));
        }
        List<ReadEvent> read = new ArrayList<>(events.size());
        events.forEach(event -> read.add(readEvent(event)));
        return new Read(head, read);
    }

    private static ReadEvent readEvent(JsonNode tree) {
        JsonNode seq = tree.get("seq");
        if (seq == null || !seq.canConvertToLong() || !seq.isIntegralNumber() || seq.asLong() < 1) {
            throw new ProtocolException("missing-field", "An event has a number from 1.");
        }
        String json = SyncCodec.text(tree);
        String sha256 = Sha256.of(json.getBytes(StandardCharsets.UTF_8));
        if (json.length() > Protocol.EVENT_CHARS_MAX) {
            return new ReadEvent(seq.asLong(), json, sha256, null, "too-large");
        }
        try {
            return new ReadEvent(seq.asLong(), json, sha256, event(tree), null);
        } catch (ProtocolException e) {
            return new ReadEvent(seq.asLong(), json, sha256, null, e.code());
        }
    }

    private static Event event(JsonNode tree) {
        String kind = tree.path("kind").asText();
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) {
            throw new ProtocolException("unknown-fact", "There is no fact \"" + kind + "\".");
        }
        try {
            Envelope envelope = SyncCodec.read(tree, Envelope.class);
            Fact fact = SyncCodec.read(envelope.fact(), type);
            return new Event(envelope.seq(), envelope.at(), envelope.boot(), envelope.upMs(), fact);
        } catch (ProtocolException e) {
            throw new ProtocolException("invalid-fact", String.valueOf(e.getMessage()), e);
        }
    }

    private record Envelope(long seq, long at, String boot, long upMs, JsonNode fact) {}

    private static JsonNode tree(byte[] json) {
        try {
            return SyncCodec.JSON.readTree(json);
        } catch (IOException e) {
            throw new ProtocolException("not-json", "The batch is not JSON.", e);
        }
    }

    private static byte[] unzip(byte[] packed) {
        if (packed.length > Protocol.MESSAGE_BYTES_MAX) {
            throw new ProtocolException(
                    "too-large", "A batch of %d bytes.".formatted(packed.length));
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(Protocol.UNPACKED_BYTES_MAX + 1);
            if (bytes.length > Protocol.UNPACKED_BYTES_MAX) {
                throw new ProtocolException("too-large", "A batch unpacks to too much.");
            }
            return bytes;
        } catch (IOException e) {
            throw new ProtocolException("not-json", "The batch is not packed with gzip.", e);
        }
    }
}
