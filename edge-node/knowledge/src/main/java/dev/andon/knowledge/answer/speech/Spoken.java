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
    private final List<String> rest = new ArrayList<>();
    private final int wordsForPlace;
    private int words;
    private boolean cutOff;

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

    /// Says as many of the sentences as there is room for, in order; the others are left for more.
    Spoken sayWhatFits(List<String> more) {
        for (String sentence : more) {
            if (cutOff || Sentences.words(sentence) > room()) {
                cutOff = true;
                leave(sentence);
            } else {
                say(sentence);
            }
        }
        return this;
    }

    /// Says a sentence, cut at a clause if it is too long; if it cannot be cut, says that it stands
    /// in the manual. What is cut off is left for more.
    Spoken sayOrCut(String sentence) {
        if (Sentences.words(sentence) <= room()) {
            return say(sentence);
        }
        cutOff = true;
        String beginning = Sentences.beginning(sentence, room());
        if (beginning.isEmpty()) {
            say("The answer is long; it is on the screen and in the manual");
            return leave(sentence);
        }
        return sayBeginning(sentence, beginning);
    }

    /// Goes on with a sentence that was left: cut if it can be, whole if it cannot.
    Spoken goOn(String sentence) {
        String beginning = Sentences.beginning(sentence, room());
        boolean whole = Sentences.words(sentence) <= room() || beginning.isEmpty();
        return whole ? say(sentence) : sayBeginning(sentence, beginning);
    }

    private Spoken sayBeginning(String sentence, String beginning) {
        cutOff = true;
        say(beginning);
        String left = sentence.substring(beginning.length()).replaceFirst("^[,;:.!?–]\\s*", "");
        return leave(FirstLetter.capital(left));
    }

    /// Leaves a sentence for more.
    Spoken leave(String sentence) {
        rest.add(Sentences.ended(sentence));
        return this;
    }

    /// Words that can still be said before the place.
    int room() {
        return AnswerText.SPOKEN_WORDS_MAX - wordsForPlace - words;
    }

    /// Ends with the place of the citation.
    Saying end() {
        return endAt(false);
    }

    /// Ends with the place; where something was cut off, or an announcement is all that was said,
    /// by saying that there is more.
    Saying endAt(boolean announces) {
        String place = Place.of(citation);
        boolean cut = announces || cutOff;
        sentences.add(cut ? "More on " + place + "." : FirstLetter.capital(place) + ".");
        return new Saying(sentences, rest);
    }

    /// Ends with what remains to be read.
    Saying end(String what, PageRef page) {
        sentences.add(what + " on " + Place.of(citation, page) + ".");
        return new Saying(sentences, rest);
    }
}
