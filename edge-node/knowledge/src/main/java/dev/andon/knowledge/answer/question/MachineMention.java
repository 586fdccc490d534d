package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a question that say which machine is meant, and so not what is asked of it.
///
/// A name that another content word follows may be half of a part's name, as in "the press plate":
/// it stays a word that the manual must have.
public final class MachineMention {
    private MachineMention() {}

    /// Those words in comparable form.
    static Set<String> in(Question question) {
        List<String> tokens =
                Words.tokens(question.text()).stream()
                        .flatMap(token -> List.of(token.split("[-–]")).stream())
                        .map(token -> token.toLowerCase(Locale.ROOT))
                        .toList();
        Language language = Language.of(question.language());
        Set<String> words = new HashSet<>();
        for (String name : written(question)) {
            List<String> parts = List.of(name.split("[ -]+"));
            for (int at = 0; at + parts.size() <= tokens.size(); at++) {
                int end = at + parts.size();
                if (tokens.subList(at, end).equals(parts)
                        && !isHalfOfAName(language, tokens, end)) {
                    words.addAll(language.content(name));
                }
            }
        }
        return words;
    }

    /// The comparable words of all names of the machine, wherever they stand.
    public static Set<String> names(Question question) {
        return Language.of(question.language()).content(String.join(" ", written(question)));
    }

    private static List<String> written(Question question) {
        List<String> names = new ArrayList<>(question.machineWords());
        if (question.machine() != null) {
            names.add(question.machine());
            names.add(question.machine().replaceAll("[- ]?\\p{Nd}+$", ""));
        }
        return names;
    }

    private static boolean isHalfOfAName(Language language, List<String> tokens, int end) {
        return end < tokens.size() && !language.content(tokens.get(end)).isEmpty();
    }
}
