package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of value that can be asked for, the words that ask for it and the units it comes in.
public enum Quantity {
    TORQUE("torque", "N\\s?[·⋅.*]?\\s?m|lbf?[·. ]?ft|ft[·. ]?lbf?"),
    PRESSURE("pressure vacuum", "m?bar|[kM]?Pa|psi"),
    TEMPERATURE("temperature hot cold warm", "°\\s?[CF]|degrees? (?:Celsius|Fahrenheit)"),
    LENGTH(
            "clearance distance length width height thickness stroke diameter wide deep thick far"
                    + " stretch backlash runout tolerance",
            "mm|cm|µm|μm|m|inch(?:es)?"),
    VOLTAGE("voltage volt", "[mk]?V(?: [AD]C)?"),
    CURRENT("current amp ampere fuse", "m?A"),
    POWER("power", "k?W"),
    FREQUENCY("frequency", "k?Hz"),
    SPEED("speed fast rpm", "rpm|r/min|1/min|min-1|m/s|m/min|mm/s|[a-z]+/min|[a-z]+/h"),
    MASS("mass heavy load", "kg|g|t"),
    VOLUME("volume quantity amount", "l|litres?|liters?|ml|cm³"),
    TIME(
            "time interval period duration",
            "[mnµμu][sS]|h|hours?|min|minutes?|s|seconds?|days?|weeks?|months?|years?"),
    NOISE("noise sound loud", "dB(?:\\(A\\))?"),
    AMOUNT("", "l|litres?|liters?|ml|cm³|k?g"),
    MONEY("cost price expensive money euro dollar", "€|EUR|euros?|\\$|USD|dollars?|CHF|£|GBP");

    private static final String NUMBER = "(?<![\\p{L}\\p{N}])[-−–+±]?\\p{Nd}+(?:[.,]\\p{Nd}+)*";
    /// Words that ask for a quantity and say of what, too.
    private static final Set<String> ALSO_SUBJECTS =
            Words.content(
                    "fuse load vacuum stroke thickness diameter width height backlash runout");

    /// After these the name of a quantity is part of the name of a thing.
    private static final Set<String> COMPONENTS =
            Words.content(
                    "pump sensor switch valve gauge filter unit supply cable cell cylinder holder"
                            + " regulator controller transmitter motor hose pipe line relay meter"
                            + " indicator button menu brake clutch");

    private static final Pattern IN_CAPTION = Pattern.compile("\\bin (\\S+?)(?:[,;.]|\\s|$)");

    private static final Pattern HOW_MANY = Pattern.compile("(?i)\\bhow many (\\S+)");

    private static final Pattern IN_BRACKETS =
            Pattern.compile("[(\\[]([^()\\[\\]]*(?:\\(A\\))?)[)\\]]\\s*$");

    private final Set<String> words;
    private final Pattern unit;
    private final Pattern valueWithUnit;

    Quantity(String words, String units) {
        this.words = Words.content(words);
        this.unit = Pattern.compile("(?:" + units + ")");
        this.valueWithUnit = Pattern.compile(NUMBER + "\\s?(?:" + units + ")(?![\\p{L}\\p{N}])");
    }

    /// The quantity that a question asks for; the first named of several.
    static Optional<Quantity> askedBy(String question) {
        List<String> tokens = Words.tokens(question);
        for (int at = 0; at < tokens.size(); at++) {
            String word = Words.comparable(tokens.get(at));
            for (Quantity quantity : values()) {
                if (quantity.words.contains(word) && !isOfAName(word, tokens, at + 1)) {
                    return Optional.of(quantity);
                }
            }
        }
        return QuestionForm.HOW_MUCH.isOf(question) ? Optional.of(AMOUNT) : inUnits(question);
    }

    /// `How many litres` asks for a volume.
    private static Optional<Quantity> inUnits(String question) {
        Matcher matcher = HOW_MANY.matcher(question);
        String unit = matcher.find() ? matcher.group(1) : null;
        return Stream.of(values()).filter(quantity -> quantity.isUnit(unit)).findFirst();
    }

    /// The vacuum of "vacuum pump" is not asked for; the load of "load cell" neither.
    private static boolean isOfAName(String word, List<String> tokens, int next) {
        return !word.equals("torque")
                && next < tokens.size()
                && COMPONENTS.contains(Words.comparable(tokens.get(next)));
    }

    /// Whether manuals of controls give it as a bare figure, as the default of a setting.
    public boolean isOftenWithoutUnit() {
        return switch (this) {
            case TIME, LENGTH, SPEED, FREQUENCY -> true;
            case TORQUE, PRESSURE, TEMPERATURE, VOLTAGE, CURRENT, POWER, MASS, VOLUME -> false;
            case NOISE, AMOUNT, MONEY -> false;
        };
    }

    /// Whether this comparable word asks for this quantity rather than naming a subject.
    boolean isNamedBy(String word) {
        return words.contains(word) && !ALSO_SUBJECTS.contains(word);
    }

    /// Whether a text gives a value in one of the units.
    public boolean isValuedIn(String text) {
        return valueWithUnit.matcher(text).find();
    }

    /// Whether one sentence of a text names this quantity and gives its value: a pressure is not
    /// that of the next sentence's gauge.
    public boolean isGivenIn(String text) {
        return Sentences.split(text).stream()
                .filter(this::isValuedIn)
                .anyMatch(
                        said ->
                                words.isEmpty()
                                        || Words.content(said).stream().anyMatch(words::contains));
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
