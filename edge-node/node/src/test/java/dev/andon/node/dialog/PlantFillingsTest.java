package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.phrase.Filling;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.dialog.phrase.Slot;
import dev.andon.node.dialog.phrase.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

class PlantFillingsTest {
    private static final AssetRegister PLANT =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(),
                    List.of(
                            machine("filler-1", "Filler one", "the old one"),
                            machine("filler-2", "Filler two", "the new one")));

    private final PlantFillings fillings =
            new PlantFillings(
                    PhraseBook.BUILT_IN,
                    PLANT,
                    new MachineNames(PLANT),
                    new SpokenTime(Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    e forty two | E42
                    e four two | E42
                    echo four two | E42
                    E-42 | E42
                    e42 | E42
                    e 42 | E42
                    e oh seven | E07
                    echo zero seven | E07
                    p four hundred and twelve | P412
                    papa four one two | P412
                    four one two | 412
                    a one oh one | A101
                    alpha one oh one | A101
                    web break | web break
                    torn web | torn web
                    x ninety nine | X99
                    """)
    void hearsACodeInEveryWayOfSayingIt(String said, String fault) {
        assertThat(whole(Slot.FAULT, said)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the filler", "press", "yes", "mike", "a", "no idea", "e mail"})
    void takesNoOtherWordsForACode(String said) {
        assertThat(whole(Slot.FAULT, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "filler one, 1",
        "the filler one, 1",
        "Filler 1, 1",
        "FILLER-1, 1",
        "the old one, 1",
        "the filler, 2",
        "our filler, 2",
    })
    void findsMachinesByWhateverTheyAreCalled(String said, int machines) {
        assertThat(whole(Slot.MACHINE, said))
                .hasValueSatisfying(
                        it ->
                                assertThat(((PlantFillings.Machines) it).machines())
                                        .hasSize(machines));
    }

    @Test
    void knowsNoMachineThatTheRegisterDoesNotHave() {
        assertThat(whole(Slot.MACHINE, "filler three")).isEmpty();
        assertThat(whole(Slot.MACHINE, "the")).isEmpty();
    }

    @Test
    void countsInWordsAndDigits() {
        assertThat(whole(Slot.NUMBER, "twelve")).contains(12);
        assertThat(whole(Slot.NUMBER, "12")).contains(12);
        assertThat(whole(Slot.NUMBER, "123456789")).isEmpty();
        assertThat(whole(Slot.NUMBER, "two point five")).isEmpty();
    }

    private Optional<Object> whole(Slot slot, String said) {
        List<String> words = Tokens.of(said);
        return fillings.at(slot, "en", words, 0).stream()
                .filter(filling -> filling.words() == words.size())
                .map(Filling::value)
                .findFirst();
    }

    private static Machine machine(String id, String name, String alias) {
        return new Machine(
                id,
                name,
                List.of(alias),
                "line-1",
                "filler",
                "FM-48",
                "",
                List.of(
                        new FaultCode("E-42", "Layer sheet missing", List.of()),
                        new FaultCode("A-101", "Web break", List.of("torn web"))),
                List.of());
    }
}
