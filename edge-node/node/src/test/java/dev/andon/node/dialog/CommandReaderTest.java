package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.RegisterReader;
import dev.andon.node.dialog.Situation.Awaited;
import dev.andon.node.dialog.Situation.Reading;
import dev.andon.node.dialog.phrase.PhraseBook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Clock;

/// The same words in each situation.
class CommandReaderTest {
    private final Interpreter interpreter =
            new Interpreter(
                    RegisterReader.read(Path.of("../../device-config/demo/register.yaml")),
                    200,
                    new Interpreter.Words(PhraseBook.BUILT_IN, _ -> "en", Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # nothing waits
                    NOTHING | NOTHING | yes | yes
                    NOTHING | NOTHING | the filler | Ask
                    NOTHING | NOTHING | i do not know | Ask
                    NOTHING | NOTHING | because of the weather | Ask
                    NOTHING | NOTHING | next | next
                    NOTHING | NOTHING | repeat | Repeat
                    NOTHING | NOTHING | go on | More
                    NOTHING | NOTHING | stop | Stop
                    NOTHING | NOTHING | waiting for a part | wait
                    NOTHING | NOTHING | which incidents are open | incidents
                    NOTHING | NOTHING | what can i say | help
                    NOTHING | NOTHING | slower | slower
                    NOTHING | NOTHING | which page | which-page
                    NOTHING | NOTHING | give me the handover | handover
                    NOTHING | NOTHING | call the expert | call-expert
                    NOTHING | NOTHING | start the procedure for greasing | start
                    NOTHING | NOTHING | cancel | cancel
                    # a yes is awaited
                    YES | NOTHING | yes | yes
                    YES | NOTHING | no | no
                    YES | NOTHING | no the filler | correction
                    YES | NOTHING | the filler | correction
                    YES | NOTHING | an hour ago | correction
                    YES | NOTHING | stop | Stop
                    YES | NOTHING | repeat | Repeat
                    YES | NOTHING | next | unclear
                    YES | NOTHING | what is the torque | unclear
                    YES | NOTHING | yes but wait | unclear
                    YES | NOTHING | give me the handover | unclear
                    YES | NOTHING | open an incident on the filler | open
                    YES | NOTHING | waiting for a part | wait
                    YES | NOTHING | no i am waiting for a part | correction
                    YES | NOTHING | no that's not right | no
                    # a value is awaited
                    VALUE | NOTHING | e forty two | correction
                    VALUE | NOTHING | i do not know | unknown
                    VALUE | NOTHING | for a permit | correction
                    VALUE | NOTHING | hm | unclear
                    # words are awaited
                    WORDS | NOTHING | a torn suction cup | correction
                    WORDS | NOTHING | yes | correction
                    WORDS | NOTHING | the filler | correction
                    WORDS | NOTHING | skip | unknown
                    WORDS | NOTHING | cancel | cancel
                    WORDS | NOTHING | next | correction
                    # a step is read
                    NOTHING | STEP | repeat | repeat
                    NOTHING | STEP | go on | next
                    NOTHING | STEP | what is the torque | Ask
                    YES | STEP | repeat | Repeat
                    YES | STEP | next | unclear
                    # a step is read that protects people
                    NOTHING | PROTECTED_STEP | next | at-step
                    NOTHING | PROTECTED_STEP | repeat | at-step
                    NOTHING | PROTECTED_STEP | what is the torque | at-step
                    NOTHING | PROTECTED_STEP | stop the procedure | at-step
                    NOTHING | PROTECTED_STEP | stop | Stop
                    NOTHING | PROTECTED_STEP | slower | slower
                    NOTHING | PROTECTED_STEP | call the expert | call-expert
                    NOTHING | PROTECTED_STEP | open an incident on the filler | open
                    YES | PROTECTED_STEP | yes | yes
                    """)
    void meanWhatFitsTheSituation(Awaited awaited, Reading reading, String words, String expected) {
        Situation situation = new Situation(null, "en", null, null, awaited, reading);
        assertThat(label(interpreter.interpret(words, situation))).isEqualTo(expected);
    }

    private static String label(Request request) {
        return request instanceof Request.Do(Command command, _)
                ? command.label()
                : request.getClass().getSimpleName();
    }
}
