package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

class CommandSamplesTest {
    private static final List<Spoken> PHRASES =
            List.of(
                    Spoken.words("stop"),
                    Spoken.sequence(
                            Spoken.words("open"),
                            Spoken.optional(
                                    Spoken.sequence(
                                            Spoken.words("on"), new Spoken.Slot("machine")))));

    @Test
    void sayEveryCommand() {
        assertThat(said(new CommandGrammar(PHRASES, Map.of("machine", Spoken.words("press")))))
                .containsExactly("open", "open on press", "stop");
    }

    @Test
    void leaveOutWhatNothingFills() {
        Spoken none = new Spoken.Choice(List.of());
        assertThat(said(new CommandGrammar(PHRASES, Map.of("machine", none))))
                .containsExactly("open", "stop");
        assertThat(said(CommandGrammar.NONE)).containsExactly("");
    }

    private static TreeSet<String> said(CommandGrammar grammar) {
        Random random = new Random(7);
        TreeSet<String> said = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            said.add(new CommandSamples(grammar).next(random));
        }
        return said;
    }
}
