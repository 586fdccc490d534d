package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.phrase.Fillings;
import dev.andon.node.dialog.phrase.PhraseBook;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Ten thousand machines, all of one class.
class LargePlantTest {
    private static final int MACHINES = 10_000;
    private static final AssetRegister PLANT =
            new AssetRegister(
                    "large",
                    "Large",
                    List.of(),
                    IntStream.rangeClosed(1, MACHINES).mapToObj(LargePlantTest::machine).toList());

    private final Interpreter interpreter =
            new Interpreter(
                    PLANT,
                    200,
                    new Interpreter.Words(PhraseBook.BUILT_IN, _ -> "en", Clock.systemUTC()));

    @Test
    void findsTheMachineAndTheCode() {
        Request request =
                interpreter.interpret(
                        "open an incident on press 9731 fault p nine seven three one an hour ago",
                        Situation.first(null));
        assertThat(request).isInstanceOf(Request.Do.class);
        Command.Entry entry = (Command.Entry) ((Request.Do) request).command();
        assertThat(entry.slots().machine()).map(Machine::id).contains("press-9731");
        assertThat(entry.slots().fault()).isEqualTo("P9731");
    }

    @Test
    void namesAFewOfAClassThatIsThatOfAll() {
        assertThat(interpreter.interpret("torque on the press", Situation.first(null)))
                .isEqualTo(
                        new Request.WhichMachine(
                                "torque on the press",
                                IntStream.rangeClosed(1, QuestionReader.CHOICES_MAX)
                                        .mapToObj(number -> "Press " + number)
                                        .toList()));
    }

    @Test
    void asksForFillingsNoMoreOftenTheLargerThePlantIs() {
        String said = "open an incident on press 9731 fault p nine seven three one an hour ago";
        assertThat(steps(said, PLANT)).isEqualTo(steps(said, one())).isLessThan(500);
    }

    private static int steps(String said, AssetRegister register) {
        AtomicInteger steps = new AtomicInteger();
        PlantFillings plant =
                new PlantFillings(
                        PhraseBook.BUILT_IN,
                        register,
                        new MachineNames(register),
                        new SpokenTime(Clock.systemUTC()));
        Fillings counted =
                (slot, language, words, at) -> {
                    steps.incrementAndGet();
                    return plant.at(slot, language, words, at);
                };
        PhraseBook.BUILT_IN.meanings(said, counted);
        return steps.get();
    }

    private static AssetRegister one() {
        return new AssetRegister("one", "One", List.of(), List.of(machine(9_731)));
    }

    private static Machine machine(int number) {
        return new Machine(
                "press-" + number,
                "Press " + number,
                List.of("the big one " + number),
                "line-1",
                "press",
                "HP-63",
                "",
                List.of(new FaultCode("P-" + number, "Pressure of " + number, List.of())),
                List.of());
    }
}
