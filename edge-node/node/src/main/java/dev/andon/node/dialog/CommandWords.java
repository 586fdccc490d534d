package dev.andon.node.dialog;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is said to Andon itself, in all languages, each phrase without accents and signs.
///
/// @param stop ends the speaking
/// @param repeat says the last reply again
/// @param more goes on with it
public record CommandWords(Set<String> stop, Set<String> repeat, Set<String> more) {
    /// Characters of a phrase; nobody says a longer one.
    static final int PHRASE_CHARS_MAX = 100;

    private static final String STOP = "stop";
    private static final Set<String> LISTS = Set.of(STOP, "repeat", "more");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// What the product brings.
    public static final CommandWords BUILT_IN =
            joined(builtInLanguages(), _ -> WordFile.of(List.of()));

    public CommandWords {
        stop = Set.copyOf(stop);
        repeat = Set.copyOf(repeat);
        more = Set.copyOf(more);
    }

    /// The product's words with the plant's own. A list of the plant takes the place of the
    /// product's in that language; but whatever stops Andon always does.
    ///
    /// @param folder with files `commands-LANGUAGE.txt` in the form of [#complaint]; it need not
    ///     exist
    /// @throws StageException `dialog`, `phrases-unreadable`
    public static CommandWords of(Path folder) {
        Set<String> languages = builtInLanguages();
        languages.addAll(languagesIn(folder));
        return joined(languages, language -> own(folder.resolve(file(language))));
    }

    private static CommandWords joined(Set<String> languages, Function<String, WordFile> own) {
        CommandWords words = new CommandWords(Set.of(), Set.of(), Set.of());
        for (String language : languages) {
            words = words.with(builtIn(language), own.apply(language));
        }
        return words;
    }

    private static Set<String> builtInLanguages() {
        return Language.known().stream()
                .map(Language::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is wrong with a file of phrases; empty if it is good. A file has lists: `[stop]`,
    /// `[repeat]`, `[more]`, each with a phrase a line; `#` begins a comment.
    public static Optional<String> complaint(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return Optional.of("It is no text file in UTF-8 (%s).".formatted(e.getMessage()));
        }
        WordFile words = WordFile.of(lines);
        Set<String> unknown = new TreeSet<>(words.lists().keySet());
        unknown.removeAll(LISTS);
        if (!unknown.isEmpty()) {
            return Optional.of(
                    "It has the list %s; there are %s.".formatted(unknown, new TreeSet<>(LISTS)));
        }
        List<String> phrases = words.lists().values().stream().flatMap(List::stream).toList();
        if (phrases.isEmpty()) {
            return Optional.of("It has no phrase: [stop], [repeat] and [more] begin a list each.");
        }
        return phrases.stream()
                .filter(phrase -> phrase.length() > PHRASE_CHARS_MAX || plain(phrase).isEmpty())
                .findFirst()
                .map(phrase -> "It has a phrase that nobody can say: \"%s\".".formatted(phrase));
    }

    static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        String letters = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.replaceAll("[^a-z0-9 ]", "").strip();
    }

    private CommandWords with(WordFile builtIn, WordFile own) {
        Set<String> stops = new HashSet<>(stop);
        stops.addAll(phrases(builtIn, STOP));
        stops.addAll(phrases(own, STOP));
        return new CommandWords(
                stops,
                union(repeat, phrases(chosen(builtIn, own, "repeat"), "repeat")),
                union(more, phrases(chosen(builtIn, own, "more"), "more")));
    }

    private static WordFile chosen(WordFile builtIn, WordFile own, String list) {
        return own.lines(list).isEmpty() ? builtIn : own;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Set<String> phrases(WordFile file, String list) {
        return file.lines(list).stream().map(CommandWords::plain).collect(Collectors.toSet());
    }

    private static String file(String language) {
        return "commands-" + language + ".txt";
    }

    private static WordFile builtIn(String language) {
        return builtInLanguages().contains(language)
                ? WordFile.read(CommandWords.class, file(language))
                : WordFile.of(List.of());
    }

    private static WordFile own(Path file) {
        try {
            return WordFile.of(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Set<String> languagesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("commands-[a-z]{2,3}\\.txt"))
                    .map(name -> name.substring("commands-".length(), name.length() - 4))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static StageException unreadable(Path file, IOException e) {
        return new StageException(
                Stage.DIALOG,
                "phrases-unreadable",
                "%s cannot be read (%s): it must be a text file in UTF-8 that this user may read."
                        .formatted(file, e.getMessage()),
                e);
    }
}
