package dev.andon.node.turn;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;
import dev.andon.node.vad.Capture;

import java.util.List;

/// What happens during a turn, in the order of the records. Sockets, logs, the screen and tests are
/// consumers of these; none of them is known to the turn.
public sealed interface TurnEvent {
    /// The microphone or file has given its sound.
    record Captured(Capture capture) implements TurnEvent {}

    /// The words are known (spoken turns only).
    record Heard(Transcript transcript) implements TurnEvent {}

    /// What they mean.
    record Understood(Request request) implements TurnEvent {}

    /// The passages found, best first.
    record Retrieved(List<Passage> passages) implements TurnEvent {
        public Retrieved {
            passages = List.copyOf(passages);
        }
    }

    /// The reply as written, and as it is said. Comes before the first [Speaking] where all of the
    /// reply is known by then, and after the last one where a language model words it. Comes again
    /// if a model has added to a quote: the last one is the reply.
    ///
    /// @param spoken every sentence in plain words
    record Replied(Reply reply, List<String> spoken) implements TurnEvent {
        public Replied {
            spoken = List.copyOf(spoken);
        }
    }

    /// The sound of a sentence begins.
    record Speaking(String words) implements TurnEvent {}

    /// A stage broke; the turn says so and ends.
    record Failed(StageException failure) implements TurnEvent {}

    /// The turn is over.
    record Finished(TurnTimings timings) implements TurnEvent {}
}
