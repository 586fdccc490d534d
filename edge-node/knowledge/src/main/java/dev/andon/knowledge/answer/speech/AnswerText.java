package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An answer in words: verbatim for the screen, and sentences for the voice.
///
/// @param text the quotes and where they stand
/// @param sentences for the voice, see [SpokenAnswer]; a pointer to the screen where no voice
///     speaks the manual's language
/// @param citations one a page, at least one
/// @param rest what the voice goes on with when more is wanted
public record AnswerText(
        String text, List<String> sentences, List<Citation> citations, List<String> rest) {
    /// Words for the voice at most, about 15 seconds.
    public static final int SPOKEN_WORDS_MAX = 35;

    public AnswerText {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        rest = List.copyOf(rest);
    }

    /// The answer of one candidate, or of two that fit equally.
    ///
    /// @param voiceLanguages BCP 47 languages that can be spoken
    public static AnswerText of(Asked asked, List<Candidate> chosen, Set<String> voiceLanguages) {
        List<Citation> citations =
                chosen.stream().flatMap(candidate -> citations(candidate).stream()).toList();
        String quotes =
                citations.stream()
                        .map(citation -> Sentences.ended(citation.quote()))
                        .collect(Collectors.joining("\n"));
        Citation first = citations.getFirst();
        String shown = quotes + "\n(" + Place.withTitle(first) + ")";
        if (!hasVoice(first, voiceLanguages)) {
            String pointer = pointer(first);
            boolean pointed = asked.language() == Language.ENGLISH;
            String text = pointed ? pointer + "\n" + shown : shown;
            return new AnswerText(text, List.of(pointer), citations, List.of());
        }
        Saying saying = new SpokenAnswer(asked).say(chosen);
        return new AnswerText(shown, saying.sentences(), citations, saying.rest());
    }

    /// The next part of an answer that was too long to say at once.
    ///
    /// @param rest what is left of it, at least one sentence
    /// @param citation of the answer
    public static Saying more(List<String> rest, Citation citation) {
        Spoken spoken = new Spoken(citation).goOn(rest.getFirst());
        return spoken.sayWhatFits(rest.subList(1, rest.size())).end();
    }

    private static boolean hasVoice(Citation citation, Set<String> voiceLanguages) {
        String language = citation.manual().language();
        return language == null
                || voiceLanguages.contains(Locale.forLanguageTag(language).getLanguage());
    }

    private static String pointer(Citation citation) {
        return "The answer stands in the %s manual %s; it is on the screen."
                .formatted(Place.language(citation), Place.withTitle(citation));
    }

    /// One citation a page.
    private static List<Citation> citations(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Row row -> List.of(row.citation());
            case Candidate.Sentence sentence -> withItsSafety(sentence);
            case Candidate.Steps steps -> pageByPage(steps);
        };
    }

    /// The sentence first, since it is what answers; on the screen its safety follows at once.
    private static List<Citation> withItsSafety(Candidate.Sentence sentence) {
        Citation own = sentence.citation();
        List<Citation> citations = new ArrayList<>();
        citations.add(own);
        SafetyBefore.of(sentence)
                .forEach(
                        block ->
                                citations.add(
                                        new Citation(
                                                own.manual(),
                                                block.page(),
                                                own.heading(),
                                                PassageText.render(List.of(block)).strip())));
        return citations;
    }

    private static List<Citation> pageByPage(Candidate.Steps steps) {
        Map<PageRef, List<String>> quotes = new LinkedHashMap<>();
        for (Candidate.Steps.Line line : steps.lines()) {
            quotes.computeIfAbsent(line.page(), _ -> new ArrayList<>()).add(line.text());
        }
        Citation whole = steps.citation();
        return quotes.entrySet().stream()
                .map(
                        page ->
                                new Citation(
                                        whole.manual(),
                                        page.getKey(),
                                        whole.heading(),
                                        String.join("\n", page.getValue())))
                .toList();
    }
}
