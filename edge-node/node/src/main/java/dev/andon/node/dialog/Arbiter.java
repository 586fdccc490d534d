package dev.andon.node.dialog;

import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.stt.Transcript;
import dev.andon.node.stt.Transcript.AsCommand;

import java.util.function.Function;

/// Decides which words count, where one recogniser heard everything and another commands only in

/// the same sound.
///
/// The command counts if every sound belongs to it, if it means something here, and if it does not
/// fit the sound worse than what was heard freely, by more than [#WORSE_MAX]. A yes has effects: it
/// counts only if both heard one, or if it fits better by [#YES_BETTER_MIN]; what is left is heard
/// freely, and that is at worst not understood.
public final class Arbiter {
    /// Natural logarithms a second: what the free words may fit better, since more can be said in
    /// them.
    static final double WORSE_MAX = 1.3;

    /// The same, by which a yes must fit better that was not heard freely.
    static final double YES_BETTER_MIN = 1.5;

    private Arbiter() {}

    /// The transcript with the words that count.
    ///
    /// @param meaning of words, in the situation in which they were said
    public static Transcript choose(Transcript heard, Function<String, Request> meaning) {
        AsCommand command = heard.command();
        if (command == null || !command.whole() || command.text().equals(heard.text())) {
            return heard;
        }
        Request commanded = meaning.apply(command.text());
        if (!isCommand(commanded)) {
            return heard;
        }
        double needed =
                isYes(commanded) && !isYes(meaning.apply(heard.text()))
                        ? YES_BETTER_MIN
                        : -WORSE_MAX;
        return command.margin() >= needed ? heard.as(command.text()) : heard;
    }

    private static boolean isCommand(Request request) {
        return switch (request) {
            case Request.Do(Reaction(var kind, _), _) -> kind != Reaction.Kind.UNCLEAR;
            case Request.Do(Command.AtStep _, _) -> false;
            case Request.Do _, Request.Stop _, Request.Repeat _, Request.More _ -> true;
            case Request.Ask _, Request.WhichMachine _, Request.Nothing _ -> false;
        };
    }

    private static boolean isYes(Request request) {
        return request instanceof Request.Do(Reaction(var kind, _), _) && kind == Reaction.Kind.YES;
    }
}
