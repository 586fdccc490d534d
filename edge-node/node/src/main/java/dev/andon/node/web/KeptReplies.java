package dev.andon.node.web;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/// Spoken replies that wait in memory, for a short time, to be fetched.
final class KeptReplies {
    private record Kept(Buffer wav, long untilMs) {}

    private final WebLimits limits;
    private final LongSupplier clockMs;
    private final Map<String, Kept> replies = new LinkedHashMap<>();

    KeptReplies(WebLimits limits, LongSupplier clockMs) {
        this.limits = limits;
        this.clockMs = clockMs;
    }

    /// @return an id that cannot be guessed
    synchronized String keep(byte[] wav) {
        forgetOld();
        if (replies.size() >= limits.repliesMax()) {
            replies.remove(replies.keySet().iterator().next());
        }
        String id = UUID.randomUUID().toString();
        long untilMs = clockMs.getAsLong() + limits.replyMsMax();
        replies.put(id, new Kept(Buffer.buffer(wav), untilMs));
        return id;
    }

    /// The WAV file; null if it is unknown or was forgotten.
    synchronized @Nullable Buffer find(String id) {
        forgetOld();
        Kept kept = replies.get(id);
        return kept == null ? null : kept.wav();
    }

    /// Drops what is out of date.
    synchronized void forgetOld() {
        replies.values().removeIf(kept -> kept.untilMs() <= clockMs.getAsLong());
    }
}
