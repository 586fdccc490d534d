package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the symptom of a manual that a person describes in other words.
///
/// A fault row, or a section of the faults chapter that is headed by its symptom, answers when all
/// of this holds:
/// - both searches found its passage, or one found it first (the vectors agree with the words),
/// - at least [#STATED_MIN] things or signs of the question stand in the symptom itself, a sign
///   among them (what is seen, heard or felt; see [SymptomWords]),
/// - no more signs of the question are missing than are met,
/// - of up to [#WORDS_ALL_REQUIRED] words all are met in the symptom, its cause or its section, of
///   more at least [#SHARE_MIN],
/// - what is said of all or every thing is not said of one,
/// - no other symptom meets as much.
public final class SymptomRule {
    static final int STATED_MIN = 2;
    static final int WORDS_ALL_REQUIRED = 3;
    static final double SHARE_MIN = 0.6;

    private static final Pattern FAULTS =
            Pattern.compile("(?iu).*(?:fault|trouble|symptom|problem|malfunction|défaut|panne).*");
    private static final Set<String> SYMPTOM =
            Words.content("symptom symptôme meaning fault problem");

    private static final Pattern ALL = Pattern.compile("(?i)\\b(?:all|every|each)\\b");
    private static final Pattern ONE = Pattern.compile("(?i)\\b(?:one|only|single)\\b");

    private SymptomRule() {}

    private record Stated(Candidate candidate, Set<String> symptom, Set<String> all) {}

    private record Fit(Stated stated, double share, int inSymptom) {}

    /// The one symptom that is described, if there is one.
    public static Optional<Candidate> described(Asked asked, List<Passage> passages) {
        Set<String> words = SymptomWords.concepts(asked.words());
        if (!asked.isSymptom() || !asked.tokens().isEmpty() || words.size() < STATED_MIN) {
            return Optional.empty();
        }
        List<Fit> fits = new ArrayList<>();
        for (Passage passage : passages) {
            if (isAgreed(passage.evidence())) {
                stated(passage).stream()
                        .filter(stated -> !contradicts(asked, stated))
                        .forEach(stated -> fit(words, stated).ifPresent(fits::add));
            }
        }
        fits.sort(Comparator.comparingDouble(Fit::share).thenComparing(Fit::inSymptom).reversed());
        boolean tied =
                fits.size() > 1
                        && fits.get(0).share() == fits.get(1).share()
                        && fits.get(0).inSymptom() == fits.get(1).inSymptom();
        return fits.isEmpty() || tied
                ? Optional.empty()
                : Optional.of(fits.getFirst().stated().candidate());
    }

    private static boolean contradicts(Asked asked, Stated stated) {
        String symptom =
                stated.candidate() instanceof Candidate.Row row
                        ? row.quote()
                        : stated.candidate().passage().heading();
        String question = asked.question().text();
        return (ALL.matcher(question).find() && ONE.matcher(symptom).find())
                || (ONE.matcher(question).find() && ALL.matcher(symptom).find());
    }

    private static boolean isAgreed(Evidence evidence) {
        boolean both = evidence.keywordRank() > 0 && evidence.vectorRank() > 0;
        return both || evidence.keywordRank() == 1 || evidence.vectorRank() == 1;
    }

    private static Optional<Fit> fit(Set<String> words, Stated stated) {
        long inSymptom = words.stream().filter(stated.symptom::contains).count();
        long signs = words.stream().filter(SymptomWords::isSign).count();
        long signsMet =
                words.stream()
                        .filter(SymptomWords::isSign)
                        .filter(stated.symptom::contains)
                        .count();
        double share = (double) words.stream().filter(stated.all::contains).count() / words.size();
        double shareMin = words.size() <= WORDS_ALL_REQUIRED ? 1 : SHARE_MIN;
        return inSymptom >= STATED_MIN && signsMet > 0 && 2 * signsMet >= signs && share >= shareMin
                ? Optional.of(new Fit(stated, share, (int) inSymptom))
                : Optional.empty();
    }

    private static List<Stated> stated(Passage passage) {
        List<Stated> stated = new ArrayList<>();
        Set<String> heading = SymptomWords.concepts(Words.content(passage.heading()));
        boolean section = passage.path().size() > 1 && FAULTS.matcher(above(passage)).matches();
        for (Candidate candidate : CandidateSentences.of(List.of(passage))) {
            switch (candidate) {
                case Candidate.Row row -> ofRow(row).ifPresent(stated::add);
                case Candidate.Sentence sentence -> {
                    boolean first =
                            section
                                    && sentence.block() instanceof Paragraph(String text, _)
                                    && text.startsWith(sentence.text());
                    if (first && stated.stream().noneMatch(s -> s.symptom.equals(heading))) {
                        stated.add(new Stated(sentence, heading, conceptsOf(passage, heading)));
                    }
                }
                case Candidate.Steps _ -> {}
            }
        }
        return stated;
    }

    private static String above(Passage passage) {
        return String.join(" ", passage.path().subList(0, passage.path().size() - 1));
    }

    private static Set<String> conceptsOf(Passage passage, Set<String> heading) {
        Set<String> all = new HashSet<>(heading);
        all.addAll(SymptomWords.concepts(Words.content(passage.text())));
        return all;
    }

    private static Optional<Stated> ofRow(Candidate.Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            String header = row.table().header().get(column);
            if (Words.content(header).stream().anyMatch(SYMPTOM::contains)
                    || header.toLowerCase(java.util.Locale.ROOT).startsWith("meaning")) {
                Set<String> all = SymptomWords.concepts(Words.content(row.quote()));
                Set<String> symptom = SymptomWords.concepts(Words.content(row.cells().get(column)));
                return Optional.of(new Stated(row, symptom, all));
            }
        }
        return Optional.empty();
    }
}
