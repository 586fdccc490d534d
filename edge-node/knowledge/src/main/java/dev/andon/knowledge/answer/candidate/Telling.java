package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.Block;

import java.util.Set;
import java.util.regex.Pattern;

/// Whether a candidate tells anything of what a question is about.
record Telling(Asked asked, Supports supports) {
    private static final Pattern CAPTION =
            Pattern.compile("^(?:Figure|Table|Tableau|Abbildung|Tabelle) \\p{Nd}");
    private static final int FRAGMENT_WORDS_MAX = 4;

    /// A sentence is never an answer by its heading alone.
    boolean tells(Candidate candidate, CandidateText text) {
        if (candidate instanceof Candidate.Sentence sentence && saysNothingNew(sentence, text)) {
            return false;
        }
        boolean cell =
                candidate instanceof Candidate.Row row && !AskedCell.columns(asked, row).isEmpty();
        if (cell || asked.hasDesignation() || asked.hasNoSubject()) {
            return true;
        }
        boolean ofValue = asked.kind() == Kind.VALUE && candidate instanceof Candidate.Sentence;
        Set<String> wanted = ofValue ? asked.subject() : asked.words();
        boolean named = candidate instanceof Candidate.Steps && text.isHeadedByOneOf(wanted);
        boolean sentence = candidate instanceof Candidate.Sentence;
        boolean something =
                wanted.stream().anyMatch(text.own::contains)
                        || named
                        || (sentence && wanted.stream().anyMatch(text.frame::contains));
        return something && (!isAside(candidate, text) || isOfASupportedSection(candidate));
    }

    /// A caption or the form of a command, `G4 P-`, answers nothing.
    private boolean saysNothingNew(Candidate.Sentence sentence, CandidateText text) {
        long told = text.own.stream().filter(word -> !asked.words().contains(word)).count();
        boolean caption = CAPTION.matcher(sentence.text()).find();
        boolean fragment = Sentences.words(sentence.text()) <= FRAGMENT_WORDS_MAX;
        return ((told == 0 && !Figure.hasNewNumber(sentence.text(), asked))
                        || caption
                        || (fragment && told < 2)
                        || UsageLine.is(sentence.text()))
                && !(sentence.block() instanceof Block.Notice)
                && asked.kind() != Kind.VALUE
                && asked.kind() != Kind.PART;
    }

    private boolean isOfASupportedSection(Candidate candidate) {
        boolean text = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        return text && !asked.isSymptom() && supports.of(candidate.passage()).isEnough();
    }

    /// A row that has less than half of the words in itself and its headings, a sentence with less
    /// than a third, is about something else.
    private boolean isAside(Candidate candidate, CandidateText text) {
        long met = asked.words().stream().filter(word -> text.has(word) > 0).count();
        int share = candidate instanceof Candidate.Sentence ? 3 : 2;
        return met * share < asked.words().size();
    }
}
