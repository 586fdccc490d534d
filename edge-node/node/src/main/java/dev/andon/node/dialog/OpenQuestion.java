package dev.andon.node.dialog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A question that Andon answered with a question back: `Which one: M8 or M10?`
///
/// @param text of the question
/// @param machine the register's id of the machine in question; null if unknown
/// @param choices that were offered
/// @param ofCommand it was no question but a command, which the choice completes
public record OpenQuestion(
        String text, @Nullable String machine, List<String> choices, boolean ofCommand) {
    /// A longer reply is a question of its own.
    static final int REPLY_WORDS_MAX = 6;

    /// In `the lubricated one` the last word counts nothing.
    private static final String NO_NUMBER = "(?i)(?<=\\p{L}{3})\\s+(?:one|1)[.?!]?$";

    private static final Set<String> EMPTY =
            Set.of(
                    "the", "a", "an", "one", "of", "for", "on", "at", "in", "it", "is", "i", "mean",
                    "meant", "please", "yes", "no", "to", "and", "or", "with");

    private static final List<Set<String>> ORDINALS =
            List.of(
                    Set.of("first", "1st"),
                    Set.of("second", "2nd"),
                    Set.of("third", "3rd"),
                    Set.of("fourth", "4th"),
                    Set.of("fifth", "5th"));

    public OpenQuestion {
        choices = List.copyOf(choices);
    }

    /// What was asked of the manuals.
    public OpenQuestion(String text, @Nullable String machine, List<String> choices) {
        this(text, machine, choices, false);
    }

    /// The whole question, if these words choose among the choices: by a word that only some of
    /// them have (`the M10`, `the lubricated one`), or by their order (`the second`).
    Optional<String> completedBy(String words) {
        List<String> said = words(words);
        if (said.isEmpty() || words.strip().split("\\s+").length > REPLY_WORDS_MAX) {
            return Optional.empty();
        }
        for (int at = 0; at < Math.min(choices.size(), ORDINALS.size()); at++) {
            if (said.size() == 1 && ORDINALS.get(at).contains(said.getFirst())) {
                return Optional.of(with(choices.get(at)));
            }
        }
        return chooses(said) ? Optional.of(with(words)) : Optional.empty();
    }

    /// The question with what was added to it.
    String with(String added) {
        String thing = added.strip().replaceFirst(NO_NUMBER, "");
        return text.replaceFirst("[.?!\\s]+$", "") + ", " + thing;
    }

    private boolean chooses(List<String> said) {
        long met =
                choices.stream()
                        .map(choice -> Set.copyOf(words(choice)))
                        .filter(choice -> said.stream().anyMatch(choice::contains))
                        .count();
        return met > 0 && (met < choices.size() || choices.size() == 1);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !EMPTY.contains(word))
                .collect(Collectors.toList());
    }
}
