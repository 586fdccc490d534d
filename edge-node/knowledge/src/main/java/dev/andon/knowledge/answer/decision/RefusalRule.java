package dev.andon.knowledge.answer.decision;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.evidence.Support;
import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Passage;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules by which a question is refused, in the order in which they are tried. A cosine alone
/// never decides: it does not separate what a manual answers from what it does not.
public enum RefusalRule {
    /// Retrieval found no passage.
    NOTHING_FOUND,
    /// A fault code was asked for that no passage has.
    CODE_UNKNOWN,
    /// A size, part number, number or model of the question stands in no passage.
    TOKEN_ABSENT,
    /// The best passages cover less than [#COVER_MIN] of the question's words, weighted by rarity.
    COVER_LOW,
    /// Only the vectors found the passages, and they cover less than [#COVER_WITHOUT_KEYWORDS_MIN].
    KEYWORDS_SILENT,
    /// Too many of the question's words stand neither in the best candidate nor around it.
    WORDS_ABSENT,
    /// A value was asked for and no row or sentence gives one for that subject and condition.
    VALUE_ABSENT,
    /// A language model chose none of the candidates.
    MODEL_FOUND_NONE;

    static final double COVER_MIN = 0.35;
    static final double COVER_WITHOUT_KEYWORDS_MIN = 0.6;

    /// Questions of up to so many words must be met in all of them.
    private static final int WORDS_ALL_REQUIRED = 3;

    private static final Pattern PERSON =
            Pattern.compile(
                    "(?i)\\b(?:person|people|personnel|staff|team|operator|electrician|technician"
                            + "|engineer|specialist|fitter|expert|manufacturer|supplier|service"
                            + "|author|developer|company|maintainer|user|trained|qualified)s?\\b");

    /// A refusal with what is missing, in words of the question.
    public record Finding(RefusalRule rule, String missing) {}

    /// What speaks against answering, from the passages' evidence alone.
    static Optional<Finding> evidence(Asked asked, List<Passage> passages, Supports supports) {
        if (passages.isEmpty()) {
            return finding(NOTHING_FOUND, asked.spoken(asked.words()));
        }
        Set<String> absent = absentTokens(asked, passages);
        if (!absent.isEmpty()) {
            boolean code = asked.codes().stream().anyMatch(absent::contains);
            return finding(code ? CODE_UNKNOWN : TOKEN_ABSENT, String.join(", ", absent));
        }
        if (passages.stream().noneMatch(passage -> supports.of(passage).named())) {
            return finding(TOKEN_ABSENT, String.join(", ", asked.names()));
        }
        boolean tokensFound = !asked.tokens().isEmpty();
        double cover =
                passages.stream().mapToDouble(passage -> cover(asked, passage)).max().orElse(0);
        boolean supported = passages.stream().anyMatch(p -> supports.of(p).isEnough());
        if (cover < COVER_MIN && !tokensFound && !supported) {
            return finding(COVER_LOW, asked.spoken(asked.words()));
        }
        boolean keywordsSilent = passages.stream().allMatch(p -> p.evidence().keywordRank() == 0);
        if (keywordsSilent && !tokensFound && cover < COVER_WITHOUT_KEYWORDS_MIN) {
            return finding(KEYWORDS_SILENT, asked.spoken(asked.words()));
        }
        return Optional.empty();
    }

    /// The search compares words as they are written; across languages the glossary compares.
    private static double cover(Asked asked, Passage passage) {
        if (!asked.isForeign(passage.manual()) || asked.words().isEmpty()) {
            return passage.evidence().termCover();
        }
        Set<String> words = asked.content(passage.manual(), passage.text());
        words.addAll(asked.content(passage.manual(), String.join(" ", passage.path())));
        long met = asked.words().stream().filter(words::contains).count();
        return Math.max(passage.evidence().termCover(), (double) met / asked.words().size());
    }

