package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.dialog.Situation.Awaited;
import dev.andon.node.stt.Expected;
import dev.andon.node.stt.Transcript;
import dev.andon.node.stt.Transcript.AsCommand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class ArbiterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    next | text  | 0.1   | next
                    next | text  | -2.4  | next
                    next | text  | -2.41 | text
                    stop | text  | 0.0   | stop
                    next [unk] | text | 9.0 | text
                    [unk] | text | 9.0   | text
                    ''   | text  | 9.0   | text
                    next | ''    | 9.0   | ''
                    mumble | text | 9.0  | text
                    unclear | text | 9.0 | text
                    step | text  | 9.0   | text
                    yes  | text  | 1.0   | yes
                    yes  | text  | 0.99  | text
                    yes  | yeah  | -2.4  | yes
                    yes  | yeah  | -2.41 | yeah
                    no   | text  | -2.4  | no
                    yes  | unclear | 0.99 | unclear
                    """)
    void weighsTheTwoThatHeardTheSameSound(
            String command, String free, double margin, String chosen) {
        assertThat(choose(free, new AsCommand(command, margin, List.of())).text())
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yes | yes  | no        | ''
                    yes | yeah | next, no  | ''
                    yes | text | no        | ''
                    yes | yes  | cancel    | ''
                    yes | text | no, next  | ''
                    yes | yes  | right     | ''
                    yes | yes  | unclear   | yes
                    yes | yes  | next      | yes
                    no  | no   | yes       | no
                    next | text | no       | next
                    """)
    void hearsNoYesThatMayHaveBeenAnotherAnswer(
            String command, String free, String others, String chosen) {
        AsCommand heard = new AsCommand(command, 2.0, List.of(others.split(", ")));
        assertThat(choose(free, heard).text()).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    VALUE   | no     | -3.0  | next |  -0.5 | no
                    VALUE   | no     | -3.0  | next |  -0.4 | next
                    VALUE   | no     | -3.01 | next |  -2.5 | text
                    YES     | cancel | -2.0  | next |  0.4  | cancel
                    YES     | yes    | 1.0   | next |  1.0  | yes
                    YES     | yes    | 0.99  | next |  -2.5 | text
                    YES     | no     | -1.0  | yes  |  1.0  | no
                    NOTHING | no     | 2.0   | next |  1.0  | next
                    WORDS   | no     | 2.0   | text |  1.0  | text
                    VALUE   | [unk]  | 2.0   | next |  1.0  | next
                    """)
    void letsAnAnswerComeFirstWhereOneIsAwaited(
            Awaited awaited,
            String answer,
            double fits,
            String command,
            double commandFits,
            String chosen) {
        Transcript heard =
                new Transcript(
                        "text",
                        List.of(),
                        new AsCommand(command, commandFits, List.of()),
                        new AsCommand(answer, fits, List.of()));
        assertThat(Arbiter.choose(heard, awaited, ArbiterTest::meaning).transcript().text())
                .isEqualTo(chosen);
    }

    @Test
    void keepsWhatWasHeardFreelyWhereNothingHearsCommands() {
        assertThat(choose("next", null).text()).isEqualTo("next");
    }

    @Test
    void asksOnceWhatWordsMean() {
        Transcript heard =
                new Transcript(
                        "yeah",
                        List.of(),
                        new AsCommand("yes", 2, List.of("next", "next")),
                        new AsCommand("yes", 2, List.of("next")));
        List<String> asked = new ArrayList<>();

        Arbiter.Choice choice =
                Arbiter.choose(
                        heard,
                        Awaited.YES,
                        words -> {
                            asked.add(words);
                            return meaning(words);
                        });

        assertThat(choice.transcript().text()).isEqualTo("yes");
        assertThat(choice.request()).isEqualTo(meaning("yes"));
        assertThat(asked).containsExactlyInAnyOrder("yes", "yeah", "next");
    }

    @Test
    void listensForAnswersWhereSomethingWasAsked() {
        assertThat(Stream.of(Awaited.values()).filter(ArbiterTest::isAnswerExpected))
                .containsExactly(Awaited.YES, Awaited.VALUE);
    }

    private static boolean isAnswerExpected(Awaited awaited) {
        return Arbiter.expected(awaited) == Expected.ANSWER;
    }

    private static Transcript choose(String free, @Nullable AsCommand command) {
        return Arbiter.choose(
                        new Transcript(free, List.of(), command),
                        Awaited.NOTHING,
                        ArbiterTest::meaning)
                .transcript();
    }

    private static Request meaning(String words) {
        return switch (words) {
            case "yes", "yeah" -> reaction(Reaction.Kind.YES);
            case "no" -> reaction(Reaction.Kind.NO);
            case "unclear" -> reaction(Reaction.Kind.UNCLEAR);
            case "step" -> new Request.Do(new Command.AtStep(words), "en");
            case "right" -> reaction(Reaction.Kind.CORRECTION);
            case "cancel" -> reaction(Reaction.Kind.CANCEL);
            case "stop" -> new Request.Stop();
            case "next" -> new Request.Do(new Command.Step(Command.Step.Move.NEXT, null), "en");
            default -> new Request.Ask(new Question(words, null, List.of(), "en"));
        };
    }

    private static Request reaction(Reaction.Kind kind) {
        return new Request.Do(new Reaction(kind, Slots.NONE), "en");
    }
}
