package dev.andon.hub.ingest;

import org.jspecify.annotations.Nullable;

/// What could not be taken.
///
/// @param node whose topic it came on; empty if that was nobody's
/// @param epoch of its outbox; empty if a whole message is meant
/// @param seq its number; 0 if a whole message is meant
/// @param code `unknown-fact`, `invalid-fact`, `too-large`, `other-content`; of whole messages
///     `not-json`, `wrong-type`, `missing-field`, `too-large`, `wrong-topic`, `foreign-node`,
///     `not-storable`
/// @param text of it, cut to a bound; null once its days are over
/// @param receivedAt by the hub's clock, UTC milliseconds
public record DeadLetter(
        String node, String epoch, long seq, String code, @Nullable String text, long receivedAt) {}