    private static Set<String> absentTokens(Asked asked, List<Passage> passages) {
        Set<String> present = new HashSet<>();
        for (Passage passage : passages) {
            present.addAll(Words.canonicalTokens(passage.text()));
            present.addAll(Words.canonicalTokens(String.join(" . ", passage.path())));
            present.addAll(Words.canonicalTokens(passage.manual().title()));
            passage.manual().models().forEach(model -> present.add(Words.canonical(model)));
        }
        Set<String> absent = new LinkedHashSet<>(asked.tokens());
        absent.removeIf(token -> present.contains(Words.canonical(token)));
        return absent;
    }

    /// What speaks against the candidates, none of which is good enough.
    static Finding unmet(Asked asked, List<Match> ranked, List<Passage> passages) {
        if (!ranked.isEmpty()) {
            return new Finding(WORDS_ABSENT, asked.spoken(ranked.getFirst().missing()));
        }
        if (asked.kind() == Kind.VALUE) {
            return new Finding(VALUE_ABSENT, asked.spoken(asked.words()));
        }
        Set<String> unknown = unknownWords(asked, passages);
        return new Finding(WORDS_ABSENT, asked.spoken(unknown.isEmpty() ? asked.words() : unknown));
    }

    /// Whether a candidate meets enough of the question's words.
    static boolean isAcceptable(Asked asked, Match match) {
        boolean instruction =
                asked.kind() == Kind.HOW_TO && match.candidate() instanceof Candidate.Sentence;
        return hasTheFocus(asked, match)
                && namesAPerson(asked, match)
                && match.missing().size() <= (instruction ? 0 : missingMax(asked));
    }

    private static boolean hasTheFocus(Asked asked, Match match) {
        boolean text = asked.kind() == Kind.OPEN;
        return !text || asked.focus().filter(match.missing()::contains).isEmpty();
    }

    private static boolean namesAPerson(Asked asked, Match match) {
        return !asked.wantsPerson() || PERSON.matcher(match.candidate().quote()).find();
    }

    /// Whether the section of a candidate is so well supported that its words need not all be met.
    ///
    /// Never where a value, a part or an interval is asked for, nor for a work of hands: there a
    /// near miss is a wrong answer.
    static boolean isSupported(Asked asked, Match match, Support support) {
        boolean text = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        boolean near = asked.wantsInterval() || asked.isHandsOn() || isExact(asked);
        if (!text || near || !hasTheFocus(asked, match)) {
            return false;
        }
        int words = asked.essential().size();
        if (2 * match.missing().size() > words && !support.isSure()) {
            return false;
        }
        boolean story = words > WORDS_ALL_REQUIRED;
        return asked.isSymptom()
                ? support.isTitled() || (story && support.isFirst())
                : support.isEnough();
    }

    /// Whether a person, a number, a colour or the like is asked for: that of another thing is no
    /// answer.
    private static boolean isExact(Asked asked) {
        return asked.wantsPerson() || asked.wantsNumber() || asked.wantsProperty();
    }

    /// A value's subject must be met in every word. Elsewhere people paraphrase: of four or five
    /// words one may be missing, of more half.
    private static int missingMax(Asked asked) {
        int words = asked.essential().size();
        if (asked.kind() == Kind.VALUE || isExact(asked) || words <= WORDS_ALL_REQUIRED) {
            return 0;
        }
        return words <= 5 ? 1 : words / 2;
    }

    public static Set<String> unknownWords(Asked asked, List<Passage> passages) {
        Set<String> unknown = new HashSet<>(asked.words());
        for (Passage passage : passages) {
            unknown.removeAll(asked.content(passage.manual(), passage.text()));
            unknown.removeAll(asked.content(passage.manual(), String.join(" ", passage.path())));
        }
        return unknown;
    }

    private static Optional<Finding> finding(RefusalRule rule, String missing) {
        return Optional.of(new Finding(rule, missing));
    }
}
