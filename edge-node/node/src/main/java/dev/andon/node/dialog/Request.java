package dev.andon.node.dialog;

import dev.andon.knowledge.retrieval.Question;

import java.util.List;

/// What a person wants.
public sealed interface Request {
    /// An answer from the manuals.
    record Ask(Question question) implements Request {}

    /// Which machine is meant cannot be told.
    ///
    /// @param question as asked, to be asked again with the answer
    /// @param choices the register's names of the machines that fit
    record WhichMachine(String question, List<String> choices) implements Request {
        public WhichMachine {
            choices = List.copyOf(choices);
        }
    }

    /// Something is to be done.
    ///
    /// @param language in which it was said, BCP 47
    record Do(Command command, String language) implements Request {}

    /// The last reply again.
    record Repeat() implements Request {}

    /// The last reply, going on where the voice stopped.
    record More() implements Request {}

    /// Silence, please.
    record Stop() implements Request {}

    /// No words in it.
    record Nothing() implements Request {}
}
