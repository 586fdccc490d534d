package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Units;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells cells that give a figure from cells that are text with a figure in it.
final class Figures {
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?iu)^(?:(?:about|approx\\.?|at least|at most|min\\.?|max\\.?|up to|less"
                            + " than|more than|every|each|after|from|environ|au moins|au"
                            + " plus|chaque|tous les|toutes"
                            + " les|après|ca\\.?|mindestens|höchstens|alle|nach|bis) )?"
                            + "[-−–+±≤≥<>~≈=.]*\\s?\\p{Nd}.*");
    private static final Pattern TEXT = Pattern.compile("\\p{L}{2,}");
    private static final int TEXT_WORDS_MAX = 4;

    /// A date, a part number or a version begins with digits too.
    private static final Pattern DATE_OR_CODE =
            Pattern.compile(
                    "\\p{Nd}{4}-\\p{Nd}\\p{Nd}(?:-\\p{Nd}\\p{Nd})?|\\p{Nd}+(?:\\.\\p{Nd}+){2,}");

    private static final Pattern IN_CAPTION =
            Pattern.compile(
                    "(?iu)\\b(?:in|en)"
                            + " (\\S+?)(?:[,;.)]|\\s|$)|[(\\[]([^()\\[\\]]+(?:\\(A\\))?)[)\\]]");

    private Figures() {}

    /// Whether a cell gives figures, with few words beside them.
    static boolean isFigure(String cell) {
        return FIGURE.matcher(cell).matches()
                && !DATE_OR_CODE.matcher(cell).matches()
                && TEXT.matcher(cell).results().count() <= TEXT_WORDS_MAX
                && !Measures.in(cell).isEmpty();
    }

    /// Whether a text has a figure with its unit.
    static boolean hasUnit(String text) {
        return Measures.in(text).stream().anyMatch(found -> !found.measure().unit().isEmpty());
    }

    /// Whether a text is a unit.
    static boolean isUnit(String text) {
        return !text.isEmpty() && Units.code(text).isPresent();
    }

    /// The unit of all of a table: `General torques in N·m`, `Torques (N·m)`.
    static Optional<String> unitOf(String caption) {
        Matcher matcher = IN_CAPTION.matcher(caption);
        while (matcher.find()) {
            String unit = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            if (isUnit(unit)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
