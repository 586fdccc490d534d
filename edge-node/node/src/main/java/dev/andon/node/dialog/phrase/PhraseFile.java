package dev.andon.node.dialog.phrase;

import dev.andon.knowledge.answer.words.WordFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One phrase set: the lists of a language, `commands-LANGUAGE.txt`.
///
/// A list `[open]` holds the phrases of an [Intent]; `[wait-part]`, `[wait-expert]`,
/// `[wait-permit]` what `{wait}` stands for; `[filler]` words that count nothing at the begin and
/// the end, and `[article]` those that may stand before a name.
///
/// @param lists as they are written
record PhraseFile(WordFile lists) {
    /// Characters of a phrase; nobody says a longer one.
    static final int PHRASE_CHARS_MAX = 200;

    static final PhraseFile NONE = new PhraseFile(WordFile.of(List.of()));

    /// Lists of words that are no phrases.
    static final List<String> WORD_LISTS =
            List.of("filler", "article", "wait-part", "wait-expert", "wait-permit");

    /// What is wrong with a file of a plant; empty if it is good.
    static Optional<String> complaint(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return Optional.of("It is no text file in UTF-8 (%s).".formatted(e.getMessage()));
        }
        return new PhraseFile(WordFile.of(lines)).complaint();
    }

    /// What is wrong with it; empty if it is good.
    Optional<String> complaint() {
        Set<String> unknown = new TreeSet<>(lists.lists().keySet());
        unknown.removeAll(known());
        if (!unknown.isEmpty()) {
            return Optional.of("It has the list %s; there are %s.".formatted(unknown, known()));
        }
        List<String> phrases = lists.lists().values().stream().flatMap(List::stream).toList();
        if (phrases.isEmpty()) {
            return Optional.of(
                    "It has no phrase: a line such as [stop] begins a list, and there are %s."
                            .formatted(known()));
        }
        return phrases.stream().map(PhraseFile::complaint).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> complaint(String phrase) {
        if (phrase.length() > PHRASE_CHARS_MAX || Tokens.of(phrase).isEmpty()) {
            return Optional.of("It has a phrase that nobody can say: \"%s\".".formatted(phrase));
        }
        try {
            Part part = TemplateReader.read(phrase);
            return isEmpty(part)
                    ? Optional.of(
                            "The phrase \"%s\" may be left out as a whole: silence would mean it."
                                    .formatted(phrase))
                    : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("The phrase \"%s\" %s.".formatted(phrase, wrong.getMessage()));
        }
    }

    private static boolean isEmpty(Part part) {
        return switch (part) {
            case Part.Word _, Part.Open _ -> false;
            case Part.Sequence(var parts) -> parts.stream().allMatch(PhraseFile::isEmpty);
            case Part.Choice(var parts) -> parts.stream().anyMatch(PhraseFile::isEmpty);
        };
    }

    private static Set<String> known() {
        return Stream.concat(Arrays.stream(Intent.values()).map(Intent::label), WORD_LISTS.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// This set with a plant's own: a list of the plant takes the place of ours, but whatever stops
    /// Andon always does.
    PhraseFile with(PhraseFile own) {
        Map<String, List<String>> joined = new HashMap<>(lists.lists());
        own.lists
                .lists()
                .forEach(
                        (list, lines) -> {
                            List<String> all = new ArrayList<>(lines);
                            if (list.equals(Intent.STOP.label())) {
                                all.addAll(lists.lines(list));
                            }
                            if (!lines.isEmpty()) {
                                joined.put(list, all);
                            }
                        });
        return new PhraseFile(new WordFile(joined));
    }

    /// The phrases of an intent.
    List<Part> phrases(Intent intent) {
        return lists.lines(intent.label()).stream().map(TemplateReader::read).toList();
    }

    /// The words of a list, each line in the form of [Tokens].
    List<List<String>> words(String list) {
        return lists.lines(list).stream().map(Tokens::of).toList();
    }
}
