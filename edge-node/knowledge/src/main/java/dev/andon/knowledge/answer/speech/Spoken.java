package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences for the voice, inside its limit of words; the place comes last.
public final class Spoken {
    /// Fewer words before a mark are hardly a clause.
    private static final int BEGINNING_WORDS_MIN = 6;

    /// What goes on and takes nothing back; never before a figure, which may be the half of a
    /// range.
    private static final Pattern FURTHER_CLAUSE =
            Pattern.compile(
                    "(?iu)\\s(?:and|which|because|so"
                            + " that|while|whereas|since)\\s(?![-−+±]?\\p{Nd})");

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
        return sayOrCut("", sentence);
    }

    /// The same for a sentence with a lead, such as its heading, which is never all that is said:
    /// rather than that, it is left out.
    Spoken sayOrCut(String lead, String sentence) {
        int forLead = Sentences.words(lead);
        if (forLead + Sentences.words(sentence) <= room()) {
            return say(lead + sentence);
        }
        if (Sentences.words(sentence) <= room()) {
            return say(FirstLetter.capital(sentence));
        }
        cutOff = true;
        String beginning = beginning(sentence, room() - forLead);
        if (beginning.isEmpty()) {
            say("The answer is long; it is on the screen and in the manual");
            return leave(sentence);
        }
        return sayBeginning(lead, sentence, beginning);
    }

    /// As much as there is room for, up to a comma or another mark, else up to a further clause.
    private static String beginning(String sentence, int wordsMax) {
        String marked = Sentences.beginning(sentence, wordsMax);
        if (Sentences.words(marked) >= BEGINNING_WORDS_MIN) {
            return marked;
        }
        String best = marked;
        Matcher clause = FURTHER_CLAUSE.matcher(sentence);
        while (clause.find()
                && Sentences.words(sentence.substring(0, clause.start())) <= wordsMax) {
            best = sentence.substring(0, clause.start());
        }
        return best;
    }

    /// Goes on with a sentence that was left: cut if it can be, whole if it cannot.
    Spoken goOn(String sentence) {
        String beginning = beginning(sentence, room());
        boolean whole = Sentences.words(sentence) <= room() || beginning.isEmpty();
        return whole ? say(sentence) : sayBeginning("", sentence, beginning);
    }

    private Spoken sayBeginning(String lead, String sentence, String beginning) {
        cutOff = true;
        say(lead + beginning);
        String left =
                sentence.substring(beginning.length()).replaceFirst("^\\s*[,;:.!?–]?\\s*", "");
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
