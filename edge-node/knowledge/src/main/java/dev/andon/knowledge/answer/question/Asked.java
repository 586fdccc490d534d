package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Glossary;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final Map<Language, Pattern> PHRASES = QuestionWords.pattern("phrases");

    /// Words that a manual may leave out of a row whose subject is otherwise met.
    private static final Map<Language, Set<String>> GENERIC = QuestionWords.words("generic");

    private static final Map<Language, Pattern> FOCUS = QuestionWords.pattern("focus");

    /// Words that say what sort of thing is asked about and not which: a section need not repeat
    /// them.
    private static final Map<Language, Set<String>> SORTS = QuestionWords.words("sorts");

    private static final Map<Language, Set<String>> MANNERS = QuestionWords.words("manners");
    private static final Map<Language, Set<String>> FAULT_WORDS = QuestionWords.words("fault");
    private static final Map<Language, Set<String>> PART_WORDS = QuestionWords.words("part");

    private static final Map<Language, Set<String>> PROPERTIES = QuestionWords.words("properties");
    private static final Map<Language, Pattern> COUNTED = QuestionWords.pattern("counted");

    /// The article, which speech recognition and people write as a figure: `in 1 system`.
    private static final Pattern ARTICLE =
            Pattern.compile("(?i)(?<=\\b(?:in|with|of|per|on|at) )1(?= \\p{L}{3,})");

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
        Language language = Language.of(question.language());
        String plain = in(language, PHRASES).matcher(text).replaceAll(" ");
        Set<String> words = new LinkedHashSet<>(language.content(plain));
        List<String> tokens = discriminating(question);
        Optional<Quantity> quantity = Quantity.askedBy(language, text);
        Kind kind = kind(question, words, tokens, quantity.isPresent());
        words.removeAll(MachineMention.in(question));
        quantity.ifPresent(asked -> takeApart(words, asked, language));
        if (kind == Kind.PART) {
            words.removeAll(in(language, PART_WORDS));
        }
        return new Asked(
                question,
                words,
                tokens,
                List.copyOf(ProperNames.in(question)),
                kind == Kind.VALUE ? quantity : Optional.empty(),
                kind);
    }

    /// Who asks for the `Öldruck` asks for a pressure, of oil.
    private static void takeApart(Set<String> words, Quantity quantity, Language language) {
        for (String word : List.copyOf(words)) {
            Set<String> parts = language.parts(word, Set.of());
            if (parts.stream().anyMatch(part -> quantity.isNamedBy(language, part))) {
                words.remove(word);
                words.addAll(parts);
            }
        }
    }

    /// The language that it is asked in.
    public Language language() {
        return Language.of(question.language());
    }

    /// The comparable words of a manual's text as this question would have them, whatever language
    /// the manual is in. A German compound of the question whose parts all stand there stands
    /// there, too.
    public Set<String> content(Manual manual, String text) {
        Set<String> content = Glossary.content(language(), manual, text);
        for (String said : List.copyOf(content)) {
            content.addAll(language().parts(said, words));
        }
        for (String word : words) {
            Set<String> parts = language().parts(word, content);
            if (!parts.isEmpty() && content.containsAll(parts)) {
                content.add(word);
            }
        }
        return content;
    }

    /// The same of one word of a name: of a German compound not what stands in front. A
    /// `Pumpendichtung` is no pump.
    public Set<String> head(Manual manual, String word) {
        Set<String> head = content(manual, word);
        for (String whole : language().content(word)) {
            language().parts(whole, words).stream().skip(1).forEach(head::remove);
        }
        return head;
    }

    /// Whether a manual is in another language than the question.
    public boolean isForeign(Manual manual) {
        return Glossary.isForeign(language(), manual);
    }

    private static <T> T in(Language language, Map<Language, T> each) {
        return Objects.requireNonNull(each.get(language));
    }

    private static boolean is(Question question, QuestionForm form) {
        return form.isOf(Language.of(question.language()), question.text());
    }

    private static Kind kind(
            Question question, Set<String> words, List<String> tokens, boolean hasQuantity) {
        boolean howTo = is(question, QuestionForm.HOW_TO);
        boolean figure =
                !is(question, QuestionForm.NO_FIGURE) && !is(question, QuestionForm.SYMPTOM);
        if (is(question, QuestionForm.PART_NUMBER) && tokens.isEmpty()) {
            return Kind.PART;
        }
        if (hasQuantity && !howTo && figure) {
            return Kind.VALUE;
        }
        boolean code = tokens.stream().anyMatch(Asked::isCode);
        Set<String> faults = in(Language.of(question.language()), FAULT_WORDS);
        boolean told = faults.stream().anyMatch(words::contains) || words.size() <= 1;
        if (code && told && !is(question, QuestionForm.NUMBER)) {
            return Kind.FAULT;
        }
        return howTo ? Kind.HOW_TO : Kind.OPEN;
    }

    /// Tokens with a digit, less those that are the machine's own name or model.
    private static List<String> discriminating(Question question) {
        String machine = Words.canonical(String.valueOf(question.machine()));
        List<String> models = question.models().stream().map(Words::canonical).toList();
        String text = ARTICLE.matcher(question.text()).replaceAll("one");
        return Words.tokens(Words.joined(text)).stream()
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
        return kind == Kind.OPEN && is(question, QuestionForm.HOW_OFTEN);
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
        return kind == Kind.OPEN && is(question, QuestionForm.SYMPTOM);
    }

    /// The words that name what is asked about, without those that name the quantity.
    public Set<String> subject() {
        Set<String> subject = new LinkedHashSet<>(words);
        quantity.ifPresent(asked -> subject.removeIf(word -> asked.isNamedBy(language(), word)));
        Set<String> generic = in(language(), GENERIC);
        if (kind == Kind.VALUE && !names.isEmpty()) {
            subject.removeAll(in(language(), SORTS));
        }
        if (kind == Kind.VALUE && !(tokens.isEmpty() && generic.containsAll(subject))) {
            subject.removeAll(generic);
        }
        if (kind == Kind.FAULT) {
            subject.removeAll(in(language(), FAULT_WORDS));
        }
        return subject;
    }

    /// Of those the ones that an answer in running text must have: not the sort of a thing that is
    /// otherwise named.
    public Set<String> essential() {
        Set<String> essential = new LinkedHashSet<>(subject());
        essential.removeAll(in(language(), MANNERS));
        Set<String> named = new LinkedHashSet<>(essential);
        named.removeAll(in(language(), SORTS));
        return named.isEmpty() && tokens.isEmpty() && names.isEmpty() ? essential : named;
    }

    /// The thing that `which` or `what` asks for, `colour` in `Which colour is the button?`: what
    /// does not speak of it does not answer.
    public Optional<String> focus() {
        Matcher matcher = in(language(), FOCUS).matcher(question.text());
        return matcher.find()
                ? Optional.of(language().comparable(matcher.group(1))).filter(essential()::contains)
                : Optional.empty();
    }

    /// Whether only a number answers.
    public boolean wantsNumber() {
        return is(question, QuestionForm.NUMBER);
    }

    /// Whether a person is asked for.
    public boolean wantsPerson() {
        return is(question, QuestionForm.WHO);
    }

    /// Whether a colour, a make or the like is asked for, of which every thing has its own.
    public boolean wantsProperty() {
        return focus().filter(in(language(), PROPERTIES)::contains).isPresent();
    }

    /// The comparable words that name what `how many` asks to be counted; empty if it does not.
    public Set<String> counted() {
        Set<String> things = new LinkedHashSet<>();
        Matcher matcher = in(language(), COUNTED).matcher(question.text());
        if (kind == Kind.OPEN && matcher.find()) {
            for (String word : matcher.group(1).strip().split(" ")) {
                if (language().isFunctionWord(word)) {
                    break;
                }
                things.addAll(language().content(word));
            }
        }
        return things;
    }

    /// The same question without the expectation of a value in one of its units: manuals give
    /// defaults and counts without.
    public Asked withoutUnits() {
        return new Asked(question, words, tokens, names, Optional.empty(), Kind.OPEN);
    }

    /// Whether work of hands is asked for, which only a procedure answers.
    public boolean isHandsOn() {
        return kind == Kind.HOW_TO && is(question, QuestionForm.HANDS_ON);
    }

    /// The words that speak for a candidate; beside a size the word `bolt` says nothing.
    public Set<String> scored() {
        Set<String> scored = new LinkedHashSet<>(words);
        if (kind == Kind.VALUE && !tokens.isEmpty()) {
            scored.removeAll(in(language(), GENERIC));
        }
        return scored;
    }

    /// The words of the question, as spoken, whose comparable form is in the given set.
    public String spoken(Set<String> comparable) {
        return String.join(
                " ",
                Words.tokens(question.text()).stream()
                        .filter(token -> comparable.contains(language().comparable(token)))
                        .distinct()
                        .toList());
    }
}
