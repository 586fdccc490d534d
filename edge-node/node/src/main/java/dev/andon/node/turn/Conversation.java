package dev.andon.node.turn;

import dev.andon.knowledge.answer.Reply;

import org.jspecify.annotations.Nullable;

/// What one person and Andon said to each other so far; one a station, used by one turn at a time.
public final class Conversation {
    private volatile @Nullable Reply lastReply;

    /// The last reply; null before the first.
    @Nullable Reply lastReply() {
        return lastReply;
    }

    void remember(Reply reply) {
        lastReply = reply;
    }
}
