package dev.andon.knowledge.answer.egress;

import dev.andon.knowledge.retrieval.Passage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whether something of one answer left the box. Written by the thread that asks the model, read by
/// the one that words the reply.
public final class Sending {
    private final @Nullable RemotePolicy remote;
    private volatile boolean sent;

    /// @param remote null: the model runs on this box, and nothing leaves it
    public Sending(@Nullable RemotePolicy remote) {
        this.remote = remote;
    }

    /// To be called before a prompt is sent.
    ///
    /// @throws dev.andon.knowledge.StageException `egress-log`: then it must not be sent
    public void tell(String model, String prompt, List<Passage> passages) {
        if (remote != null) {
            remote.log().write(Egress.of(remote.server(), model, prompt, passages));
            sent = true;
        }
    }

    /// Whether something left.
    public boolean sent() {
        return sent;
    }
}
