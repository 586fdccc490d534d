package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.List;

/// Sentences for the voice, inside its limit of words; the place comes last.
public final class Spoken {
    private final Citation citation;
    private final List<String> sentences = new ArrayList<>();
    private final int wordsForPlace;
    private int words;
    private boolean cut;

    Spoken(Citation citation) {
        this.citation = citation;
        this.wordsForPlace = Sentences.words("More on " + Place.of(citation));
    }

    /// Says a sentence whatever its length.
    Spoken say(String sentence) {
        sentences.add(Sentences.ended(sentence));
        words += Sentences.words(sentence);
        return this;
    }

    /// Says as many of the sentences as there is room for, in order.
    Spoken sayWhatFits(List<String> more) {
        for (String sentence : more) {
            if (cut || Sentences.words(sentence) > room()) {
                cut = true;
                return this;
            }
            say(sentence);
        }
        return this;
    }

    /// Says a sentence, cut at a clause if it is too long; if it cannot be cut, says that it stands
    /// in the manual.
    Spoken sayOrCut(String sentence) {
        if (Sentences.words(sentence) <= room()) {
            return say(sentence);
        }
        cut = true;
        String beginning = Sentences.beginning(sentence, room());
        return say(
                beginning.isEmpty()
                        ? "The answer is long; it is on the screen and in the manual"
                        : beginning);
    }

    /// Words that can still be said before the place.
    int room() {
        return AnswerText.SPOKEN_WORDS_MAX - wordsForPlace - words;
    }

    /// Ends with the place of the citation.
    List<String> end() {
        String place = Place.of(citation);
        sentences.add(cut ? "More on " + place + "." : FirstLetter.capital(place) + ".");
        return sentences;
    }

    /// Ends by saying that the manual goes on.
    List<String> endWithMore() {
        cut = true;
        return end();
    }

    /// Ends with what remains to be read.
    List<String> end(String rest, PageRef page) {
        sentences.add(rest + " on " + Place.of(citation, page) + ".");
        return sentences;
    }
}
