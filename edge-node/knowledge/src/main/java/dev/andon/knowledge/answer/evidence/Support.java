package dev.andon.knowledge.answer.evidence;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Glossary;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What speaks for a section as the one that answers; each feature 0 to 1.
///
/// @param cover share of the question's terms that its best passage has, weighted by rarity
/// @param met share of the question's words that the section or its headings have
/// @param together the largest share of them in one sentence under its heading
/// @param headed share of them in its own heading
/// @param agreed how early both searches found it: the mean of 1 / rank; 0 if one did not
/// @param titled share of its heading's words that the question has
/// @param named whether all names of the question stand in it
public record Support(
        double cover,
        double met,
        double together,
        double headed,
        double agreed,
        double titled,
        boolean named) {
    private static final double AGREED_MIN = 0.5;
    private static final double TITLED_MIN = -0.3;

    /// The operating point, see `docs/refusal.md`.
    private static final double ENOUGH = 0.4;

    /// Nothing speaks for it.
    static final Support NONE = new Support(0, 0, 0, 0, 0, 0, false);

    /// What speaks for the section of one of its passages.
    static Support of(Asked asked, Passage passage) {
        Evidence evidence = passage.evidence();
        boolean both = evidence.keywordRank() > 0 && evidence.vectorRank() > 0;
        double agreed = both ? (1.0 / evidence.keywordRank() + 1.0 / evidence.vectorRank()) / 2 : 0;
        Manual manual = passage.manual();
        Set<String> heading = Glossary.content(manual, passage.heading());
        Set<String> said = new HashSet<>(heading);
        said.addAll(Glossary.content(manual, String.join(" ", passage.path())));
        said.addAll(Glossary.content(manual, manual.title()));
        double together = 0;
        for (Block block : passage.section().blocks()) {
            for (String sentence : Sentences.split(PassageText.render(List.of(block)))) {
                Set<String> words = new HashSet<>(Glossary.content(manual, sentence));
                said.addAll(words);
                words.addAll(heading);
                together = Math.max(together, share(asked.essential(), words));
            }
        }
        return new Support(
                evidence.termCover(),
                share(asked.essential(), said),
                together,
                share(asked.essential(), heading),
                agreed,
                heading.isEmpty() ? 0 : share(heading, asked.words()),
                asked.names().stream().allMatch(name -> Names.stand(name, passage)));
    }

    /// The better of each feature: what speaks for two passages of one section.
    Support with(Support other) {
        return new Support(
                Math.max(cover, other.cover),
                Math.max(met, other.met),
                Math.max(together, other.together),
                Math.max(headed, other.headed),
                Math.max(agreed, other.agreed),
                Math.max(titled, other.titled),
                named || other.named);
    }

    /// The features weighed: 0 where as much speaks for as against it. The weights were fitted, see
    /// `docs/refusal.md`.
    public double score() {
        return 2.6 * cover + 2.0 * met + 0.4 * together + 0.9 * headed + 1.0 * agreed - 3.9;
    }

    /// Whether its heading is what the question says, and both searches agree that it is.
    public boolean isTitled() {
        return titled == 1 && agreed >= AGREED_MIN && score() >= TITLED_MIN;
    }

    /// Whether so much speaks for it that its words need not all be met.
    public boolean isEnough() {
        return score() >= ENOUGH || isTitled();
    }

    private static double share(Set<String> words, Collection<String> said) {
        long met = words.stream().filter(word -> Words.isMetBy(word, said)).count();
        return words.isEmpty() ? 1 : (double) met / words.size();
    }
}
