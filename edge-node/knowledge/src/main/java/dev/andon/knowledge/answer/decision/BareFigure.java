package dev.andon.knowledge.answer.decision;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.CandidateSentences;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.Opposites;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Passage;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A figure that manuals of controls give without a unit, as the default of a setting.
///
/// It answers only in a section that is supported enough, and only if one sentence with the
/// headings above it has every word, name and code of the question, and a number besides.
final class BareFigure {
    /// A figure without a unit needs so many words, names and codes that say of what.
    private static final int SUBJECT_MIN = 2;

    private static final Pattern DEFAULT =
            Pattern.compile("(?iu)\\b(?:defaults?|défaut|Vorgabe\\p{L}*|Standard\\p{L}*)\\b");

    private BareFigure() {}

    /// The sentences that give the asked figure, best first; none where none was asked for.
    static List<Match> in(Asked asked, List<Passage> passages, Supports supports) {
        int subject = asked.subject().size() + asked.tokens().size() + asked.names().size();
        if (!isAsked(asked) || subject < SUBJECT_MIN) {
            return List.of();
        }
        List<Passage> supported =
                passages.stream()
                        .filter(p -> supports.of(p).isEnough() && supports.of(p).named())
                        .toList();
        return CandidateSentences.of(supported).stream()
                .filter(candidate -> isGivenBy(asked, candidate))
                .map(candidate -> new Match(candidate, score(asked, candidate), Set.of()))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    private static boolean isAsked(Asked asked) {
        return switch (asked.kind()) {
            case VALUE -> asked.quantity().filter(Quantity::isOftenWithoutUnit).isPresent();
            case OPEN -> DEFAULT.matcher(asked.question().text()).find();
            case FAULT, PART, HOW_TO -> false;
        };
    }

    private static boolean isGivenBy(Asked asked, Candidate candidate) {
        if (!(candidate instanceof Candidate.Sentence sentence)) {
            return false;
        }
        Passage passage = sentence.passage();
        String above = String.join(" . ", passage.path()) + " . " + passage.manual().title();
        Set<String> own = asked.content(passage.manual(), sentence.text());
        Set<String> around = asked.content(passage.manual(), above);
        Set<String> said = new HashSet<>(own);
        said.addAll(around);
        Set<String> tokens = Words.canonicalTokens(sentence.text() + " . " + above);
        boolean number =
                Words.tokens(sentence.text()).stream()
                        .anyMatch(t -> t.matches("\\p{Nd}.*") && !asked.tokens().contains(t));
        return number
                && asked.tokens().stream().map(Words::canonical).allMatch(tokens::contains)
                && asked.words().stream().allMatch(word -> Words.isMetBy(word, said))
                && asked.names().stream().allMatch(name -> stands(name, sentence.text(), above))
                && !Opposites.contradict(asked.words(), own, around);
    }

    /// A name of several parts is one whole: `HOME_VEL` is not said by `HOME_SEARCH_VEL`.
    private static boolean stands(String name, String text, String above) {
        return (text + " " + above)
                .toLowerCase(Locale.ROOT)
                .contains(name.toLowerCase(Locale.ROOT));
    }

    /// The words that the sentence itself has count, and that it says little else.
    private static double score(Asked asked, Candidate candidate) {
        Set<String> own = asked.content(candidate.passage().manual(), candidate.quote());
        double met = asked.words().stream().filter(word -> Words.isMetBy(word, own)).count();
        return own.isEmpty() ? met : met + met / own.size();
    }
}
