package dev.andon.node.procedure;

import dev.andon.knowledge.answer.words.AskedLanguage;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;
import dev.andon.knowledge.corpus.Manual;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person calls a procedure: the words that say something, and the number of its section.
/// Used by one thread.
final class CalledFor {
    private static final Pattern SECTION = Pattern.compile("\\d+(?:\\.\\d+)*(?= |$)");
    private static final WordFile ASKING = WordFile.read(CalledFor.class, "procedure-names.txt");

    private final String words;
    private final String section;
    private final @Nullable Language language;
    private final List<String> names;
    private final Map<Language, List<Wanted>> wanted = new EnumMap<>(Language.class);

    private CalledFor(String words, List<String> names) {
        this.words = words;
        this.section = section(words);
        this.language = AskedLanguage.of(words).orElse(null);
        this.names = names;
    }

    /// A word that was said.
    ///
    /// @param forms in which a title may have it
    /// @param says whether it says something; else it counts only where a title has it
    private record Wanted(Set<String> forms, boolean says) {}

    /// @param names of machines, which no title needs to have
    static CalledFor of(String words, List<String> names) {
        return new CalledFor(words, names);
    }

    /// How well a title fits. Words that do not tell their language are read as the manual's.
    TitleFit fit(Manual manual, String title) {
        Language asked = language == null ? Language.of(manual.language()) : language;
        TitleWords titled = TitleWords.of(asked, manual, title);
        int met = 0;
        int counted = 0;
        for (Wanted word : wanted.computeIfAbsent(asked, this::wanted)) {
            boolean meets = titled.meet(word.forms()) || hasParts(asked, titled, word);
            met += meets ? 1 : 0;
            counted += meets || word.says() ? 1 : 0;
        }
        double share = titled.count() == 0 ? 0 : Math.min(1, (double) met / titled.count());
        boolean numbered = !section.isEmpty() && section.equals(section(title));
        return new TitleFit(met, counted, share, numbered);
    }

    private List<Wanted> wanted(Language asked) {
        Set<String> leftOut = new HashSet<>(asked.content(ASKING.words(asked.code())));
        leftOut.addAll(asked.content(names));
        return TitleWords.tokens(words).stream()
                .filter(token -> !asked.content(token).isEmpty())
                .map(token -> wanted(asked, token, leftOut))
                .toList();
    }

    private static Wanted wanted(Language asked, String token, Set<String> leftOut) {
        Set<String> forms = new HashSet<>(asked.content(token));
        boolean says = !leftOut.containsAll(forms);
        if (asked == Language.ENGLISH) {
            forms.addAll(asked.content(TitleWords.american(token)));
        }
        return new Wanted(forms, says);
    }

    /// A compound is met by all its parts.
    private static boolean hasParts(Language asked, TitleWords titled, Wanted word) {
        return word.forms().stream()
                .map(form -> asked.parts(form, titled.all()))
                .anyMatch(parts -> !parts.isEmpty() && titled.all().containsAll(parts));
    }

    private static String section(String text) {
        Matcher matcher = SECTION.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
