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
/// the end, and `[article]` those that may stand before a name; `[heard-filler]` and
/// `[heard-article]` are those of them that a recogniser of commands listens for. A list such as
/// `[<stopped>]` is one of the [Definitions].
///
/// @param lists as they are written
record PhraseFile(WordFile lists) {
    /// Characters of a phrase; nobody says a longer one.
    static final int PHRASE_CHARS_MAX = 200;

    /// Lists of words that are no phrases.
    static final List<String> WORD_LISTS =
            List.of(
                    "filler",
                    "heard-filler",
                    "article",
                    "heard-article",
                    "wait-part",
                    "wait-expert",
                    "wait-permit");

    /// A set without phrases.
    static final PhraseFile EMPTY = new PhraseFile(new WordFile(Map.of()));

    /// What is wrong with a file of a plant; empty if it is good.
    ///
    /// @param product whose names it may use
    static Optional<String> complaint(Path file, PhraseFile product) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return Optional.of("It is no text file in UTF-8 (%s).".formatted(e.getMessage()));
        }
        return new PhraseFile(WordFile.of(lines)).complaint(product);
    }

    /// What is wrong with it; empty if it is good.
    ///
    /// @param product whose names it may use
    Optional<String> complaint(PhraseFile product) {
        Set<String> unknown = new TreeSet<>(lists.lists().keySet());
        unknown.removeAll(known());
        unknown.removeIf(Definitions::isName);
        if (!unknown.isEmpty()) {
            return Optional.of("It has the list %s; there are %s.".formatted(unknown, known()));
        }
        List<String> phrases = lists.lists().values().stream().flatMap(List::stream).toList();
        if (phrases.isEmpty()) {
            return Optional.of(
                    "It has no phrase: a line such as [stop] begins a list, and there are %s."
                            .formatted(known()));
        }
        Definitions names = product.with(this).names();
        return lists.lists().entrySet().stream()
                .flatMap(list -> list.getValue().stream().map(line -> complaint(list, line, names)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Definitions names() {
        return new Definitions(lists.lists());
    }

    private static Optional<String> complaint(
            Map.Entry<String, List<String>> list, String phrase, Definitions names) {
        boolean whole = !Definitions.isName(list.getKey());
        if (phrase.length() > PHRASE_CHARS_MAX || Tokens.of(phrase).isEmpty()) {
            return Optional.of("It has a phrase that nobody can say: \"%s\".".formatted(phrase));
        }
        try {
            Part part = TemplateReader.read(names.written(phrase));
            return (whole ? meansNothing(part) : Optional.<String>empty())
                    .map(why -> "The phrase \"%s\" %s.".formatted(phrase, why));
        } catch (IllegalArgumentException wrong) {
            return Optional.of("The phrase \"%s\" %s.".formatted(phrase, wrong.getMessage()));
        }
    }

    private static Optional<String> meansNothing(Part part) {
        if (mayBe(part, Set.of())) {
            return Optional.of("may be left out as a whole: silence would mean it");
        }
        return mayBe(part, Set.of(Slot.TEXT))
                ? Optional.of("takes any words, whatever they are: give it a word of its own")
                : Optional.empty();
    }

    /// Whether one way of saying it is nothing but these slots.
    private static boolean mayBe(Part part, Set<Slot> slots) {
        return switch (part) {
            case Part.Word _ -> false;
            case Part.Open(Slot slot) -> slots.contains(slot);
            case Part.Sequence(var parts) -> parts.stream().allMatch(each -> mayBe(each, slots));
            case Part.Choice(var parts) -> parts.stream().anyMatch(each -> mayBe(each, slots));
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
        Definitions names = names();
        return lists.lines(intent.label()).stream()
                .map(phrase -> TemplateReader.read(names.written(phrase)))
                .toList();
    }

    /// The lists of words by name, each line in the form of [Tokens].
    Map<String, List<List<String>>> words() {
        return WORD_LISTS.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                list -> list,
                                list -> lists.lines(list).stream().map(Tokens::of).toList()));
    }
}
