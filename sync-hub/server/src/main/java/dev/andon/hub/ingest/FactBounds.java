package dev.andon.hub.ingest;

import dev.andon.hub.store.StorableText;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec.ReadEvent;
import dev.andon.protocol.Protocol;
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

/// Holds an event to what the tables can hold: an id that no index takes would stop the stream of
/// everybody.
final class FactBounds {
    /// The highest number of an event: what JSON holds exactly everywhere.
    static final long SEQ_MAX = (1L << 53) - 1;

    private static final int ID_CHARS_MAX = 200;

    private FactBounds() {}

    /// Why it cannot be taken; null if it can.
    static @Nullable String fault(ReadEvent read) {
        Event event = read.event();
        if (event == null) {
            return read.code() == null ? "invalid-fact" : read.code();
        }
        if (read.json().length() > Protocol.EVENT_CHARS_MAX) {
            return "too-large";
        }
        boolean sound =
                read.seq() <= SEQ_MAX
                        && isTime(event.at())
                        && isTime(event.upMs())
                        && isId(event.boot())
                        && isId(key(event.fact()));
        return sound ? null : "invalid-fact";
    }

    /// Whether it can be a part of a key.
    static boolean isId(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= ID_CHARS_MAX
                && StorableText.holds(text);
    }

    /// Milliseconds that can be reckoned with.
    static boolean isTime(long ms) {
        return -SEQ_MAX <= ms && ms <= SEQ_MAX;
    }

    private static String key(Fact fact) {
        return switch (fact) {
            case TurnFact turn -> turn.turn();
            case IncidentFact incident -> incident.incident();
            case MilestoneFact milestone -> milestone.incident();
            case HandoverFact handover -> handover.handover();
            case EscalationFact escalation -> escalation.escalation();
            case ReceiptFact receipt -> receipt.reply();
            case InstallationFact installation -> installation.document();
            case HealthFact health -> health.subject();
        };
    }
}
