package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// The form of a question, read off its wording: `questions-LANGUAGE.txt` has a list of regular
/// expressions for each.
public enum QuestionForm {
    /// How something is done: `How do I ...`, `Replace the ...`.
    HOW_TO,
    /// For the number by which a part is ordered.
    PART_NUMBER,
    /// For the interval of a work: `How often`, `When must the oil be changed`.
    HOW_OFTEN,
    /// How much of a substance, `How much oil`; never `How much does it cost`.
    HOW_MUCH,
    /// What is done, or goes wrong, with a quantity in the words; no figure is wanted.
    NO_FIGURE,
    /// Something goes wrong: a statement, `The pump howls.`, or the question for its reason.
    SYMPTOM,
    /// A work of hands on the machine, for which only a procedure of that very work will do:
    /// `How do I replace the ...`.
    HANDS_ON,
    /// For a person: `Who may open the cabinet?`.
    WHO,
    /// For a number, whatever of: `Up to which number`, `How long can it take`.
    NUMBER;

    private final Map<Language, Pattern> patterns =
            QuestionWords.pattern(name().toLowerCase(Locale.ROOT));

    /// Whether a question has this form; it may have several.
    boolean isOf(Language language, String question) {
        return Objects.requireNonNull(patterns.get(language)).matcher(question).find();
    }
}
