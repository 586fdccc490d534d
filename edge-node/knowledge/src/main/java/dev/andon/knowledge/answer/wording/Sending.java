package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.retrieval.Passage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whether something of one answer left the box. Written by the thread that asks the model, read by
/// the one that words the reply.
final class Sending {
    private final @Nullable RemotePolicy remote;
    private volatile boolean sent;

    Sending(@Nullable RemotePolicy remote) {
        this.remote = remote;
    }

    /// To be called before a prompt is sent.
    void tell(String model, String prompt, List<Passage> passages) {
        if (remote != null) {
            remote.log().write(Egress.of(remote.server(), model, prompt, passages));
            sent = true;
        }
    }

    boolean sent() {
        return sent;
    }
}
