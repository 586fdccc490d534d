package dev.andon.hub.ingest;

import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/// Looks at a message: is it a batch of the node whose topic it came on?
final class ParcelReader {
    private static final Pattern EPOCH = Pattern.compile("[0-9a-f]{16}");
    private static final String EVENTS = "/events";

    /// Ranges of lost numbers that one batch may tell.
    private static final int GONE_MAX = 4_096;

    /// Bytes of a message that nobody can read that are kept to be looked at.
    private static final int POISON_BYTES_MAX = 1_024;

    private ParcelReader() {}

    static Parcel read(Received received) {
        String node = Topics.nodeOf(received.topic()).orElse("");
        byte[] bytes = received.payload().bytes();
        if (node.isEmpty() || !received.topic().endsWith(EVENTS)) {
            return poison(node, "wrong-topic", bytes, "Topic " + received.topic() + ".");
        }
        try {
            EventCodec.Read read = EventCodec.unpack(bytes);
            String fault = fault(read.head());
            if (fault != null) {
                return poison(node, "wrong-type", bytes, fault);
            }
            if (!read.head().node().equals(node)) {
                String said = "It came on the topic of %s and calls itself %s.";
                return poison(
                        node, "foreign-node", bytes, said.formatted(node, read.head().node()));
            }
            return new Parcel.Batch(node, read.head(), read.events());
        } catch (ProtocolException e) {
            return poison(node, e.code(), bytes, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String fault(Head head) {
        if (!EPOCH.matcher(head.epoch()).matches()) {
            return "An epoch is 16 hexadecimal digits.";
        }
        if (head.gone().size() > GONE_MAX || !head.gone().stream().allMatch(ParcelReader::sound)) {
            return "Numbers that are gone are at most %d ranges from 1.".formatted(GONE_MAX);
        }
        return null;
    }

    private static boolean sound(Gone gone) {
        return gone.from() >= 1
                && gone.from() <= gone.to()
                && gone.to() <= FactBounds.SEQ_MAX
                && FactBounds.isId(gone.kind())
                && FactBounds.isId(gone.reason());
    }

    private static Parcel.Poison poison(String node, String code, byte[] bytes, String said) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, POISON_BYTES_MAX));
        String text =
                "%s %d bytes, which begin (base64): %s"
                        .formatted(said, bytes.length, Base64.getEncoder().encodeToString(head));
        boolean huge = bytes.length > Protocol.MESSAGE_BYTES_MAX;
        return new Parcel.Poison(node, code, Sha256.of(huge ? head : bytes), text);
    }
}
