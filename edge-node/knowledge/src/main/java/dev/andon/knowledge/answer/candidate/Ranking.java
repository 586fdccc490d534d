package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.Glossary;
import dev.andon.knowledge.answer.words.Opposites;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ranks the candidates of a question's passages.
///
/// A candidate is out, whatever its score, when
/// - a token of the question (`M10`, `E-42`, a number) stands neither in it nor in its headings,
/// - it says the opposite of an asked condition (dry for lubricated, minimum for maximum),
/// - a value is asked for and it gives none in a unit of that quantity, or a part's number and it
///   has none,
/// - a fault code is asked for and it is not that code's row or section.
///
/// The score is the share of the question's words that it has, rare words weighing more, its own
/// words more than its caption's, those more than its headings' (of steps the heading's most); plus
/// a little for a good place in the retrieval.
public final class Ranking {
    private static final double RETRIEVAL_BONUS = 0.15;
    private static final double SUPPORT_BONUS = 0.1;
    private static final Pattern CODE = Pattern.compile("\\p{Lu}\\p{Nd}+(?:\\.\\p{Nd}+)?");
    private static final Pattern CAPTION =
            Pattern.compile("^(?:Figure|Table|Tableau|Abbildung|Tabelle) \\p{Nd}");
    private static final double EARLY_BONUS = 0.6;
    private static final double DEFINITION_BONUS = 0.4;
    private static final int FRAGMENT_WORDS_MAX = 4;
    private static final double PRECISION_BONUS = 0.2;
    private static final double ROW_OF_CODE_BONUS = 2;
    private static final double SECTION_OF_CODE_BONUS = 1;
    private static final double TOKEN_IN_HEADING_BONUS = 0.4;
    private static final double ROW_OF_VALUE_BONUS = 0.35;
    private static final double ROW_OF_PART_BONUS = 0.6;
    private static final double NAMES_MORE_MALUS = 0.2;
    private static final int NAME_WORDS_MAX = 4;
    private static final double STEPS_BONUS = 0.5;

    private final Asked asked;
    private final List<Passage> passages;
    private final Supports supports;
    private final List<Candidate> candidates;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<Long, Set<String>> wordsOf = new HashMap<>();

