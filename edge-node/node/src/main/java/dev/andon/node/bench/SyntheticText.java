package dev.andon.node.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text whose words are as frequent as those of a manual: the word of rank n stands in it 1/n times
/// as often as the first (Zipf's law). The first ranks are English words, the others made up. The
/// same for the same seed.
final class SyntheticText {
    private static final List<String> GRAMMAR =
            words(
                    """
                    the of and to a in is be for with on that this by are it at as or from not when
                    can which if will must has an each all before after into only one\
                    """);
    private static final List<String> MATTER =
            words(
                    """
                    machine pressure motor check valve set temperature press cylinder speed remove
                    replace pump oil cover screw torque heater nozzle sensor switch position line
                    cable clean filter unit axis belt bearing control hydraulic tool alarm fault
                    air supply level clamp mould display parameter limit operator button bolt
                    guard door spindle tighten close open start stop adjust value power wear
                    coolant seal housing feed coupling lubrication drive brake encoder shaft
                    voltage fuse relay contact wire terminal plug hose fitting leak gauge flow
                    chuck turret carriage gear chain roller conveyor label gripper vacuum suction\
                    """);
    private static final List<String> ASKED =
            List.of(
                    "How do I %s the %s when the %s is %s?",
                    "What is the %s of the %s %s?",
                    "Why does the %s %s after the %s?",
                    "Which %s does the %s need for %s?",
                    "The %s shows %s, what should I do with the %s?");
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final RandomGenerator random;
    private final int vocabulary;

    /// @param vocabulary different words at most
    SyntheticText(long seed, int vocabulary) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.vocabulary = vocabulary;
    }

    /// So many words, in sentences.
    String passage(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(word(rank(0))).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString().strip();
    }

    /// As people ask: three or four words of the matter, as frequent as in the text, among those
    /// that carry the form of a question.
    String question() {
        String form = ASKED.get(random.nextInt(ASKED.size()));
        Object[] words = Stream.generate(() -> word(rank(GRAMMAR.size()))).limit(4).toArray();
        return form.formatted(words);
    }

    private int rank(int from) {
        double share = Math.log((double) vocabulary / (from + 1));
        return (int) ((from + 1) * Math.exp(random.nextDouble() * share)) - 1;
    }

    private static String word(int rank) {
        if (rank < GRAMMAR.size()) {
            return GRAMMAR.get(rank);
        }
        int matter = rank - GRAMMAR.size();
        return matter < MATTER.size() ? MATTER.get(matter) : madeUp(rank);
    }

    /// Three syllables or more, another word for each rank.
    private static String madeUp(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank, syllable = 0; rest > 0 || syllable < 3; syllable++) {
            word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
            rest /= CONSONANTS.length();
            word.append(VOWELS.charAt(rest % VOWELS.length()));
            rest /= VOWELS.length();
        }
        return word.append('n').toString();
    }

    private static List<String> words(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .collect(Collectors.toList());
    }
}
