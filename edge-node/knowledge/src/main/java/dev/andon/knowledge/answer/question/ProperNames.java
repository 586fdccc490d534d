package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names in a question that are written as such: `MAX_JERK`, `halui.robot.grip`, `--turbo`,
/// `MTBF`, `Siemens`. What does not have them is about something else, however much it shares of
/// the other words.
final class ProperNames {
    /// Written as no word is: with signs or capitals inside, or as an option.
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    "(?<!\\S)--?\\p{L}[\\p{L}\\p{N}-]+"
                        + "|(?<![\\p{L}\\p{N}_.-])(?:\\p{L}[\\p{L}\\p{N}]*(?:[_.][\\p{L}\\p{N}<>#-]+)+"
                        + "|\\p{Lu}{3,}|\\p{Lu}?\\p{Ll}+\\p{Lu}\\p{L}*)(?![\\p{L}\\p{N}_-])");

    /// A capital in the middle of a sentence.
    private static final Pattern CAPITAL =
            Pattern.compile("(?<=[\\p{L}\\p{N},;] )\\p{Lu}\\p{L}+(?![\\p{L}\\p{N}_.-])");

    private ProperNames() {}

    /// The names, as written, without those of the machine; none of codes with a digit, which are
    /// tokens, and in German no nouns.
    static Set<String> in(Question question) {
        Set<String> names = new LinkedHashSet<>();
        add(names, IDENTIFIER, question.text());
        Language language = Language.of(question.language());
        if (language != Language.GERMAN) {
            add(names, CAPITAL, question.text());
        }
        Set<String> machine = MachineMention.names(question);
        List<String> models = question.models();
        names.removeIf(
                name -> machine.containsAll(language.content(name)) || models.contains(name));
        return names;
    }

    private static void add(Set<String> names, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
    }
}
