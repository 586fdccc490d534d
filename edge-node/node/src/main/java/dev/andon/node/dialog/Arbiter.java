package dev.andon.node.dialog;

import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.dialog.Command.Reaction.Kind;
import dev.andon.node.stt.Transcript;
import dev.andon.node.stt.Transcript.AsCommand;

import java.util.function.Function;

/// Decides which words count, where one recogniser heard everything and another commands only in
/// the same sound.
///
/// The command counts if every sound belongs to it, if it means something here, and if it does not
/// fit the sound worse than what was heard freely, by more than a margin: [#ANSWER_WORSE_MAX] where
/// an answer is awaited that the free words are not, [#WORSE_MAX] elsewhere. A yes has effects: it
/// counts only if both heard one, or if it fits better by [#YES_BETTER_MIN]; and never if the sound
/// may have been a no. Where nothing was heard freely, there was no voice, whatever the noise is like
/// as a command. What is left is heard freely, and that is at worst not understood.
public final class Arbiter {
    /// Natural logarithms a second: what the free words may fit better, since more can be said in
    /// them.
    static final double WORSE_MAX = 1.8;

    /// The same where the free words are no answer to what was asked.
    static final double ANSWER_WORSE_MAX = 3.0;

    /// The same, by which a yes must fit better that was not heard freely.
    static final double YES_BETTER_MIN = 1.0;

    private Arbiter() {}

    /// The transcript with the words that count; with none, if a yes may have been a no.
    ///
    /// @param meaning of words, in the situation in which they were said
    public static Transcript choose(Transcript heard, Function<String, Request> meaning) {
        AsCommand command = heard.command();
        if (command == null) {
            return heard;
        }
        Transcript chosen = chosen(heard, command, meaning);
        return doubtful(chosen.text(), command, meaning) ? chosen.as("") : chosen;
    }

    private static Transcript chosen(
            Transcript heard, AsCommand command, Function<String, Request> meaning) {
        boolean same = command.text().equals(heard.text());
        if (heard.text().isEmpty() || !command.whole() || same) {
            return heard;
        }
        Request commanded = meaning.apply(command.text());
        return isCommand(commanded)
                        && command.margin() >= needed(commanded, meaning.apply(heard.text()))
                ? heard.as(command.text())
                : heard;
    }

    private static double needed(Request commanded, Request free) {
        if (is(Kind.YES, commanded)) {
            return is(Kind.YES, free) ? -WORSE_MAX : YES_BETTER_MIN;
        }
        return is(Kind.UNCLEAR, free) ? -ANSWER_WORSE_MAX : -WORSE_MAX;
    }

    /// A yes in a sound that may have been a no.
    private static boolean doubtful(
            String chosen, AsCommand command, Function<String, Request> meaning) {
        return !command.others().isEmpty()
                && is(Kind.YES, meaning.apply(chosen))
                && command.others().stream().anyMatch(other -> is(Kind.NO, meaning.apply(other)));
    }

    private static boolean isCommand(Request request) {
        return switch (request) {
            case Request.Do(Reaction(var kind, _), _) -> kind != Kind.UNCLEAR;
            case Request.Do(Command.AtStep _, _) -> false;
            case Request.Do _, Request.Stop _, Request.Repeat _, Request.More _ -> true;
            case Request.Ask _, Request.WhichMachine _, Request.Nothing _ -> false;
        };
    }

    private static boolean is(Kind kind, Request request) {
        return request instanceof Request.Do(Reaction(var said, _), _) && said == kind;
    }
}
