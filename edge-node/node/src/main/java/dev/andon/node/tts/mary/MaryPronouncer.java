package dev.andon.node.tts.mary;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.stt.Pronouncer;

import marytts.exceptions.MaryConfigurationException;
import marytts.fst.FSTLookup;
import marytts.modules.phonemiser.AllophoneSet;
import marytts.modules.phonemiser.TrainedLTS;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// American English pronunciations out of MaryTTS's lexicon and, for words that it lacks, out of
/// its letter-to-sound rules. It does not start MaryTTS. Safe for any thread.
///
/// In this order: the workshop's own words and the lexicon, with all its variants; the lexicon
/// under the American spelling; a lexicon word with an ending or a beginning; two lexicon words in
/// one; letters by name, if there is no vowel; the rules.
public final class MaryPronouncer implements Pronouncer {
    /// A longer word is not one: the rules would take time and make noise of it.
    static final int WORD_CHARS_MAX = 40;

    private static final String FOLDER = "/marytts/language/en_US/lexicon/";
    private static final int COMPOUND_PART_CHARS_MIN = 3;
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of(
                    "de", List.of("d", "i"),
                    "re", List.of("r", "i"),
                    "un", List.of("V", "n"),
                    "pre", List.of("p", "r", "i"),
                    "mis", List.of("m", "I", "s"),
                    "over", List.of("@U", "v", "r="));
    private static final Pattern WORD = Pattern.compile("[a-z]+('[a-z]+)*'?");
    private static final Pattern NO_VOWEL = Pattern.compile("[^aeiouy]+");
    private static final Pattern MARKS = Pattern.compile("[',\\-1\\s]+");

    private final WorkshopLexicon workshop = WorkshopLexicon.load();
    private final FSTLookup lexicon;
    private final TrainedLTS rules;
    private final AllophoneSet allophones;

    private MaryPronouncer(FSTLookup lexicon, TrainedLTS rules, AllophoneSet allophones) {
        this.lexicon = lexicon;
        this.rules = rules;
        this.allophones = allophones;
    }

    /// Reads the lexicon and the rules from the class path, in about 100 ms.
    ///
    /// @throws StageException `lexicon-missing`: the language jar of MaryTTS is not there
    public static MaryPronouncer load() {
        try (InputStream phones = open("allophones.en_US.xml");
                InputStream words = open("cmudict.fst");
                InputStream tree = open("cmudict.lts")) {
            AllophoneSet allophones = AllophoneSet.getAllophoneSet(phones, "andon en_US");
            return new MaryPronouncer(
                    new FSTLookup(words, "andon cmudict"),
                    new TrainedLTS(allophones, tree),
                    allophones);
        } catch (IOException | MaryConfigurationException | NullPointerException e) {
            throw new StageException(
                    Stage.SYNTHESIS,
                    "lexicon-missing",
                    "The English lexicon of MaryTTS cannot be read; is marytts-lang-en in the lib"
                            + " folder of the node?",
                    e);
        }
    }

    @Override
    public List<List<String>> pronounce(String word) {
        if (word.length() > WORD_CHARS_MAX || !WORD.matcher(word).matches()) {
            return List.of();
        }
        SequencedSet<List<String>> found = known(word);
        if (found.isEmpty() && NO_VOWEL.matcher(word).matches()) {
            found.addAll(spelled(word));
        }
        if (found.isEmpty()) {
            found.addAll(byEnding(word));
        }
        if (found.isEmpty()) {
            found.addAll(byBeginning(word));
        }
        if (found.isEmpty()) {
            found.addAll(compound(word));
        }
        if (found.isEmpty()) {
            byRules(AmericanSpelling.guess(word)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private SequencedSet<List<String>> known(String word) {
        SequencedSet<List<String>> found = inLexicon(word);
        workshop.transcription(word).ifPresent(own -> found.addFirst(phones(own)));
        if (found.isEmpty() && word.endsWith("n't")) {
            // The lexicon writes "dont".
            found.addAll(inLexicon(word.replace("'", "")));
        }
        for (String american : AmericanSpelling.of(word)) {
            if (found.isEmpty()) {
                found.addAll(inLexicon(american));
            }
        }
        return found;
    }

    private SequencedSet<List<String>> inLexicon(String word) {
        SequencedSet<List<String>> found = new LinkedHashSet<>();
        for (String entry : lexicon.lookup(word)) {
            found.add(phones(entry));
        }
        return found;
    }

    private List<List<String>> byEnding(String word) {
        // The American spelling first: labeler is label + er, but labeller is no labell + er.
        return Stream.concat(AmericanSpelling.of(word).stream(), Stream.of(word))
                .flatMap(spelling -> WordEnding.of(spelling).stream())
                .map(ending -> known(ending.stem()).stream().map(ending::after).toList())
                .filter(variants -> !variants.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// depalletizer = de + palletizer.
    private List<List<String>> byBeginning(String word) {
        for (var beginning : BEGINNINGS.entrySet()) {
            String rest = word.substring(Math.min(word.length(), beginning.getKey().length()));
            if (word.startsWith(beginning.getKey()) && rest.length() >= COMPOUND_PART_CHARS_MIN) {
                var variants = new ArrayList<List<String>>(known(rest));
                variants.addAll(variants.isEmpty() ? byEnding(rest) : List.of());
                if (!variants.isEmpty()) {
                    return variants.stream()
                            .map(phones -> joined(beginning.getValue(), phones))
                            .toList();
                }
            }
        }
        return List.of();
    }

    /// The longest first part wins: `palletscanner` is pallet + scanner.
    private List<List<String>> compound(String word) {
        for (int cut = word.length() - COMPOUND_PART_CHARS_MIN;
                cut >= COMPOUND_PART_CHARS_MIN;
                cut--) {
            var first = inLexicon(word.substring(0, cut));
            var second = inLexicon(word.substring(cut));
            if (!first.isEmpty() && !second.isEmpty()) {
                return List.of(joined(first.getFirst(), second.getFirst()));
            }
        }
        return List.of();
    }

    private List<List<String>> spelled(String word) {
        List<String> phones = new ArrayList<>();
        for (char letter : word.replace("'", "").toCharArray()) {
            // The last entry of "a" is the letter, the first the article.
            phones.addAll(inLexicon(String.valueOf(letter)).getLast());
        }
        return List.of(phones);
    }

    private Optional<List<String>> byRules(String word) {
        List<String> phones = phones(rules.predictPronunciation(word));
        return phones.isEmpty() ? Optional.empty() : Optional.of(phones);
    }

    private List<String> phones(String transcription) {
        return List.copyOf(
                allophones.splitIntoAllophoneList(MARKS.matcher(transcription).replaceAll("")));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                MaryPronouncer.class.getResourceAsStream(FOLDER + file), file);
    }
}
