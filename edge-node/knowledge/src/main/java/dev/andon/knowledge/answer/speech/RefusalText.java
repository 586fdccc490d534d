package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.CandidateSentences;
import dev.andon.knowledge.answer.decision.RefusalRule;
import dev.andon.knowledge.answer.decision.RefusalRule.Finding;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.NounPhrase;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words a refusal: what is missing (if the question names it clearly), the nearest section, the
/// expert.
///
/// @param text the sentences and where the nearest section stands
/// @param missing what was not found, in a few words
/// @param nearest the section that comes closest, if any does
public record RefusalText(
        String text, List<String> sentences, String missing, @Nullable Citation nearest) {
    private static final int MISSING_WORDS_MAX = 6;
    private static final int HEADING_WORDS_MAX = 8;

    public RefusalText {
        sentences = List.copyOf(sentences);
    }

    /// Words a finding of [RefusalRule].
    public static RefusalText of(Asked asked, Finding finding, List<Passage> passages) {
        Citation nearest = nearest(passages);
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(asked, finding, passages));
        if (nearest != null) {
            sentences.add(nearestSentence(asked, nearest));
        }
        sentences.add("Please ask the expert.");
        String shown =
                ScreenText.of(asked.language())
                        .map(screen -> screen.refusal(asked, finding, nearest))
                        .orElse(String.join(" ", sentences));
        String text = shown + source(nearest);
        return new RefusalText(text, sentences, missing(finding), nearest);
    }

    private static String missing(Finding finding) {
        String[] words = finding.missing().strip().split("\\s+");
        String cut =
                String.join(
                        " ", List.of(words).subList(0, Math.min(words.length, MISSING_WORDS_MAX)));
        return cut.isEmpty() ? "this question" : cut;
    }

    private static String sentence(Asked asked, Finding finding, List<Passage> passages) {
        String scope = scope(asked);
        return switch (finding.rule()) {
            case CODE_UNKNOWN -> "There is no code " + missing(finding) + " in " + scope + ".";
            case TOKEN_ABSENT -> "I find nothing about " + missing(finding) + " in " + scope + ".";
            case NOTHING_FOUND ->
                    asked.question().models().isEmpty()
                            ? "There is no manual here that answers this."
                            : "This machine has no manual here.";
            case COVER_LOW, KEYWORDS_SILENT, WORDS_ABSENT, VALUE_ABSENT, MODEL_FOUND_NONE ->
                    unanswered(asked, finding, passages);
        };
    }

    /// Names what the manual does not know at all, else what it knows but not that of it.
    private static String unanswered(Asked asked, Finding finding, List<Passage> passages) {
        boolean price = asked.quantity().filter(Quantity.MONEY::equals).isPresent();
        if (price) {
            return "The manuals give no prices.";
        }
        String scope = scope(asked);
        Optional<String> unknown =
                NounPhrase.with(RefusalRule.unknownWords(asked, passages), asked);
        if (unknown.isPresent()) {
            return "I find nothing about " + unknown.get() + " in " + scope + ".";
        }
        boolean value = finding.rule() == RefusalRule.VALUE_ABSENT;
        Optional<String> known =
                value ? Optional.empty() : NounPhrase.with(Words.content(finding.missing()), asked);
        return known.map(named -> "I find no answer about " + named + " in " + scope + ".")
                .orElse(
                        value
                                ? "I do not find this value in " + scope + "."
                                : "I find no answer in " + scope + ".");
    }

    private static String scope(Asked asked) {
        return asked.question().models().size() == 1 ? "this machine's manual" : "the manuals";
    }

    /// Names the manual too where the question named no machine.
    private static String nearestSentence(Asked asked, Citation nearest) {
        String heading = Place.heading(nearest);
        boolean speakable = !heading.isEmpty() && Sentences.words(heading) <= HEADING_WORDS_MAX;
        boolean machineKnown = asked.question().models().size() == 1;
        return "The nearest section is "
                + (speakable ? heading + ", " : "on ")
                + (machineKnown ? Place.of(nearest) : Place.withTitle(nearest))
                + ".";
    }

    private static String source(@Nullable Citation nearest) {
        return nearest == null ? "" : "\n(" + Place.withTitle(nearest) + ")";
    }

    private static @Nullable Citation nearest(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> !isTitlePage(passage))
                .findFirst()
                .map(RefusalText::citation)
                .orElse(null);
    }

    private static boolean isTitlePage(Passage passage) {
        return Words.content(passage.manual().title())
                .containsAll(Words.content(passage.heading()));
    }

    private static Citation citation(Passage passage) {
        String quote =
                CandidateSentences.of(List.of(passage)).stream()
                        .findFirst()
                        .map(Candidate::quote)
                        .orElse(passage.text());
        return new Citation(passage.manual(), passage.page(), passage.heading(), quote);
    }
}
