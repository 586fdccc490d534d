package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All rules, in the order in which they apply; each leaves the rest to the next.
public final class EnglishRules implements UnaryOperator<String> {
    private static final List<UnaryOperator<String>> RULES =
            Stream.of(
                            Characters.rules(),
                            Dates.rules(),
                            Times.rules(),
                            Fractions.rules(),
                            Letters.article(),
                            Codes.hexadecimal(),
                            Quantities.rules(),
                            Abbreviations.rules(),
                            Numbers.beforeWords(),
                            Codes.rules(),
                            Numbers.words(),
                            Contractions.rules(),
                            Letters.rules(),
                            Symbols.words(),
                            Symbols.plain(),
                            Symbols.tidy())
                    .flatMap(List::stream)
                    .toList();

    @Override
    public String apply(String written) {
        String text = written;
        for (UnaryOperator<String> rule : RULES) {
            text = rule.apply(text);
        }
        return text;
    }
}
