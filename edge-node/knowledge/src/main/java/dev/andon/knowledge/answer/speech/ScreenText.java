package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.decision.RefusalRule.Finding;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Andon shows of its own accord to a question in another language than the voice's, of
/// `phrases-LANGUAGE.txt`.
public final class ScreenText {
    private static final Map<Language, WordFile> PHRASES =
            Map.of(Language.FRENCH, read(Language.FRENCH), Language.GERMAN, read(Language.GERMAN));

    private final WordFile phrases;

    private ScreenText(WordFile phrases) {
        this.phrases = phrases;
    }

    /// In the language of a question; empty where the voice's own sentences are shown.
    public static Optional<ScreenText> of(Language language) {
        return Optional.ofNullable(PHRASES.get(language)).map(ScreenText::new);
    }

    /// A refusal in its parts: what is missing, the nearest section, the expert.
    String refusal(Asked asked, Finding finding, @Nullable Citation nearest) {
        List<String> sentences = new ArrayList<>();
        sentences.add(missing(asked, finding));
        if (nearest != null) {
            String heading = Place.heading(nearest);
            String place = Place.withTitle(nearest);
            sentences.add(phrase("nearest", heading.isEmpty() ? place : heading + ", " + place));
        }
        sentences.add(phrase("expert"));
        return String.join(" ", sentences);
    }

    /// A question back.
    ///
    /// @param choices at least two
    public String which(List<String> choices) {
        String others = String.join(", ", choices.subList(0, choices.size() - 1));
        return phrase("which", others, choices.getLast());
    }

    private String missing(Asked asked, Finding finding) {
        boolean one = asked.question().models().size() == 1;
        String scope = phrase(one ? "manual" : "manuals");
        if (asked.quantity().filter(Quantity.MONEY::equals).isPresent()) {
            return phrase("no_prices");
        }
        return switch (finding.rule()) {
            case CODE_UNKNOWN -> phrase("unknown_code", finding.missing(), scope);
            case TOKEN_ABSENT -> phrase("unknown", finding.missing(), scope);
            case NOTHING_FOUND -> phrase(one ? "no_manual" : "no_manuals");
            case VALUE_ABSENT -> phrase("no_value", scope);
            case COVER_LOW, KEYWORDS_SILENT, WORDS_ABSENT, MODEL_FOUND_NONE ->
                    phrase("no_answer", scope);
        };
    }

    private String phrase(String name, Object... said) {
        return phrases.lines(name).getFirst().formatted(said);
    }

    private static WordFile read(Language language) {
        return WordFile.read(ScreenText.class, "phrases-" + language.code() + ".txt");
    }
}
