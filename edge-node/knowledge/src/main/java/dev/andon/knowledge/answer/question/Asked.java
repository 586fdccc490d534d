package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a question asks for, read off its words.
///
/// @param question as asked
/// @param words its comparable content words, in order
/// @param tokens those with a digit (`M10`, `E-42`, `6ES7 315`), as written: whatever does not have
///     them does not answer
/// @param names those that are written as names are (`MAX_JERK`, `Siemens`): what answers stands in
///     a section that has them
/// @param quantity the kind of value that is asked for, if any
/// @param kind what form of answer is wanted
public record Asked(
        Question question,
        Set<String> words,
        List<String> tokens,
        List<String> names,
        Optional<Quantity> quantity,
        Kind kind) {
    private static final Pattern CODE = Pattern.compile("\\p{L}{1,3}[- ]?\\p{Nd}{1,5}");

    /// ISO metric threads look like codes and are none.
    private static final Pattern THREAD = Pattern.compile("(?i)M\\p{Nd}{1,2}(?:x.*)?");

    /// Words of no content in this phrase only: the noun setting, the way down.
    private static final Pattern PHRASES =
            Pattern.compile(
                    "(?i)\\bsettings? (?:of|for)\\b|\\bon (?:the|its|their) way\\b|\\bas soon as\\b"
                            + "|\\ba (?:little|bit)\\b|\\b(?:all|every|each) (?:the )?time\\b");

    /// Words that a manual may leave out of a row whose subject is otherwise met.
    private static final Set<String> GENERIC =
            Words.content("bolts screws nuts fasteners threads size range reading");

    private static final Pattern FOCUS =
            Pattern.compile("(?iu)^\\s*(?:which|what) (\\p{L}{3,})\\b");

    /// Words that say what sort of thing is asked about and not which: a section need not repeat
    /// them.
    private static final Set<String> SORTS =
            Words.content(
                    "function pin parameter signal option command component setting variable word"
                            + " key difference purpose format type name default card board driver"
                            + " feature entry");

    private static final Set<String> MANNERS =
            Words.content(
                    "properly exactly actually correctly quickly itself behave work different");

    private static final Set<String> FAULT_WORDS = Words.content("fault code trip message display");
    private static final Set<String> PART_WORDS =
            Words.content("part order ordering article spare catalogue item code which référence");

    /// What form of answer is wanted.
    public enum Kind {
        /// What a fault code means.
        FAULT,
        /// A number with its unit.
        VALUE,
        /// The number by which a part is ordered.
        PART,
        /// Steps.
        HOW_TO,
        /// Anything else.
        OPEN
    }

    public Asked {
        words = Set.copyOf(words);
        tokens = List.copyOf(tokens);
        names = List.copyOf(names);
    }

    public static Asked read(Question question) {
        String text = question.text();
        Set<String> words =
                new LinkedHashSet<>(Words.content(PHRASES.matcher(text).replaceAll(" ")));
        List<String> tokens = discriminating(question);
        Optional<Quantity> quantity = Quantity.askedBy(text);
        Kind kind = kind(text, words, tokens, quantity.isPresent());
        words.removeAll(MachineMention.in(question));
        if (kind == Kind.PART) {
            words.removeAll(PART_WORDS);
        }
        return new Asked(
                question,
                words,
                tokens,
                List.copyOf(ProperNames.in(question)),
                kind == Kind.VALUE ? quantity : Optional.empty(),
                kind);
    }

    private static Kind kind(
            String text, Set<String> words, List<String> tokens, boolean hasQuantity) {
        boolean howTo = QuestionForm.HOW_TO.isOf(text);
        boolean figure = !QuestionForm.NO_FIGURE.isOf(text) && !QuestionForm.SYMPTOM.isOf(text);
        if (QuestionForm.PART_NUMBER.isOf(text) && tokens.isEmpty()) {
            return Kind.PART;
        }
        if (hasQuantity && !howTo && figure) {
            return Kind.VALUE;
        }
        boolean code = tokens.stream().anyMatch(Asked::isCode);
        if (code && (FAULT_WORDS.stream().anyMatch(words::contains) || words.size() <= 1)) {
            return Kind.FAULT;
        }
        return howTo ? Kind.HOW_TO : Kind.OPEN;
    }

    /// Tokens with a digit, less those that are the machine's own name or model.
    private static List<String> discriminating(Question question) {
        String machine = Words.canonical(String.valueOf(question.machine()));
        List<String> models = question.models().stream().map(Words::canonical).toList();
        return Words.tokens(Words.joined(question.text())).stream()
                .filter(Words::hasDigit)
                .filter(token -> !machine.endsWith(Words.canonical(token)))
                .filter(token -> !models.contains(Words.canonical(token)))
                .toList();
    }

    /// Whether a token looks like a fault code, `E-42`, `A204`.
    static boolean isCode(String token) {
        return CODE.matcher(token).matches() && !THREAD.matcher(token).matches();
    }

    /// Whether the size of a thread stands in the question, `M10`.
    public boolean hasThread() {
        return tokens.stream().anyMatch(token -> THREAD.matcher(token).matches());
    }

    /// Whether a code, a size or a part number stands in the question; a plain number is none.
    public boolean hasDesignation() {
        return tokens.stream().anyMatch(token -> token.chars().anyMatch(Character::isLetter));
    }

    /// Whether it is asked how often, or when, something is done.
    public boolean wantsInterval() {
        return kind == Kind.OPEN && QuestionForm.HOW_OFTEN.isOf(question.text());
    }

    /// Whether a value is asked for without saying of what.
    public boolean hasNoSubject() {
        return kind == Kind.VALUE && tokens.isEmpty() && subject().isEmpty();
    }

    /// The fault codes among the tokens.
    public List<String> codes() {
        return tokens.stream().filter(Asked::isCode).toList();
    }

    /// Whether something goes wrong and no figure is wanted.
    public boolean isSymptom() {
        return kind == Kind.OPEN && QuestionForm.SYMPTOM.isOf(question.text());
    }

    /// The words that name what is asked about, without those that name the quantity.
    public Set<String> subject() {
        Set<String> subject = new LinkedHashSet<>(words);
        quantity.ifPresent(asked -> subject.removeIf(asked::isNamedBy));
        if (kind == Kind.VALUE && !(tokens.isEmpty() && GENERIC.containsAll(subject))) {
            subject.removeAll(GENERIC);
        }
        if (kind == Kind.FAULT) {
            subject.removeAll(FAULT_WORDS);
        }
        return subject;
    }

    /// Of those the ones that an answer in running text must have: not the sort of a thing that is
    /// otherwise named.
    public Set<String> essential() {
        Set<String> essential = new LinkedHashSet<>(subject());
        essential.removeAll(MANNERS);
        Set<String> named = new LinkedHashSet<>(essential);
        named.removeAll(SORTS);
        return named.isEmpty() && tokens.isEmpty() && names.isEmpty() ? essential : named;
    }

    /// The thing that `which` or `what` asks for, `colour` in `Which colour is the button?`: what
    /// does not speak of it does not answer.
    public Optional<String> focus() {
        Matcher matcher = FOCUS.matcher(question.text());
        return matcher.find()
                ? Optional.of(Words.comparable(matcher.group(1))).filter(essential()::contains)
                : Optional.empty();
    }

    /// The same question without the expectation of a value in one of its units: manuals give
    /// defaults and counts without.
    public Asked withoutUnits() {
        return new Asked(question, words, tokens, names, Optional.empty(), Kind.OPEN);
    }

    /// Whether work of hands is asked for, which only a procedure answers.
    public boolean isHandsOn() {
        return kind == Kind.HOW_TO && QuestionForm.HANDS_ON.isOf(question.text());
    }

    /// The words that speak for a candidate; beside a size the word `bolt` says nothing.
    public Set<String> scored() {
        Set<String> scored = new LinkedHashSet<>(words);
        if (kind == Kind.VALUE && !tokens.isEmpty()) {
            scored.removeAll(GENERIC);
        }
        return scored;
    }

    /// The words of the question, as spoken, whose comparable form is in the given set.
    public String spoken(Set<String> comparable) {
        return String.join(
                " ",
                Words.tokens(question.text()).stream()
                        .filter(token -> comparable.contains(Words.comparable(token)))
                        .distinct()
                        .toList());
    }
}
