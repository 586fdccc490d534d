package dev.andon.node.turn;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Command;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The few sentences that Andon says of its own accord.
final class Prompts {
    private Prompts() {}

    static Reply whichMachine(List<String> choices) {
        String question = "Which machine do you mean: " + String.join(", or ", choices) + "?";
        return new Reply.Clarification(question, List.of(question), choices);
    }

    /// Said for a sentence whose figures or codes could be misheard.
    static final String ON_THE_SCREEN = "The value is on the screen.";

    static Reply nothingToRepeat() {
        return plain("There is nothing to repeat yet.");
    }

    /// Goes on with the last reply where the voice stopped.
    static Reply more(@Nullable Reply last) {
        return last instanceof Reply.Answer answer && !answer.rest().isEmpty()
                ? answer.more()
                : plain("That was all that the manual says there.");
    }

    static Reply notUnderstood() {
        return plain("I did not understand that. Please say it again, closer to the microphone.");
    }

    /// The command again that a choice among procedures completes.
    static String startAgain(Command.Start start) {
        return start.machines().isEmpty()
                ? "start the procedure"
                : "start the procedure on " + start.machines().getFirst().name();
    }

    static String apology(Stage stage) {
        return switch (stage) {
            case RECOGNITION -> "I cannot hear at the moment. Please type your question.";
            case DIALOG -> "I cannot take that question. The screen says why.";
            default -> "Something is broken here. The screen says what. Please use the manual.";
        };
    }

    private static Reply plain(String sentence) {
        return new Reply.Clarification(sentence, List.of(sentence), List.of());
    }
}
