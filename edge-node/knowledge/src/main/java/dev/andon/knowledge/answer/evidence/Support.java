package dev.andon.knowledge.answer.evidence;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// What speaks for a section as the one that answers.
///
/// @param said what of the question stands in it
/// @param found how the searches found it
/// @param named whether all names of the question stand in it
public record Support(Said said, Found found, boolean named) {
    private static final double AGREED_MIN = 0.5;
    private static final double TITLED_MIN = -0.8;

    /// The operating point, see `docs/refusal.md`.
    private static final double ENOUGH = 0;

    private static final double SURE = 2;

    /// Nothing speaks for it.
    static final Support NONE =
            new Support(new Said(0, 0, 0, 0), new Found(false, false, 0, 0), false);

    /// Shares, 0 to 1.
    ///
    /// @param cover of the question's terms in its best passage, weighted by rarity
    /// @param met of the question's essential words in the section or its headings
    /// @param headed of them in its own heading
    /// @param titled of its heading's words in the question
    public record Said(double cover, double met, double headed, double titled) {
        private Said with(Said other) {
            return new Said(
                    Math.max(cover, other.cover),
                    Math.max(met, other.met),
                    Math.max(headed, other.headed),
                    Math.max(titled, other.titled));
        }
    }

    /// What the two searches say, which know nothing of each other.
    ///
    /// @param byWords whether the keyword search found one of its passages first
    /// @param byMeaning whether the vector search did
    /// @param agreed how early both found a passage of it: the mean of 1 / rank; 0 if one did not
    /// @param lift cosine of its best passage above the median of all that were found: how far it
    ///     stands out of what the manuals say around the question
    public record Found(boolean byWords, boolean byMeaning, double agreed, double lift) {
        private Found with(Found other) {
            return new Found(
                    byWords || other.byWords,
                    byMeaning || other.byMeaning,
                    Math.max(agreed, other.agreed),
                    Math.max(lift, other.lift));
        }

        /// Whether both searches put this section first.
        boolean first() {
            return byWords && byMeaning;
        }
    }

    /// What speaks for the section of one of its passages.
    ///
    /// @param background median cosine of all passages that were found
    static Support of(Asked asked, Passage passage, double background) {
        Manual manual = passage.manual();
        Set<String> heading = asked.content(manual, passage.heading());
        Set<String> words = new HashSet<>(heading);
        words.addAll(asked.content(manual, String.join(" ", passage.path())));
        words.addAll(asked.content(manual, manual.title()));
        words.addAll(asked.content(manual, PassageText.render(passage.section().blocks())));
        Said said =
                new Said(
                        passage.evidence().termCover(),
                        share(asked.essential(), words),
                        share(asked.essential(), heading),
                        heading.isEmpty() ? 0 : share(heading, asked.words()));
        boolean named = asked.names().stream().allMatch(name -> Names.stand(asked, name, passage));
        return new Support(said, found(passage.evidence(), background), named);
    }

    private static Found found(Evidence evidence, double background) {
        int byWords = evidence.keywordRank();
        int byMeaning = evidence.vectorRank();
        boolean both = byWords > 0 && byMeaning > 0;
        double agreed = both ? (1.0 / byWords + 1.0 / byMeaning) / 2 : 0;
        return new Found(byWords == 1, byMeaning == 1, agreed, evidence.cosine() - background);
    }

    /// The better of each feature: what speaks for two passages of one section.
    Support with(Support other) {
        return new Support(said.with(other.said), found.with(other.found), named || other.named);
    }

    /// The features weighed: 0 where as much speaks for as against it. The weights were fitted, see
    /// `docs/refusal.md`.
    public double score() {
        return 3.5 * said.cover
                + 2.75 * said.met
                + 1.75 * said.headed
                + (found.first() ? 1.2 : 0)
                + 40 * found.lift
                - 5.6;
    }

    /// Whether its heading is what the question says, and both searches agree that it is.
    public boolean isTitled() {
        return said.titled == 1 && found.agreed >= AGREED_MIN && score() >= TITLED_MIN;
    }

    /// Whether both searches put it first, and much speaks for it.
    public boolean isFirst() {
        return found.first() && score() >= ENOUGH;
    }

    /// Whether so much speaks for it that its words need not all be met.
    public boolean isEnough() {
        return score() >= ENOUGH || isTitled();
    }

    /// Whether so much speaks for it that a piece of it may say little of the question itself.
    public boolean isSure() {
        return score() >= SURE;
    }

    private static double share(Set<String> words, Collection<String> said) {
        long met = words.stream().filter(word -> Words.isMetBy(word, said)).count();
        return words.isEmpty() ? 1 : (double) met / words.size();
    }
}
