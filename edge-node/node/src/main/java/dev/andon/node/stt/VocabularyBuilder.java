package dev.andon.node.stt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers the plant's [Vocabulary] from what it calls its things and from its English manuals.
///
/// Only English texts belong here: words of another language would be pronounced wrongly and would
/// crowd out those that people say. A piece that holds a word outside the Latin alphabet is left
/// out.
public final class VocabularyBuilder {
    private static final int NAME_WORDS_MAX = 10;
    private static final int SENTENCE_WORDS_MIN = 2;
    private static final int SENTENCE_WORDS_MAX = 40;
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?:;](?=\\s|$)|[\\r\\n|•()\\[\\]]+");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{1,3}[- ]?[0-9]{1,5}\\b");
    private static final Pattern CODE_IN_TEXT =
            Pattern.compile(
                    "(?i:\\b(?:fault|error|alarm|warning|code)s?(?: code| number| no\\.?)?)"
                            + " ([A-Z]{0,3}-?[0-9]{1,5})\\b");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private CommandGrammar commands = CommandGrammar.NONE;
    private int wordsMax = Vocabulary.WORDS_MAX;

    /// Keeps only the most frequent words, those of names before those of texts.
    public VocabularyBuilder atMostWords(int words) {
        wordsMax = Math.min(words, Vocabulary.WORDS_MAX);
        return this;
    }

    /// What people call machines, parts, faults and places. A code among them is learnt in both
    /// ways of saying its number.
    public VocabularyBuilder names(Collection<String> written) {
        for (String name : written) {
            Stream.of(SayableWords.of(name), SayableWords.digitByDigit(name))
                    .flatMap(Optional::stream)
                    .filter(words -> !words.isEmpty() && words.size() <= NAME_WORDS_MAX)
                    .forEach(this::addName);
            CODE.matcher(name).results().forEach(code -> addCode(code.group()));
        }
        return this;
    }

    /// What can be commanded; its words are kept before any others.
    public VocabularyBuilder commands(CommandGrammar grammar) {
        commands = grammar;
        grammar.words().forEach(word -> counts.merge(word, 1, Integer::sum));
        return this;
    }

    /// English prose: manuals, instructions, descriptions.
    public VocabularyBuilder englishTexts(Stream<String> texts) {
        texts.peek(this::addCodesOf)
                .flatMap(text -> Arrays.stream(SENTENCE_END.split(text)))
                .map(SayableWords::of)
                .flatMap(Optional::stream)
                .filter(words -> words.size() >= SENTENCE_WORDS_MIN)
                .filter(words -> words.size() <= SENTENCE_WORDS_MAX)
                .forEach(this::addSentence);
        return this;
    }

    /// All that was gathered; a sentence with a word that had to be left out is left out too.
    public Vocabulary build() {
        Set<String> inNames =
                Stream.concat(
                                commands.words().stream(),
                                names.stream().flatMap(name -> Stream.of(name.split(" "))))
                        .collect(Collectors.toSet());
        Set<String> words =
                counts.keySet().stream()
                        .sorted(
                                Comparator.comparing((String word) -> !inNames.contains(word))
                                        .thenComparing(word -> -counts.getOrDefault(word, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(wordsMax)
                        .collect(Collectors.toSet());
        return new Vocabulary(
                words,
                within(words, names),
                within(words, codes),
                within(words, sentences),
                commands);
    }

    private static List<String> within(Set<String> words, Collection<String> sentences) {
        return sentences.stream()
                .filter(sentence -> words.containsAll(List.of(sentence.split(" "))))
                .limit(Vocabulary.SENTENCES_MAX)
                .toList();
    }

    private void addName(List<String> words) {
        if (names.size() < Vocabulary.SENTENCES_MAX && names.add(String.join(" ", words))) {
            count(words);
        }
    }

    private void addCodesOf(String text) {
        CODE_IN_TEXT.matcher(text).results().forEach(code -> addCode(code.group(1)));
    }

    private void addCode(String code) {
        Stream.of(SayableWords.of(code), SayableWords.digitByDigit(code))
                .flatMap(Optional::stream)
                .filter(words -> codes.size() < Vocabulary.SENTENCES_MAX)
                .filter(words -> codes.add(String.join(" ", words)))
                .forEach(this::count);
    }

    private void addSentence(List<String> words) {
        if (sentences.size() < Vocabulary.SENTENCES_MAX) {
            sentences.add(String.join(" ", words));
            count(words);
        }
    }

    private void count(List<String> words) {
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
}
