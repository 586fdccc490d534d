package dev.andon.node.redaction;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

import dev.andon.knowledge.answer.words.WordFile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds telephone numbers: those that a country's plan knows, written as one writes a telephone
/// number; shorter ones behind a word that says so; and those that were spelled out aloud.
final class PhoneFinder implements Finder {
    private static final WordFile WORDS = WordFile.read(PhoneFinder.class, "phones.txt");
    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "GB", "US", "AT", "CH", "BE", "NL", "IT", "ES", "PL");

    /// Tries of one text: a long table of figures is no reason to look for minutes.
    private static final long TRIES_MAX = 200;

    /// A measure or a part may begin with a zero, but is not so long.
    private static final int DIGITS_MIN = 8;

    /// `+49`, `0049`, `(0)89`, `089`; never `0.35` or `0,35`.
    private static final Pattern LIKE_A_CALL = Pattern.compile("[+(]\\s*\\d.*|00?[1-9].*");

    /// As Americans group them.
    private static final Pattern AMERICAN =
            Pattern.compile("(?:1[ .-])?\\(?\\d{3}\\)?[ .-]\\d{3}[.-]\\d{4}");

    /// One figure after the other as it stands in a table of measures.
    private static final Pattern DECIMALS = Pattern.compile(".*\\d[.,]\\d+[ /-]+\\d+[.,]\\d.*");

    private static final Pattern SAID_SO = WORDS.pattern("said so");
    private static final Pattern EXTENSION = WORDS.pattern("extension");
    private static final Pattern NOT_A_CALL = WORDS.pattern("not a call");
    private static final Pattern SPELLED = spelled();

    /// So much before a number is looked at.
    private static final int CHARS_BEFORE = 40;

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public List<Span> find(FoldedText text) {
        List<Span> spans = new ArrayList<>();
        String original = text.original();
        for (Pattern pattern : List.of(SAID_SO, EXTENSION)) {
            pattern.matcher(original)
                    .results()
                    .forEach(m -> spans.add(span(m.start("number"), m.end("number"))));
        }
        SPELLED.matcher(original).results().forEach(m -> spans.add(span(m.start(), m.end())));
        if (original.chars().filter(Character::isDigit).count() >= DIGITS_MIN) {
            COUNTRIES.forEach(country -> known(original, country, spans));
        }
        return spans;
    }

    private void known(String text, String country, List<Span> spans) {
        for (PhoneNumberMatch match : plans.findNumbers(text, country, Leniency.VALID, TRIES_MAX)) {
            String raw = match.rawString();
            long digits = raw.chars().filter(Character::isDigit).count();
            boolean call =
                    LIKE_A_CALL.matcher(raw).matches()
                            || country.equals("US") && AMERICAN.matcher(raw).matches();
            boolean figure = DECIMALS.matcher(raw).matches() || isOfThePlant(text, match.start());
            if (call && digits >= DIGITS_MIN && !figure) {
                spans.add(span(match.start(), match.end()));
            }
        }
    }

    private static boolean isOfThePlant(String text, int start) {
        String before = text.substring(Math.max(0, start - CHARS_BEFORE), start);
        return NOT_A_CALL.matcher(before).find();
    }

    private static Pattern spelled() {
        String digit = "(?:" + String.join("|", WORDS.words("digits")) + ")";
        return Pattern.compile(
                "(?<![\\p{L}\\p{Nd}])%s(?:[\\s,.-]+%s){6,}(?![\\p{L}\\p{Nd}])"
                        .formatted(digit, digit),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Span span(int start, int end) {
        return new Span(start, end, Span.Kind.PHONE, false);
    }
}
