package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What of an answer a model may word at all.
final class Wordable {
    private Wordable() {}

    /// Whether other words than the manual's may say it. Steps, safety notices and part numbers are
    /// said verbatim, and so is what stands in another language than the question's.
    static boolean is(Question question, Reply.Answer quote, List<Passage> passages) {
        return switch (Asked.read(question).kind()) {
            case HOW_TO, PART -> false;
            case VALUE, FAULT, OPEN ->
                    quote.citations().stream()
                            .allMatch(
                                    citation ->
                                            isInLanguage(citation, question.language())
                                                    && !isVerbatim(citation, passages));
        };
    }

    /// The values that an answer must have to be one; empty if none was asked for.
    static Set<Measure> wanted(Question question, Reply.Answer quote) {
        return Asked.read(question).kind() == Asked.Kind.VALUE
                ? quote.sentences().stream()
                        .flatMap(sentence -> measures(sentence).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /// The measures that a sentence gives.
    static Set<Measure> measures(String sentence) {
        return Measures.in(sentence).stream()
                .map(Measures.Found::measure)
                .collect(Collectors.toSet());
    }

    private static boolean isInLanguage(Citation citation, String language) {
        String ofManual = citation.manual().language();
        return ofManual == null || primary(ofManual).equals(primary(language));
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    private static boolean isVerbatim(Citation citation, List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.manual().equals(citation.manual()))
                .flatMap(passage -> passage.section().blocks().stream())
                .anyMatch(block -> isVerbatim(block, citation.quote()));
    }

    private static boolean isVerbatim(Block block, String quote) {
        return switch (block) {
            case Block.Step step -> quote.contains(step.text());
            case Block.Notice notice -> quote.contains(notice.text());
            case Block.Heading _, Block.Paragraph _, Block.Item _, Block.Table _, Block.Figure _ ->
                    false;
        };
    }
}
