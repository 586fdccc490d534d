package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.stt.CommandGrammar;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PlantGrammarTest {
    @Test
    void saysWithAMachineTheFaultsOfThatMachine() {
        CommandGrammar grammar = grammar(2);
        assertThat(grammar.slots().get("fault of press-1"))
                .asString()
                .contains("[p, one]")
                .doesNotContain("[p, two]");
        assertThat(grammar.phrases()).anyMatch(phrase -> phrase.has("fault of press-2"));
        assertThat(grammar.words()).contains("please", "andon", "the").doesNotContain("zzyzx");
    }

    @Test
    void saysAnyFaultWithAnyOfManyMachines() {
        CommandGrammar grammar = grammar(PlantGrammar.PAIRED_MAX + 1);
        assertThat(grammar.slots()).containsKey("fault").doesNotContainKey("fault of press-1");
        assertThat(grammar.phrases())
                .anyMatch(phrase -> phrase.has("fault") && phrase.has("machine"));
    }

    private static CommandGrammar grammar(int machines) {
        List<Machine> presses =
                IntStream.rangeClosed(1, machines).mapToObj(PlantGrammarTest::press).toList();
        return PlantGrammar.of(
                PhraseBook.BUILT_IN, new AssetRegister("test", "Test plant", List.of(), presses));
    }

    private static Machine press(int number) {
        return new Machine(
                "press-" + number,
                "Press " + number,
                List.of(),
                "line-1",
                "press",
                "HP-63",
                "",
                List.of(new FaultCode("P-" + number, "Oil hot", List.of())),
                List.of());
    }
}
