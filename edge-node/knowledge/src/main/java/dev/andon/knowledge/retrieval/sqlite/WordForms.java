package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.sqlite.IndexedWords;
import dev.andon.knowledge.corpus.words.Stemming;
import dev.andon.knowledge.retrieval.StopWords;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a question's words as each of the manuals' languages has them, so that a name, or a word
/// that two languages share, is found in manuals of another language too.
///
/// @param asked of the question
/// @param manuals of the manuals that may answer
record WordForms(Stemming asked, Set<Stemming> manuals) {
    static WordForms of(String language, Scope scope) {
        Set<Stemming> manuals = EnumSet.noneOf(Stemming.class);
        scope.manuals().values().forEach(manual -> manuals.add(Stemming.of(manual.language())));
        return new WordForms(Stemming.of(language), manuals);
    }

    /// An FTS5 expression for passages that have these words side by side; empty if no manual can
    /// have them.
    String match(String text) {
        return manuals.stream()
                .filter(manual -> !isStopWord(text, manual))
                .map(manual -> phrase(text, manual))
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .collect(Collectors.joining(" OR "));
    }

    /// The same for a word that is stemmed already.
    String matchStem(String stem, Stemming stemming) {
        return manuals.contains(stemming) ? '"' + IndexedWords.marked(stem, stemming) + '"' : "";
    }

    /// A word of another language's grammar is no word of the question: `die` is a tool.
    private boolean isStopWord(String text, Stemming manual) {
        return manual != asked
                && StopWords.of(manual.mark()).contains(text.toLowerCase(Locale.ROOT));
    }

    private static String phrase(String text, Stemming manual) {
        String words =
                manual.stems(text).stream()
                        .map(stem -> IndexedWords.marked(stem, manual))
                        .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : '"' + words + '"';
    }
}
