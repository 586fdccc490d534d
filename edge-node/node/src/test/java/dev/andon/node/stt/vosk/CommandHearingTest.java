package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Expected;
import dev.andon.node.stt.Recordings;
import dev.andon.node.stt.Spoken;
import dev.andon.node.stt.Transcript.AsCommand;
import dev.andon.node.stt.Vocabulary;
import dev.andon.node.stt.VocabularyBuilder;
import dev.andon.node.vad.Utterance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Commands are heard beside all other words, by whatever a model offers for it.
class CommandHearingTest {
    private static final CommandGrammar COMMANDS =
            new CommandGrammar(
                    List.of(
                            Spoken.words("stop"),
                            Spoken.words("yes"),
                            Spoken.sequence(Spoken.words("reset"), new Spoken.Slot("machine"))),
                    List.of(Spoken.words("yes"), Spoken.words("no"), Spoken.words("cancel")),
                    Map.of(
                            "machine",
                            Spoken.sequence(
                                    Spoken.optional(Spoken.words("the")),
                                    Spoken.anyOf("palletizer", "press", "zzyzx"))));

    @TempDir Path folder;

    @Test
    void aGraphOfCommandsHearsThem() {
        Vocabulary vocabulary = new VocabularyBuilder().commands(COMMANDS).build();
        Path model =
                new GraphCompiler(TestModel.FOLDER, TestModel.PRONOUNCER)
                        .compile(vocabulary, folder)
                        .model();
        try (VoskRecognizer recognizer = VoskRecognizer.open(model)) {
            assertHearsCommands(recognizer);
            Utterance reset = Recordings.PALLETISER.utterance();
            AsCommand answer = recognizer.transcribe(reset, Expected.ANSWER).answer();
            assertThat(Objects.requireNonNull(answer).whole()).isFalse();
            assertThat(recognizer.transcribe(reset, Expected.ANYTHING).answer()).isNull();
        }
    }

    @Test
    void aModelThatCannotBeTaughtIsLimitedToTheirPhrases() throws IOException {
        Path model = TestModel.copyTo(folder);
        Files.delete(model.resolve("lexicon.txt"));
        try (VoskRecognizer recognizer = VoskRecognizer.open(model, COMMANDS)) {
            assertHearsCommands(recognizer);
        }
    }

    @Test
    void aModelAloneHearsNoCommands() {
        try (VoskRecognizer recognizer = VoskRecognizer.open(TestModel.FOLDER)) {
            assertThat(recognizer.transcribe(Recordings.PALLETISER.utterance()).command()).isNull();
        }
    }

    private static void assertHearsCommands(VoskRecognizer recognizer) {
        AsCommand reset = command(recognizer, Recordings.PALLETISER);
        assertThat(reset.text()).isEqualTo("reset the palletizer");
        assertThat(reset.margin()).isGreaterThan(-0.5);
        assertThat(command(recognizer, Recordings.FAULT_CODE).whole()).isFalse();
        assertThat(command(recognizer, Recordings.NEW_WORDS).whole()).isFalse();
    }

    private static AsCommand command(VoskRecognizer recognizer, Recordings recording) {
        return Objects.requireNonNull(recognizer.transcribe(recording.utterance()).command());
    }
}
