package dev.andon.node.dialog;

import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.dialog.Command.Reaction.Kind;
import dev.andon.node.dialog.Situation.Awaited;
import dev.andon.node.stt.Expected;
import dev.andon.node.stt.Transcript;
import dev.andon.node.stt.Transcript.AsCommand;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides which words count, where recognisers heard the same sound: one everything, one commands
/// only, and one what answers a question of Andon only.
///
/// A command counts if every sound belongs to it, if it means something here, and if it does not
/// fit the sound worse than what was heard freely, by more than [#WORSE_MAX]. Where something was
/// asked or read back, an answer comes first: it may fit worse by [#ANSWER_WORSE_MAX], and worse
/// than another command by [#COMMAND_BETTER_MAX].
///
/// A yes has effects: it counts only if it was heard freely too, or if it fits better by
/// [#YES_BETTER_MIN]; and never if the sound may have been another answer. At a step that protects
/// people only the free words count: "is step one done" is no command, and fits "step one done"
/// well. Where nothing was heard freely, there was no voice, whatever the noise is like as a
/// command. What is left is heard freely, and that is at worst not understood.
public final class Arbiter {
    /// Natural logarithms a second: what the free words may fit better, since more can be said in
    /// them.
    static final double WORSE_MAX = 2.4;

    /// The same where something was asked or read back, so that hardly anything else is said.
    static final double ANSWER_WORSE_MAX = 3.0;

    /// By how much another command may fit better than an answer where one is awaited.
    static final double COMMAND_BETTER_MAX = 2.5;

    /// By how much a yes must fit better that was not heard freely.
    static final double YES_BETTER_MIN = 1.0;

    private final Transcript heard;
    private final Function<String, Request> interpreter;
    private final Map<String, Request> meanings = new HashMap<>();

    private Arbiter(Transcript heard, Function<String, Request> interpreter) {
        this.heard = heard;
        this.interpreter = interpreter;
    }

    /// The words that count, with their meaning.
    ///
    /// @param transcript says these words
    public record Choice(Transcript transcript, Request request) {}

    /// Whether what is said next is listened to as an answer too.
    public static Expected expected(Awaited awaited) {
        return switch (awaited) {
            case YES, VALUE -> Expected.ANSWER;
            case NOTHING, WORDS -> Expected.ANYTHING;
        };
    }

    /// Chooses; no words at all, if a yes may have been another answer.
    ///
    /// @param awaited when it was said
    /// @param interpreter of words, in the situation in which they were said
    public static Choice choose(
            Transcript heard, Awaited awaited, Function<String, Request> interpreter) {
        Arbiter arbiter = new Arbiter(heard, interpreter);
        String chosen = heard.text().isEmpty() ? "" : arbiter.chosen(awaited);
        return new Choice(
                chosen.equals(heard.text()) ? heard : heard.as(chosen), arbiter.meaning(chosen));
    }

    private String chosen(Awaited awaited) {
        AsCommand command = heard.command();
        AsCommand answer = expected(awaited) == Expected.ANSWER ? heard.answer() : null;
        String words = heard.text();
        if (command != null && counts(command, WORSE_MAX)) {
            words = command.text();
        }
        if (answer != null && isNear(answer, command) && counts(answer, ANSWER_WORSE_MAX)) {
            words = answer.text();
        }
        return doubtful(words) ? "" : words;
    }

    private static boolean isNear(AsCommand answer, @Nullable AsCommand command) {
        return command == null || command.margin() - answer.margin() <= COMMAND_BETTER_MAX;
    }

    private boolean counts(AsCommand command, double worseMax) {
        if (!command.whole() || command.text().equals(heard.text())) {
            return command.whole();
        }
        Request commanded = meaning(command.text());
        return isCommand(commanded) && command.margin() >= needed(commanded, worseMax);
    }

    private double needed(Request commanded, double worseMax) {
        if (is(Kind.YES, commanded)) {
            return is(Kind.YES, meaning(heard.text())) ? -worseMax : YES_BETTER_MIN;
        }
        return -worseMax;
    }

    /// A yes in a sound that may have been another answer: a no, what is right instead, a cancel.
    private boolean doubtful(String words) {
        return is(Kind.YES, meaning(words))
                && others().anyMatch(other -> isOtherAnswer(meaning(other)));
    }

    private static boolean isOtherAnswer(Request request) {
        return request instanceof Request.Do(Reaction(var kind, _), _)
                && switch (kind) {
                    case NO, CANCEL, UNKNOWN, CORRECTION -> true;
                    case YES, UNCLEAR -> false;
                };
    }

    private Stream<String> others() {
        return Stream.of(heard.command(), heard.answer())
                .flatMap(Stream::ofNullable)
                .flatMap(command -> command.others().stream());
    }

    private Request meaning(String words) {
        return meanings.computeIfAbsent(words, interpreter);
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
