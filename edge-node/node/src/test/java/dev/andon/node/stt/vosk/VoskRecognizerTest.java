package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.stt.Recordings;
import dev.andon.node.stt.SpeechRecognizer;
import dev.andon.node.stt.SpeechRecognizerContract;
import dev.andon.node.stt.Word;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class VoskRecognizerTest extends SpeechRecognizerContract {
    private final VoskRecognizer recognizer = VoskRecognizer.open(TestModel.FOLDER);

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }

    @AfterEach
    void close() {
        recognizer.close();
    }

    @Test
    void hearsOnlyThePhrasesThatItIsLimitedTo() {
        SpeechRecognizer limited = recognizer.limitedTo(List.of("reset the palletizer", "stop"));
        assertThat(limited.transcribe(Recordings.PALLETISER.utterance()).text())
                .isEqualTo("reset the palletizer");
    }

    @Test
    void marksWhatIsNoPhraseAsUnknownAndKeepsItOutOfTheText() {
        SpeechRecognizer limited = recognizer.limitedTo(List.of("yes", "cancel"));
        var heard = limited.transcribe(Recordings.FAULT_CODE.utterance());
        assertThat(heard.words()).map(Word::text).contains("[unk]");
        assertThat(heard.text()).isEmpty();
    }

    @Test
    void refusesAPhraseWithAWordThatTheModelDoesNotKnow() {
        assertRefused(List.of("stop the thermocouple"), "thermocouple");
    }

    @Test
    void refusesNoPhrasesAndTooManyPhrases() {
        assertRefused(List.of(), "1 to");
        assertRefused(
                Collections.nCopies(VoskRecognizer.PHRASES_MAX + 1, "stop"),
                String.valueOf(VoskRecognizer.PHRASES_MAX));
    }

    private void assertRefused(List<String> phrases, String because) {
        assertThatThrownBy(() -> recognizer.limitedTo(phrases))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("grammar-refused"))
                .hasMessageContaining(because);
    }
}
