package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;
import dev.andon.config.register.Part;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.phrase.PhraseBook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.List;

class InterpreterTest {
    private static final AssetRegister PLANT =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(new Line("line-1", "Line one")),
                    List.of(
                            machine("palletiser-1", "Palletiser", "palletiser", "PX-200"),
                            machine("press-3", "Press three", "press", "HP-63"),
                            machine("filler-1", "Filler one", "filler", "FM-48"),
                            machine("filler-2", "Filler two", "filler", "FM-60")));

    private final Interpreter interpreter =
            new Interpreter(
                    PLANT,
                    50,
                    new Interpreter.Words(
                            PhraseBook.BUILT_IN, _ -> "en", Clock.systemDefaultZone()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    what does fault e forty two mean on the palletiser | palletiser-1 | E-42
                    what does fault echo four two mean on the stacker | palletiser-1 | E-42
                    What does E 42 mean on the palletiser? | palletiser-1 | E-42
                    what does e42 mean on press three | press-3 | E-42
                    where is part six e s seven three one five dash two e h one four | | 6ES7 315-2EH14
                    press three nozzle torque | press-3 | torque
                    torque on press 3 | press-3 | torque
                    what is the torque on the press | press-3 | torque
                    press the button on filler two | filler-2 | button
                    how do i press the reset button | | press
                    oil pressure of filler-1 | filler-1 | oil
                    """)
    void namesTheMachineAndTheCode(String words, String machine, String contains) {
        Question question = asked(interpreter.interpret(words, Situation.first(null)));
        assertThat(question.machine()).isEqualTo(machine);
        assertThat(question.text()).contains(contains);
    }

    @Test
    void asksWhichMachineWhenOneNameFitsTwo() {
        assertThat(
                        interpreter.interpret(
                                "what is the pressure on the filler", Situation.first(null)))
                .isEqualTo(
                        new Request.WhichMachine(
                                "what is the pressure on the filler",
                                List.of("Filler one", "Filler two")));
    }

    @Test
    void takesTheMachineThatThePersonStandsAtWhenItFits() {
        Question question =
                asked(
                        interpreter.interpret(
                                "what is the pressure on the filler", Situation.first("filler-2")));
        assertThat(question.machine()).isEqualTo("filler-2");
        assertThat(question.models()).containsExactly("FM-60");
    }

    @Test
    void prefersTheNamedMachineToTheStation() {
        Question question =
                asked(
                        interpreter.interpret(
                                "torque on the palletiser", Situation.first("filler-2")));
        assertThat(question.machine()).isEqualTo("palletiser-1");
    }

    @Test
    void fallsBackToTheStation() {
        assertThat(
                        asked(
                                        interpreter.interpret(
                                                "what is the torque", Situation.first("press-3")))
                                .models())
                .containsExactly("HP-63");
    }

    @Test
    void searchesTheManualsOfAllMachinesNamed() {
        Question question =
                asked(
                        interpreter.interpret(
                                "can the palletiser wait for filler one", Situation.first(null)));
        assertThat(question.machine()).isNull();
        assertThat(question.models()).containsExactly("PX-200", "FM-48");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "..."})
    void hearsNothingInNothing(String words) {
        assertThat(interpreter.interpret(words, Situation.first(null)))
                .isEqualTo(new Request.Nothing());
    }

    @Test
    void knowsStopAndRepeat() {
        assertThat(interpreter.interpret("Stop!", Situation.first(null)))
                .isEqualTo(new Request.Stop());
        assertThat(interpreter.interpret("say that again", Situation.first(null)))
                .isEqualTo(new Request.Repeat());
    }

    @Test
    void refusesAQuestionOfTenThousandWords() {
        assertThatThrownBy(
                        () ->
                                interpreter.interpret(
                                        "torque ".repeat(10_000), Situation.first(null)))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("10000 words")
                .hasMessageContaining("at most 50");
    }

    @Test
    void namesTheMachinesWhenTheStationIsUnknown() {
        assertThatThrownBy(() -> interpreter.interpret("torque", Situation.first("robot-9")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("'robot-9'")
                .hasMessageContaining("palletiser-1, press-3");
    }

    private static Question asked(Request request) {
        assertThat(request).isInstanceOf(Request.Ask.class);
        return ((Request.Ask) request).question();
    }

    private static Machine machine(String id, String name, String machineClass, String model) {
        return new Machine(
                id,
                name,
                machineClass.equals("palletiser") ? List.of("stacker") : List.of(),
                "line-1",
                machineClass,
                model,
                "",
                List.of(new FaultCode("E-42", "Layer sheet missing", List.of())),
                List.of(new Part("6ES7 315-2EH14", "CPU module", List.of())));
    }

    private static final OpenQuestion TORQUE =
            new OpenQuestion(
                    "What is the torque by joint?",
                    "press-3",
                    List.of("M8, dry", "M10, dry", "M10, lubricated"));

    @ParameterizedTest
    @CsvSource({
        "the M8, 'What is the torque by joint, the M8'",
        "the lubricated one, 'What is the torque by joint, the lubricated'",
        "the second, 'What is the torque by joint, M10, dry'",
    })
    void takesAShortReplyForTheRestOfTheQuestion(String reply, String whole) {
        Question question = asked(interpreter.interpret(reply, openTo(TORQUE)));
        assertThat(question.text()).isEqualTo(whole);
        assertThat(question.machine()).isEqualTo("press-3");
    }

    @Test
    void takesAnotherQuestionForItself() {
        String other = "how often is the oil changed on the palletiser";
        Question question = asked(interpreter.interpret(other, openTo(TORQUE)));
        assertThat(question.text()).isEqualTo(other);
        assertThat(question.machine()).isEqualTo("palletiser-1");
    }

    @Test
    void completesAQuestionWithTheMachineThatWasAskedFor() {
        Request back =
                interpreter.interpret("what is the pressure on the filler", Situation.first(null));
        Request.WhichMachine which = (Request.WhichMachine) back;
        OpenQuestion open = new OpenQuestion(which.question(), null, which.choices());
        Question question = asked(interpreter.interpret("filler two", openTo(open)));
        assertThat(question.machine()).isEqualTo("filler-2");
        assertThat(question.models()).containsExactly("FM-60");
        assertThat(question.text()).contains("pressure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"more", "Go on.", "tell me more"})
    void hearsThatMoreIsWanted(String words) {
        assertThat(interpreter.interpret(words, Situation.first(null)))
                .isEqualTo(new Request.More());
    }

    @Test
    void knowsTheMachineByTheNameOfTheRegister() {
        Question question =
                asked(interpreter.interpret("torque on press 3", Situation.first(null)));
        assertThat(question.machineName()).isEqualTo("Press three");
    }

    private static Situation openTo(OpenQuestion open) {
        Situation first = Situation.first(null);
        return new Situation(null, "en", open, null, first.awaited(), first.reading());
    }
}
