package dev.andon.node.eval.dialogue;

import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Request;

import org.jspecify.annotations.Nullable;

/// What a turn showed to whoever listened.
///
/// @param heard the transcript, and the command that lost to it if one did; null for a typed turn,
// or if nothing was heard
/// @param request what it was first understood as; null if there was nothing to understand
/// @param reply the last one; null if there was none
/// @param firstAudioMs from the end of speech; null if nothing was spoken
record TurnSeen(
        @Nullable String heard,
        @Nullable Request request,
        @Nullable Reply reply,
        @Nullable Double firstAudioMs) {
    /// The reply in words; empty if there was none.
    String said() {
        return reply == null ? "" : reply.text();
    }

    /// Whether the reply is of a kind.
    boolean is(Reply.Kind kind) {
        return reply instanceof Reply.Statement statement && statement.kind() == kind;
    }
}
