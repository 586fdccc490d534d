package dev.andon.node.eval;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.node.EdgeNode;
import dev.andon.node.dialog.Request;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// A question that was asked, and all that came of it.
///
/// @param aloud by voice
/// @param heard the transcript; null for a typed question, or if nothing was heard
/// @param reply null if the turn gave none
/// @param spoken the reply in the words of the voice
/// @param passages that the turn found, best first
/// @param rankings of the searches on their own; null if the turn asked none of them
/// @param failure what broke; null if nothing did
record Asked(
        ExamQuestion question,
        boolean aloud,
        @Nullable String heard,
        @Nullable Reply reply,
        List<String> spoken,
        List<Passage> passages,
        @Nullable Rankings rankings,
        @Nullable String failure) {
    Asked {
        spoken = List.copyOf(spoken);
        passages = List.copyOf(passages);
    }

    /// Asks through the real turn, in a conversation of its own.
    static Asked of(EdgeNode node, ExamQuestion question, TurnInput input) {
        Listener listener = new Listener();
        node.turn().run(input, new Conversation(), null, listener);
        Question understood = listener.understood;
        return new Asked(
                question,
                input instanceof TurnInput.Spoken,
                listener.heard,
                listener.reply,
                listener.spoken,
                listener.passages,
                understood == null ? null : node.rankings(understood),
                listener.failure);
    }

    private static final class Listener implements Consumer<TurnEvent> {
        private @Nullable String heard;
        private @Nullable Question understood;
        private @Nullable Reply reply;
        private @Nullable String failure;
        private List<String> spoken = List.of();
        private List<Passage> passages = List.of();

        @Override
        public void accept(TurnEvent event) {
            switch (event) {
                case TurnEvent.Heard e -> heard = e.transcript().text();
                case TurnEvent.Understood(Request.Ask ask) -> understood = ask.question();
                case TurnEvent.Retrieved e -> passages = e.passages();
                case TurnEvent.Replied e -> {
                    reply = e.reply();
                    spoken = e.spoken();
                }
                case TurnEvent.Failed e -> failure = e.failure().getMessage();
                default -> {}
            }
        }
    }
}
