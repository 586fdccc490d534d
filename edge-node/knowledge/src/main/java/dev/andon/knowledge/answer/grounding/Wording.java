package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text says, in its order: its measures, its codes, and all of its words.
///
/// @param tokens every token, neutral ones too
/// @param measures of the text, in its order
record Wording(List<Token> tokens, List<Found> measures) {
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[-–./_][\\p{L}\\p{N}]+)*|[^\\s\\p{L}\\p{N}]");
    private static final Pattern PARTS = Pattern.compile("[-–./_]");
    private static final Pattern NOT_CANONICAL = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final Pattern APART =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}·])(\\p{Lu}{1,3})"
                            + " (\\p{Nd}{1,5})(?![\\p{L}\\p{N}°%]|[.,]\\p{Nd})");
    private static final Pattern LENGTH = Pattern.compile("\\b(M\\d+) ?[x×] ?(?=\\d)");
    private static final Pattern CONTRACTED =
            Pattern.compile("(?i)(?<=[a-z])n['’]t\\b|(?<=can)not\\b");

    /// Signs that mean something; all others are punctuation.
    private static final String MEANT = "<>≤≥±+=%~≈^*$€£°√≠→";

    Wording {
        tokens = List.copyOf(tokens);
        measures = List.copyOf(measures);
    }

    static Wording of(String written) {
        String text = CONTRACTED.matcher(written).replaceAll(" not");
        text = LENGTH.matcher(text).replaceAll("$1x");
        List<Found> measures = Measures.in(text);
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        for (Found found : measures) {
            words(text.substring(from, found.start()), tokens);
            tokens.add(measure(found));
            from = found.end();
        }
        words(text.substring(from), tokens);
        return new Wording(tokens, measures);
    }

    /// The tokens that carry the meaning.
    List<Token> content() {
        return tokens.stream().filter(token -> !isNeutral(token)).toList();
    }

    boolean has(Token token) {
        return tokens.stream().anyMatch(token::says);
    }

    boolean hasNegation() {
        boolean lockOut = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean verb =
                    tokens.get(i).plain().matches("lock|tag|lock(?:ed|ing|s)|tag(?:ged|ging|s)");
            lockOut |= verb && tokens.get(i + 1).plain().equals("out");
        }
        return lockOut || tokens.stream().anyMatch(t -> Lexicon.isNegation(t.plain()));
    }

    /// Whether the other text says the same in the very same words.
    boolean isVerbatim(Wording other) {
        if (tokens.size() != other.tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token mine = tokens.get(i);
            Token its = other.tokens.get(i);
            boolean same =
                    mine.kind() == Kind.WORD
                            ? mine.kind() == its.kind() && mine.plain().equals(its.plain())
                            : mine.says(its);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    static Token measure(Measure measure, String written) {
        String key =
                "%s %s %s %s"
                        .formatted(
                                measure.relation(),
                                measure.from().toPlainString(),
                                measure.to().toPlainString(),
                                measure.unit());
        return new Token(Kind.MEASURE, written, key);
    }

    private static Token measure(Found found) {
        return measure(found.measure(), found.written());
    }

    private static boolean isNeutral(Token token) {
        return token.kind() == Kind.WORD && Lexicon.isNeutral(token.plain());
    }

    private static void words(String text, List<Token> tokens) {
        Matcher matcher = TOKEN.matcher(APART.matcher(text).replaceAll("$1-$2"));
        while (matcher.find()) {
            String token = matcher.group();
            if (token.codePoints().anyMatch(Wording::isFigure)) {
                tokens.add(new Token(Kind.CODE, token, canonical(token)));
            } else if (Character.isLetter(token.codePointAt(0))) {
                for (String part : PARTS.split(token)) {
                    String plain = Words.plain(part);
                    tokens.add(new Token(Kind.WORD, plain, Lexicon.comparable(plain)));
                }
            } else if (MEANT.contains(token)) {
                tokens.add(new Token(Kind.WORD, token, token));
            }
        }
    }

    /// Digits of all scripts, superscripts, circled and Roman ones.
    private static boolean isFigure(int point) {
        int type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /// `E-42` and `E42` are one code; 1.2 is not 12.
    private static String canonical(String token) {
        boolean number = token.codePoints().noneMatch(Character::isLetter);
        String upper =
                NOT_CANONICAL.matcher(token.toUpperCase(Locale.ROOT)).replaceAll(number ? "-" : "");
        return number ? upper : upper.replace(".", "");
    }
}
