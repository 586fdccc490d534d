package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.words.Compounds;
import dev.andon.knowledge.corpus.words.Stemming;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes words as the table `passage_words` holds them: stems, each marked with its language.
public final class IndexedWords {
    private final Stemming stemming;
    private final Compounds compounds;

    private IndexedWords(Stemming stemming, Compounds compounds) {
        this.stemming = stemming;
        this.compounds = compounds;
    }

    /// The words of one manual.
    ///
    /// @param language of the manual; null if nobody knows it
    /// @param texts all of its passages; what is a word there may be a part of a compound
    static IndexedWords of(@Nullable String language, Stream<String> texts) {
        Stemming stemming = Stemming.of(language);
        List<String> stems =
                stemming == Stemming.GERMAN
                        ? texts.flatMap(text -> stemming.stems(text).stream()).distinct().toList()
                        : List.of();
        return new IndexedWords(stemming, Compounds.of(stems));
    }

    /// One word of the index.
    public static String marked(String stem, Stemming stemming) {
        return stem + '_' + stemming.mark();
    }

    String words(String text) {
        return line(stemming.stems(text).stream());
    }

    /// The parts of the compounds in a text; only German writes compounds as one word.
    String parts(String text) {
        if (stemming != Stemming.GERMAN) {
            return "";
        }
        Set<String> parts =
                stemming.stems(text).stream()
                        .flatMap(stem -> compounds.parts(stem).stream())
                        .collect(Collectors.toSet());
        return line(parts.stream().sorted());
    }

    private String line(Stream<String> stems) {
        return stems.map(stem -> marked(stem, stemming)).collect(Collectors.joining(" "));
    }
}
