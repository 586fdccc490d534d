package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words may do while the current step is SAFETY or VERIFY.
///
/// Only what is known passes: the words as a whole must be a confirmation that names a step, a
/// value, a move that passes nothing, or a harmless question. Everything else is refused, whoever
/// says it and why, in any language; there is nothing to be persuaded.
public final class ProtectedStep {
    /// Longer speeches confirm nothing and ask nothing.
    static final int CHARS_MAX = 200;

    private static final GuardWords WORDS = GuardWords.read();

    /// Moves that are asked for with questions: `where am I?`
    private static final Set<Move> ASKED_FOR =
            Set.of(new Move.Where(), new Move.Repeat(), new Move.Help());

    private ProtectedStep() {}

    /// Decides on any text.
    ///
    /// @param type of the current step, SAFETY or VERIFY
    public static Verdict verdict(StepType type, String words) {
        if (words.length() > CHARS_MAX) {
            return new Verdict.Refused();
        }
        Utterance said = Utterance.of(words);
        Move move = move(said);
        if (move != null) {
            return new Verdict.Navigates(move);
        }
        Optional<Move.Confirm> confirm = said.asks() ? Optional.empty() : confirmation(type, said);
        if (confirm.isPresent()) {
            return new Verdict.Confirms(confirm.get());
        }
        return isHarmlessQuestion(said) ? new Verdict.Question() : new Verdict.Refused();
    }

    private static @Nullable Move move(Utterance said) {
        for (Map.Entry<Move, Pattern> each : WORDS.moves().entrySet()) {
            boolean may = !said.asks() || ASKED_FOR.contains(each.getKey());
            if (may && each.getValue().matcher(said.folded()).matches()) {
                return each.getKey();
            }
        }
        return null;
    }

    private static Optional<Move.Confirm> confirmation(StepType type, Utterance said) {
        List<Pattern> patterns = new ArrayList<>(WORDS.verified());
        patterns.addAll(type == StepType.VERIFY ? WORDS.values() : WORDS.done());
        return patterns.stream()
                .map(pattern -> pattern.matcher(said.folded()))
                .filter(Matcher::matches)
                .flatMap(matcher -> bound(matcher, said).stream())
                .findFirst();
    }

    /// What the words name: a number that is one, and a value that is one, or they name nothing.
    private static Optional<Move.Confirm> bound(Matcher matcher, Utterance said) {
        String number = group(matcher, "n", said);
        String value = inFigures(group(matcher, "v", said));
        Optional<String> step = number == null ? Optional.empty() : StepNumbers.of(number);
        boolean unread = number != null && step.isEmpty() || value != null && !isValue(value);
        return unread ? Optional.empty() : Optional.of(new Move.Confirm(step.orElse(null), value));
    }

    private static @Nullable String group(Matcher matcher, String name, Utterance said) {
        Integer group = matcher.namedGroups().get(name);
        return group == null || matcher.start(group) < 0
                ? null
                : said.written().substring(matcher.start(group), matcher.end(group));
    }

    /// Zero in words of which measures know nothing.
    private static @Nullable String inFigures(@Nullable String value) {
        return value == null ? null : WORDS.zero().matcher(value).replaceAll("0");
    }

    /// One figure with its unit, and nothing else.
    private static boolean isValue(String words) {
        List<Found> found = Measures.in(words);
        return found.size() == 1
                && found.getFirst().written().length() == words.length()
                && !found.getFirst().measure().unit().isEmpty();
    }

    private static boolean isHarmlessQuestion(Utterance said) {
        return WORDS.question().matcher(said.folded()).matches()
                && !WORDS.bypass().matcher(said.folded()).find();
    }
}
