package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of value that can be asked for, the words that ask for it and the units it comes in.
public enum Quantity {
    TORQUE("N\\s?[·⋅.*]?\\s?m|lbf?[·. ]?ft|ft[·. ]?lbf?"),
    PRESSURE("m?bar|[kM]?Pa|psi"),
    TEMPERATURE("°\\s?[CF]|degrees? (?:Celsius|Fahrenheit)"),
    LENGTH("mm|cm|µm|μm|m|inch(?:es)?|pouces?|Zoll"),
    VOLTAGE("[mk]?V(?: [AD]C)?|volts?|Volt"),
    CURRENT("m?A"),
    POWER("k?W"),
    RESISTANCE("[kMm]?[ΩΩ]|[kM]?ohms?"),
    FREQUENCY("[kM]?Hz"),
    SPEED("rpm|r/min|tr/min|U/min|1/min|min-1|m/s|m/min|mm/s|\\p{L}+/(?:s|min|h)"),
    MASS("kg|g|t"),
    VOLUME("l|litres?|liters?|Liter|ml|cm³"),
    TIME(
            "[mnµμu][sS]|h|hours?|min|minutes?|s|seconds?|days?|weeks?|months?|years?|heures?"
                    + "|secondes?|jours?|semaines?|mois|ans?|années?|Stunden?|Minuten?|Sekunden?"
                    + "|Tage?n?|Wochen?|Monate?n?|Jahre?n?"),
    NOISE("dB(?:\\(A\\))?"),
    AMOUNT("l|litres?|liters?|Liter|ml|cm³|k?g"),
    MONEY("€|EUR|euros?|\\$|USD|dollars?|CHF|£|GBP");

    private static final String NUMBER = "(?<![\\p{L}\\p{N}])[-−–+±]?\\p{Nd}+(?:[.,]\\p{Nd}+)*";
    /// Words that ask for a quantity and say of what, too.
    private static final Map<Language, Set<String>> ALSO_SUBJECTS =
            QuestionWords.words("also_subjects");

    /// Beside these the name of a quantity is part of the name of a thing.
    private static final Map<Language, Set<String>> COMPONENTS = QuestionWords.words("components");

    private static final Map<Language, Pattern> HOW_MANY = QuestionWords.pattern("how_many");

    /// A shorter word at the end of another is chance: `Ausdruck` is as rare as it gets.
    private static final int HEAD_CHARS_MIN = 5;

    private static final Pattern IN_CAPTION = Pattern.compile("\\bin (\\S+?)(?:[,;.]|\\s|$)");

    /// The radius and the tolerance of `ARC_RADIUS_TOLERANCE` are no quantities.
    private static final Pattern IDENTIFIER = Pattern.compile("\\S*_\\S*");

    private static final Pattern IN_BRACKETS =
            Pattern.compile("[(\\[]([^()\\[\\]]*(?:\\(A\\))?)[)\\]]\\s*$");

    private final Map<Language, Set<String>> words;
    private final Pattern unit;
    private final Pattern valueWithUnit;

    Quantity(String units) {
        this.words = QuestionWords.words(name().toLowerCase(Locale.ROOT));
        this.unit = Pattern.compile("(?:" + units + ")");
        this.valueWithUnit =
                Pattern.compile(NUMBER + "[\\s\u00a0\u202f]?(?:" + units + ")(?![\\p{L}\\p{N}])");
    }

    /// The quantity that a question asks for; the first named of several.
    static Optional<Quantity> askedBy(Language language, String question) {
        List<String> tokens = Words.tokens(IDENTIFIER.matcher(question).replaceAll(" "));
        List<String> words = tokens.stream().map(language::comparable).toList();
        for (int at = 0; at < words.size(); at++) {
            for (Quantity quantity : values()) {
                if (quantity.isHeadOf(language, words.get(at)) && !isOfAName(language, words, at)) {
                    return Optional.of(quantity);
                }
            }
        }
        return QuestionForm.HOW_MUCH.isOf(language, question)
                ? Optional.of(AMOUNT)
                : inUnits(language, question);
    }

    /// `How many litres` asks for a volume.
    private static Optional<Quantity> inUnits(Language language, String question) {
        Matcher matcher = of(HOW_MANY, language).matcher(question);
        String unit =
                matcher.results()
                        .map(match -> match.group(1))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return Stream.of(values()).filter(quantity -> quantity.isUnit(unit)).findFirst();
    }

    /// The vacuum of "vacuum pump" is not asked for; the load of "load cell" neither, nor the
    /// pressure of "capteur de pression".
    private static boolean isOfAName(Language language, List<String> words, int at) {
        Set<String> components = of(COMPONENTS, language);
        if (of(TORQUE.words, language).contains(words.get(at))) {
            return false;
        }
        return language == Language.FRENCH
                ? at > 1
                        && language.isFunctionWord(words.get(at - 1))
                        && components.contains(words.get(at - 2))
                : at + 1 < words.size() && components.contains(words.get(at + 1));
    }

    /// Whether a comparable word asks for this quantity, or is a German compound that does.
    private boolean isHeadOf(Language language, String word) {
        Set<String> names = of(words, language);
        return names.contains(word)
                || (language == Language.GERMAN
                        && names.stream()
                                .filter(name -> name.length() >= HEAD_CHARS_MIN)
                                .anyMatch(word::endsWith));
    }

    private static <T> T of(Map<Language, T> each, Language language) {
        return Objects.requireNonNull(each.get(language));
    }

    /// Whether manuals of controls give it as a bare figure, as the default of a setting.
    public boolean isOftenWithoutUnit() {
        return switch (this) {
            case TIME, LENGTH, SPEED, FREQUENCY -> true;
            case TORQUE, PRESSURE, TEMPERATURE, VOLTAGE, CURRENT, POWER, RESISTANCE -> false;
            case MASS, VOLUME -> false;
            case NOISE, AMOUNT, MONEY -> false;
        };
    }

    /// Whether this comparable word asks for this quantity rather than naming a subject.
    boolean isNamedBy(Language language, String word) {
        return of(words, language).contains(word) && !of(ALSO_SUBJECTS, language).contains(word);
    }

    /// Whether a text gives a value in one of the units.
    public boolean isValuedIn(String text) {
        return valueWithUnit.matcher(text).find();
    }

    /// Whether one sentence of a text names this quantity and gives its value: a pressure is not
    /// that of the next sentence's gauge.
    public boolean isGivenIn(String text) {
        return Sentences.split(text).stream().filter(this::isValuedIn).anyMatch(this::isNamedIn);
    }

    /// In any language: a sentence is in one, and hardly has a quantity's name in another.
    private boolean isNamedIn(String sentence) {
        return this == AMOUNT
                || words.keySet().stream()
                        .anyMatch(
                                language ->
                                        language.content(sentence).stream()
                                                .anyMatch(word -> isHeadOf(language, word)));
    }

    /// Whether the whole text is one of the units.
    public boolean isUnit(@Nullable String text) {
        return text != null && unit.matcher(text.strip()).matches();
    }

    /// The unit that a header ends with in brackets, `Maximum (N·m)`.
    public static Optional<String> unitOf(String header) {
        Matcher matcher = IN_BRACKETS.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /// The unit of all of a table, `General torques in N·m, class A4-70`.
    public Optional<String> unitOfCaption(String caption) {
        Matcher matcher = IN_CAPTION.matcher(caption);
        return matcher.find() && isUnit(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /// A header without its unit.
    public static String withoutUnit(String header) {
        return IN_BRACKETS.matcher(header).replaceAll("").strip();
    }
}