    private Ranking(Asked asked, List<Passage> passages, Supports supports) {
        this.asked = asked;
        this.passages = passages;
        this.supports = supports;
        this.candidates = CandidateSentences.of(passages);
        for (Candidate candidate : candidates) {
            for (String word : Words.content(candidate.quote())) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
    }

    /// The candidates that are not out, best first.
    public static List<Match> rank(Asked asked, List<Passage> passages, Supports supports) {
        Ranking ranking = new Ranking(asked, passages, supports);
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : ranking.candidates) {
            ranking.match(candidate).ifPresent(matches::add);
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches;
    }

    private Optional<Match> match(Candidate candidate) {
        CandidateText text = new CandidateText(candidate);
        if (!supports.of(candidate.passage()).named()
                || !text.tokens.containsAll(asked.tokens().stream().map(Words::canonical).toList())
                || beginsWithAnotherCode(candidate)
                || Opposites.contradict(asked.words(), text.own, text.around)
                || lacksTheValue(candidate)) {
            return Optional.empty();
        }
        double bonus = kindBonus(candidate);
        double cover = cover(text);
        if (bonus <= -1 || hasNothing(candidate, text)) {
            return Optional.empty();
        }
        double score =
                cover
                        + bonus
                        + PRECISION_BONUS * precision(text)
                        - (asked.wantsInterval() && namesMore(candidate) ? NAMES_MORE_MALUS : 0)
                        + (headedByAToken(candidate) ? TOKEN_IN_HEADING_BONUS : 0)
                        + (defines(candidate) ? DEFINITION_BONUS : 0)
                        + (isOfAToken(candidate) ? TOKEN_IN_HEADING_BONUS + early(candidate) : 0)
                        + place(candidate)
                        + support(candidate);
        return Optional.of(new Match(candidate, score, missing(candidate, text)));
    }

    /// A sentence is never an answer by its heading alone.
    private boolean hasNothing(Candidate candidate, CandidateText text) {
        if (candidate instanceof Candidate.Sentence sentence && saysNothingNew(sentence, text)) {
            return true;
        }
        if (asked.hasDesignation() || asked.hasNoSubject()) {
            return false;
        }
        boolean ofValue = asked.kind() == Kind.VALUE && candidate instanceof Candidate.Sentence;
        Set<String> wanted = ofValue ? asked.subject() : asked.words();
        boolean named = candidate instanceof Candidate.Steps && text.isHeadedByOneOf(wanted);
        boolean nothing = wanted.stream().noneMatch(text.own::contains) && !named;
        return nothing || (isAside(candidate, text) && !isOfASupportedSection(candidate));
    }

    /// A caption or the form of a command, `G4 P-`, answers nothing.
    private boolean saysNothingNew(Candidate.Sentence sentence, CandidateText text) {
        long told = text.own.stream().filter(word -> !asked.words().contains(word)).count();
        boolean caption = CAPTION.matcher(sentence.text()).find();
        boolean fragment = Sentences.words(sentence.text()) <= FRAGMENT_WORDS_MAX;
        return (told == 0 || caption || (fragment && told < 2))
                && !(sentence.block() instanceof Block.Notice)
                && asked.kind() != Kind.VALUE
                && asked.kind() != Kind.PART;
    }

    private boolean isOfASupportedSection(Candidate candidate) {
        boolean text = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        return text && !asked.isSymptom() && supports.of(candidate.passage()).isEnough();
    }

    /// Under `M48, M49 Override Control` the sentence `M48 - enable ...` says nothing of M49.
    private boolean beginsWithAnotherCode(Candidate candidate) {
        if (!(candidate instanceof Candidate.Sentence) || !asked.hasDesignation()) {
            return false;
        }
        String first = candidate.quote().split("\\s", 2)[0];
        List<String> tokens = Words.tokens(first);
        return !tokens.isEmpty()
                && CODE.matcher(tokens.getFirst()).matches()
                && asked.tokens().stream()
                        .map(Words::canonical)
                        .noneMatch(Words.canonicalTokens(candidate.quote())::contains);
    }

    /// Whether it begins with what was asked for by name, `MIN_FERROR = 0.01 - ...`.
    private boolean defines(Candidate candidate) {
        return candidate instanceof Candidate.Sentence sentence
                && Sentences.words(sentence.text()) > FRAGMENT_WORDS_MAX
                && asked.names().stream().anyMatch(sentence.text()::startsWith);
    }

    /// A row that has less than half of the words in itself and its headings, a sentence with less
    /// than a third, is about something else.
    private boolean isAside(Candidate candidate, CandidateText text) {
        long met = asked.words().stream().filter(word -> text.has(word) > 0).count();
        int share = candidate instanceof Candidate.Sentence ? 3 : 2;
        return met * share < asked.words().size();
    }

    private boolean lacksTheValue(Candidate candidate) {
        if (asked.kind() == Kind.PART) {
            return !PartNumber.isIn(candidate);
        }
        if (asked.quantity().isEmpty()) {
            return asked.wantsInterval() && !Interval.isIn(candidate);
        }
        return switch (candidate) {
            case Candidate.Row row -> ValueRow.read(asked, row).isEmpty();
            case Candidate.Sentence sentence -> !asked.quantity().get().isGivenIn(sentence.text());
            case Candidate.Steps _ -> true;
        };
    }

    /// What the form of the candidate adds; negative if that form cannot answer.
    private double kindBonus(Candidate candidate) {
        boolean steps = candidate instanceof Candidate.Steps;
        return switch (asked.kind()) {
            case FAULT -> codeBonus(candidate);
            case HOW_TO -> howToBonus(candidate);
            case VALUE -> valueBonus(candidate);
            case PART -> partBonus(candidate);
            case OPEN -> steps ? -1 : 0;
        };
    }

    private double partBonus(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Row row -> PartNumber.isNamed(row, asked) ? ROW_OF_PART_BONUS : -1;
            case Candidate.Sentence sentence -> PartNumber.isNamed(sentence, asked) ? 0 : -1;
            case Candidate.Steps _ -> -1;
        };
    }

