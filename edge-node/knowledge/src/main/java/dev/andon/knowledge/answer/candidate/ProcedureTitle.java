package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.MachineMention;
import dev.andon.knowledge.answer.words.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the heading of a procedure names what is to be done: how the gearbox oil is changed does
/// not answer how the gearbox is changed, nor the belt of a motor how the motor is.
public final class ProcedureTitle {
    private static final Pattern OBJECT_END =
            Pattern.compile("(?iu) (?:of|for|on|in|de|du|des) .*| d['’].*");
    /// `Remplacement du joint de vérin` is about a seal.
    private static final Pattern ACTION =
            Pattern.compile(
                    "(?iu)^[\\p{Nd}.\\s]*\\p{L}+(?:age|ment|tion|ange|ose) "
                            + "(?:du |de la |de l['’]|des |de |d['’]|of the |of )");

    /// In German what is done stands last: `Getriebeöl wechseln`.
    private static final Pattern GERMAN_ACTION = Pattern.compile("(?U) \\p{Ll}+(?:e[lr]?n)$");

    private static final Pattern PARTS = Pattern.compile("(?iu) (?:and|et) |[,/] ");
    private static final Pattern VERB =
            Pattern.compile("(?iu)\\p{L}+ing|\\p{L}+er|\\p{L}+re|lock-out");

    /// What is done under a heading without a verb, `Light curtain`.
    private static final Set<String> ADJUSTMENTS =
            Words.content("adjust set check test align measure clean tension inspect do");

    private ProcedureTitle() {}

    /// Whether a procedure may answer.
    static boolean names(Candidate.Steps steps, Asked asked) {
        String title = steps.passage().heading();
        Set<String> said = asked.content(steps.passage().manual(), title);
        List<String> missing = new ArrayList<>(ordered(asked));
        boolean hasVerb = Words.tokens(title).stream().anyMatch(t -> VERB.matcher(t).matches());
        missing.removeIf(said::contains);
        if (!hasVerb) {
            missing.removeAll(ADJUSTMENTS);
        }
        return hasHead(steps, title, asked) && mayMiss(missing, asked, steps);
    }

    /// Of three words or more one may stand in the steps alone, but never what is to be done.
    private static boolean mayMiss(List<String> missing, Asked asked, Candidate.Steps steps) {
        if (missing.isEmpty()) {
            return true;
        }
        Set<String> own = asked.content(steps.passage().manual(), steps.quote());
        List<String> words = ordered(asked);
        return missing.size() == 1
                && words.size() > 2
                && !missing.getFirst().equals(words.getFirst())
                && own.contains(missing.getFirst());
    }

    /// Whether the thing that the title ends with, as `oil` of "the gearbox oil", was asked for.
    private static boolean hasHead(Candidate.Steps steps, String title, Asked asked) {
        String things =
                GERMAN_ACTION.matcher(ACTION.matcher(title).replaceFirst("")).replaceFirst("");
        for (String part : PARTS.split(things)) {
            List<String> tokens = Words.tokens(OBJECT_END.matcher(part).replaceFirst(""));
            Set<String> head = new HashSet<>();
            for (String token : tokens) {
                Set<String> content = asked.head(steps.passage().manual(), token);
                content.removeAll(MachineMention.names(asked.question()));
                if (!content.isEmpty()) {
                    head = content;
                }
            }
            if (head.stream().anyMatch(asked.words()::contains)) {
                return true;
            }
        }
        return false;
    }

    /// The content words in the order of the question, an old and a new part being one part.
    private static List<String> ordered(Asked asked) {
        return Words.tokens(asked.question().text()).stream()
                .map(token -> token.toLowerCase(Locale.ROOT))
                .flatMap(token -> asked.language().content(token).stream())
                .filter(asked.words()::contains)
                .filter(word -> !word.equals("new") && !word.equals("old"))
                .distinct()
                .toList();
    }
}
