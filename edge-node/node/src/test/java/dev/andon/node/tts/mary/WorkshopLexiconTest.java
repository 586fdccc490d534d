package dev.andon.node.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;

import marytts.exceptions.MaryConfigurationException;
import marytts.modules.phonemiser.AllophoneSet;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;

class WorkshopLexiconTest {
    private final WorkshopLexicon lexicon = WorkshopLexicon.load();

    @Test
    void transcribesInPhonesOfTheVoice() throws IOException, MaryConfigurationException {
        try (InputStream file =
                getClass()
                        .getResourceAsStream(
                                "/marytts/language/en_US/lexicon/allophones.en_US.xml")) {
            AllophoneSet phones = AllophoneSet.getAllophoneSet(file, "lexicon test");
            assertThat(lexicon.entries())
                    .allSatisfy(
                            (word, transcription) ->
                                    assertThat(phones.checkAllophoneSyntax(transcription))
                                            .as(word)
                                            .isTrue());
        }
    }

    @Test
    void tellsTheLetterFromTheArticle() {
        assertThat(lexicon.transcription("A")).contains("' EI");
        assertThat(lexicon.transcription("a")).isEmpty();
    }

    @Test
    void knowsAWordHoweverItIsWritten() {
        assertThat(lexicon.transcription("HMI"))
                .isEqualTo(lexicon.transcription("hmi"))
                .isPresent();
    }
}
