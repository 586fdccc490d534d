package dev.andon.node.dialog.phrase;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The phrase sets of all languages: the product's, and those of the plant.
public final class PhraseBook {
    private static final String FILE = "commands-%s.txt";
    private static final Pattern FILE_NAME = Pattern.compile("commands-([a-z]{2,3})\\.txt");

    /// What the product brings.
    public static final PhraseBook BUILT_IN = new PhraseBook(builtIn());

    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, Map<String, List<List<String>>>> words = new HashMap<>();

    /// A phrase and what it means.
    ///
    /// @param language of its set, BCP 47
    public record Phrase(Intent intent, String language, Part part) {
        private Meaning means(Map<Slot, Object> slots, int textWords) {
            return new Meaning(intent, language, slots, textWords);
        }
    }

    private PhraseBook(Map<String, PhraseFile> files) {
        files.forEach(
                (language, file) -> {
                    words.put(language, file.words());
                    for (Intent intent : Intent.values()) {
                        file.phrases(intent)
                                .forEach(part -> phrases.add(new Phrase(intent, language, part)));
                    }
                });
    }

    /// The product's phrases with the plant's own. A list of the plant takes the place of the
    /// product's in that language; but whatever stops Andon always does.
    ///
    /// @param folder with files `commands-LANGUAGE.txt`; it need not exist
    /// @throws StageException `dialog`, `phrases-unreadable` or `phrases-wrong`
    public static PhraseBook of(Path folder) {
        Map<String, PhraseFile> files = new TreeMap<>(builtIn());
        for (String language : languagesIn(folder)) {
            PhraseFile own = own(folder.resolve(FILE.formatted(language)));
            files.merge(language, own, PhraseFile::with);
        }
        return new PhraseBook(files);
    }

    /// What is wrong with a file of phrases; empty if it is good.
    public static Optional<String> complaint(Path file) {
        return PhraseFile.complaint(file, product(file));
    }

    /// The product's set of the language of a file.
    private static PhraseFile product(Path file) {
        String language = language(String.valueOf(file.getFileName()));
        return Language.known().stream().anyMatch(each -> each.code().equals(language))
                ? builtIn(language)
                : PhraseFile.EMPTY;
    }

    /// All phrases, by language.
    public List<Phrase> phrases() {
        return List.copyOf(phrases);
    }

    /// The lines of a list of words of a language, each in the form of [Tokens].
    public List<List<String>> words(String language, String list) {
        return words.getOrDefault(language, Map.of()).getOrDefault(list, List.of());
    }

    /// Every meaning that the words have, the best fit first: the one with the fewest words taken
    /// as a mere text, then in the order of the intents.
    ///
    /// @param said as heard or typed
    public List<Meaning> meanings(String said, Fillings fillings) {
        List<String> words = Tokens.of(said);
        List<String> written = Tokens.written(said);
        List<Meaning> meanings = new ArrayList<>();
        Map<String, List<Range>> ranges = new HashMap<>();
        for (Phrase phrase : phrases) {
            List<Range> bare =
                    ranges.computeIfAbsent(phrase.language(), it -> withoutFillers(words, it));
            meanings.addAll(
                    meanings(
                            phrase,
                            bare,
                            range ->
                                    new PhraseMatch(
                                            phrase.language(),
                                            range.of(words),
                                            range.of(written),
                                            fillings)));
        }
        return meanings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Meaning::textWords).thenComparing(Meaning::intent))
                .toList();
    }

    /// What a phrase means in the words, with as few of the fillers as it fits.
    private static List<Meaning> meanings(
            Phrase phrase, List<Range> ranges, Function<Range, PhraseMatch> match) {
        List<Meaning> found = new ArrayList<>();
        for (Range range : ranges) {
            match.apply(range)
                    .each(phrase.part(), (slots, texts) -> found.add(phrase.means(slots, texts)));
            if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /// Words from one place to another.
    private record Range(int from, int to) {
        List<String> of(List<String> words) {
            return words.subList(from, to);
        }

        /// Without these words at an end, if they stand there.
        Range without(List<String> filler, List<String> words) {
            int length = filler.size();
            if (to - from < length) {
                return this;
            }
            if (words.subList(from, from + length).equals(filler)) {
                return new Range(from + length, to);
            }
            return words.subList(to - length, to).equals(filler)
                    ? new Range(from, to - length)
                    : this;
        }
    }

    /// The words with fewer and fewer of those at both ends that count nothing, the barest first:
    /// "bon" counts nothing in "bon, la suite", and much in "c'est bon".
    private List<Range> withoutFillers(List<String> words, String language) {
        List<List<String>> fillers = words(language, "filler");
        List<Range> ranges = new ArrayList<>();
        Range bare = new Range(0, words.size());
        ranges.add(bare);
        for (Range before = new Range(-1, -1); !bare.equals(before); ) {
            before = bare;
            for (List<String> filler : fillers) {
                bare = bare.without(filler, words);
                if (!ranges.contains(bare)) {
                    ranges.addFirst(bare);
                }
            }
        }
        ranges.removeIf(range -> range.from() == range.to());
        return ranges;
    }

    private static Map<String, PhraseFile> builtIn() {
        Map<String, PhraseFile> files = new TreeMap<>();
        Language.known().forEach(language -> files.put(language.code(), builtIn(language.code())));
        return files;
    }

    private static PhraseFile builtIn(String language) {
        return new PhraseFile(WordFile.read(PhraseBook.class, FILE.formatted(language)));
    }

    private static PhraseFile own(Path file) {
        try {
            PhraseFile own = new PhraseFile(WordFile.of(Files.readAllLines(file)));
            own.complaint(product(file))
                    .ifPresent(
                            wrong -> {
                                throw new StageException(
                                        Stage.DIALOG,
                                        "phrases-wrong",
                                        "%s cannot be used. %s".formatted(file, wrong));
                            });
            return own;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> languagesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .map(PhraseBook::language)
                    .filter(language -> !language.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /// BCP 47; empty if the file is none of phrases.
    private static String language(String file) {
        Matcher name = FILE_NAME.matcher(file);
        return name.matches() ? name.group(1) : "";
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