    /// A value without a subject is looked for in tables only.
    private double valueBonus(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Row row -> namesAnother(row) ? -1 : ROW_OF_VALUE_BONUS;
            case Candidate.Sentence _ -> asked.hasNoSubject() ? -1 : 0;
            case Candidate.Steps _ -> -1;
        };
    }

    /// Where the size of a thread is asked for: whether a row is that of a joint which is not.
    private boolean namesAnother(Candidate.Row row) {
        return asked.hasThread()
                && ValueRow.read(asked, row).stream()
                        .flatMap(read -> read.keys().stream())
                        .map(key -> Glossary.content(row.passage().manual(), key))
                        .filter(key -> !key.isEmpty() && !Opposites.areConditions(key))
                        .anyMatch(key -> Collections.disjoint(key, asked.subject()));
    }

    /// One common word in a sentence is no instruction; one step of many or a row neither.
    private double howToBonus(Candidate candidate) {
        boolean placed = placeHasAWord(candidate);
        return switch (candidate) {
            case Candidate.Steps steps ->
                    placed && ProcedureTitle.names(steps, asked) ? STEPS_BONUS : -1;
            case Candidate.Row _ -> -1;
            case Candidate.Sentence(_, _, _, Block.Step _) -> -1;
            case Candidate.Sentence _ -> placed || asked.words().size() > 1 ? 0 : -1;
        };
    }

    private double codeBonus(Candidate candidate) {
        Set<String> codes = new HashSet<>();
        asked.codes().forEach(code -> codes.add(Words.canonical(code)));
        boolean rowOfCode =
                candidate instanceof Candidate.Row row
                        && row.cells().stream().map(Words::canonical).anyMatch(codes::contains)
                        && row.cells().stream().anyMatch(cell -> Sentences.words(cell) > 1);
        return rowOfCode
                ? ROW_OF_CODE_BONUS
                : headedByAToken(candidate) ? SECTION_OF_CODE_BONUS : 0;
    }

    private boolean headedByAToken(Candidate candidate) {
        Set<String> heading = Words.canonicalTokens(candidate.passage().heading());
        return asked.tokens().stream().map(Words::canonical).anyMatch(heading::contains);
    }

    /// `M60 Pallet Change Pause` is about M60, `The behaviour of M0, M1 and M60` also about others.
    private boolean isOfAToken(Candidate candidate) {
        List<String> heading = Words.tokens(candidate.passage().heading());
        return !heading.isEmpty()
                && asked.tokens().stream()
                        .map(Words::canonical)
                        .anyMatch(Words.canonical(heading.getFirst())::equals);
    }

    /// A section says first what the thing is that heads it.
    private static double early(Candidate candidate) {
        if (!(candidate instanceof Candidate.Sentence sentence)) {
            return 0;
        }
        List<Block> blocks = candidate.passage().section().blocks();
        int at = blocks.indexOf(sentence.block());
        return at < 0 ? 0 : EARLY_BONUS * (1 - (double) at / blocks.size());
    }

    private boolean placeHasAWord(Candidate candidate) {
        Set<String> place =
                Glossary.content(
                        candidate.passage().manual(),
                        candidate.passage().heading() + " " + candidate.frame());
        return asked.words().stream().anyMatch(place::contains);
    }

    private double cover(CandidateText text) {
        double all = 0;
        double found = 0;
        for (String word : asked.scored()) {
            double weight = weight(word);
            all += weight;
            found += weight * text.has(word);
        }
        return all == 0 ? 0 : found / all;
    }

    private double weight(String word) {
        return Math.log(1 + (1.0 + candidates.size()) / (1 + frequency.getOrDefault(word, 0)));
    }

    /// The share of the candidate's own words that the question has: the shorter of two rows that
    /// fit equally is the better one.
    private double precision(CandidateText text) {
        long shared = text.own.stream().filter(asked.words()::contains).count();
        return text.own.isEmpty() ? 0 : (double) shared / text.own.size();
    }

    /// Whether a name in a row goes on: an oil filter is no oil.
    private boolean namesMore(Candidate candidate) {
        return candidate instanceof Candidate.Row row
                && row.cells().stream()
                        .filter(cell -> Sentences.words(cell) <= NAME_WORDS_MAX)
                        .map(Words::content)
                        .anyMatch(
                                name ->
                                        !Collections.disjoint(name, asked.words())
                                                && !asked.words().containsAll(name));
    }

    /// In running text the section counts more than the sentence; of each manual the best section
    /// is equal.
    private double support(Candidate candidate) {
        boolean text = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        return text ? SUPPORT_BONUS * supports.behindTheBest(candidate.passage()) : 0;
    }

    private double place(Candidate candidate) {
        int rank = passages.indexOf(candidate.passage());
        return RETRIEVAL_BONUS * (1 - (double) rank / passages.size());
    }

    private Set<String> missing(Candidate candidate, CandidateText text) {
        if (asked.kind() == Kind.FAULT) {
            return Set.of();
        }
        boolean runningText = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        Set<String> missing = new HashSet<>(runningText ? asked.essential() : asked.subject());
        missing.removeAll(text.own);
        if (asked.kind() == Kind.PART) {
            return missing;
        }
        missing.removeAll(text.around);
        boolean inContext =
                candidate instanceof Candidate.Sentence
                        && asked.kind() == Kind.OPEN
                        && !asked.wantsInterval()
                        && asked.focus().isEmpty();
        if (inContext || candidate instanceof Candidate.Steps) {
            missing.removeAll(
                    wordsOf.computeIfAbsent(
                            candidate.passage().id(),
                            _ ->
                                    Glossary.content(
                                            candidate.passage().manual(),
                                            candidate.passage().text())));
        }
        return missing;
    }
}
