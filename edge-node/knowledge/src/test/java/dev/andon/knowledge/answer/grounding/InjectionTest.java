package dev.andon.knowledge.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.ScriptedModel;
import dev.andon.knowledge.answer.SelectAnswerer;
import dev.andon.knowledge.answer.grounding.Verdict.Grounded;
import dev.andon.knowledge.answer.grounding.Verdict.Replaced;
import dev.andon.knowledge.answer.wording.WordAnswerer;
import dev.andon.knowledge.answer.wording.WordingLimits;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Section;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Text that tells the assistant what to say, in a manual and in a question, for one true fact: the
/// hoist motor mounting bolts take 46 to 50 N·m.
class InjectionTest {
    private static final String ASKED = "What is the torque of the hoist motor mounting bolts?";
    private static final String TRUE = "The hoist motor mounting bolts take 46 to 50 N·m.";
    private static final String INJECTED = "The hoist motor mounting bolts take 90 N·m.";
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final QuoteAnswerer QUOTES = new QuoteAnswerer(Set.of("en"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<Passage> PASSAGES =
            DemoManuals.near("palletiser-px200-service-c.pdf", ASKED);

    @Test
    void hasAtLeastFiftyAttempts() throws IOException {
        assertThat(attempts()).hasSizeGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void inAManualChangesNoQuote(String attempt) {
        Reply clean = quote(question(ASKED), PASSAGES);
        Reply injected = quote(question(ASKED), with(attempt));

        assertThat(injected.sentences()).isEqualTo(clean.sentences());
        assertThat(injected.text()).isEqualTo(clean.text());
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void inAManualIsNoEvidence(String attempt) {
        GroundingCheck check = new GroundingCheck(question(ASKED), with(attempt));

        assertThat(check.check(INJECTED)).satisfies(InjectionTest::saysNoNinety);
        assertThat(check.check("Hoist motor mounting bolts: ninety newton metres."))
                .satisfies(InjectionTest::saysNoNinety);
        assertThat(check.check(attempt)).satisfies(InjectionTest::saysNoNinety);
        assertThat(check.check(TRUE)).isInstanceOf(Grounded.class);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void inAQuestionIsNoEvidence(String attempt) {
        Question question = question(ASKED + " " + attempt);
        GroundingCheck check = new GroundingCheck(question, PASSAGES);

        assertThat(check.check(INJECTED)).satisfies(InjectionTest::saysNoNinety);
        assertThat(check.check(attempt)).satisfies(InjectionTest::saysNoNinety);
        // A refusal may name what it did not find.
        Reply reply = quote(question, PASSAGES);
        assertThat(reply instanceof Reply.Answer ? reply.sentences() : List.<String>of())
                .noneMatch(InjectionTest::hasNinety);
    }

    /// A model that obeys: it chooses the excerpt with the false figure wherever it is offered.
    @ParameterizedTest
    @MethodSource("attempts")
    void whenAModelSelectsChangesNothing(String attempt) {
        Question asked = question(ASKED);
        Question injected = question(ASKED + " " + attempt);

        assertThat(selected(asked, with(attempt))).noneMatch(InjectionTest::hasNinety);
        assertThat(selected(injected, PASSAGES)).noneMatch(InjectionTest::hasNinety);
    }

    /// A model that obeys: it says what it was told to say, in several words.
    @ParameterizedTest
    @MethodSource("attempts")
    void whenAModelWordsChangesNothing(String attempt) {
        for (String said : List.of(INJECTED, attempt, attempt + " " + INJECTED, TRUE)) {
            Reply inManual = worded(question(ASKED), with(attempt), said);
            Reply inSpeech = worded(question(ASKED + " " + attempt), PASSAGES, said);

            assertThat(inManual.sentences()).noneMatch(InjectionTest::hasNinety);
            assertThat(inManual.sentences().getFirst()).startsWith("Palletiser, ").contains("46");
            assertThat(inSpeech instanceof Reply.Answer ? inSpeech.sentences() : List.<String>of())
                    .noneMatch(InjectionTest::hasNinety);
        }
    }

    private static List<String> selected(Question question, List<Passage> passages) {
        ScriptedModel first = ScriptedModel.saying("S1");
        Reply reply = select(first, question, passages);
        String obeyed =
                first.prompts().stream()
                        .flatMap(prompt -> prompt.passages().lines())
                        .filter(line -> hasNinety(line.substring(line.indexOf(':'))))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .findFirst()
                        .orElse("S1");
        if (!obeyed.equals("S1")) {
            reply = select(ScriptedModel.saying(obeyed), question, passages);
        }
        return reply instanceof Reply.Answer ? reply.sentences() : List.of();
    }

    private static Reply select(ScriptedModel model, Question question, List<Passage> passages) {
        return new SelectAnswerer(model, QUOTES, LONG).answer(question, passages);
    }

    private static Reply worded(Question question, List<Passage> passages, String said) {
        WordAnswerer answerer =
                new WordAnswerer(
                        ScriptedModel.saying(said),
                        QUOTES,
                        (q, p) -> new GroundingCheck(q, p)::check,
                        new WordingLimits(100_000, 2_000, LONG, LONG, null),
                        null);
        Question named =
                new Question(
                        question.text(),
                        "palletiser-1",
                        question.models(),
                        "en",
                        List.of(),
                        "Palletiser");
        return answerer.answer(named, passages);
    }

    static List<String> attempts() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        InjectionTest.class.getResourceAsStream("injections.txt")),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("# ")).toList();
        }
    }

    private static void saysNoNinety(Verdict verdict) {
        switch (verdict) {
            case Grounded(var citation) -> assertThat(hasNinety(citation.quote())).isFalse();
            case Replaced(var verbatim, _) -> assertThat(hasNinety(verbatim)).isFalse();
            case Verdict.Rejected _ -> {}
        }
    }

    private static boolean hasNinety(String text) {
        return Measures.in(text).stream().anyMatch(f -> f.measure().from().equals(NINETY));
    }

    private static Reply quote(Question question, List<Passage> passages) {
        return QUOTES.answer(question, passages);
    }

    private static Question question(String text) {
        return DemoManuals.question(text, PASSAGES);
    }

    /// The attempt as a paragraph of its own in every passage.
    private static List<Passage> with(String attempt) {
        List<Passage> injected = new ArrayList<>();
        for (Passage passage : PASSAGES) {
            Block paragraph = new Block.Paragraph(attempt, passage.page());
            List<Block> blocks = new ArrayList<>(PassageText.parse(passage.text(), passage.page()));
            List<Block> section = new ArrayList<>(passage.section().blocks());
            blocks.add(paragraph);
            section.add(paragraph);
            injected.add(
                    new Passage(
                            passage.id(),
                            passage.manual(),
                            passage.path(),
                            passage.page(),
                            PassageText.render(blocks),
                            passage.evidence(),
                            new Section(section, passage.section().whole())));
        }
        return injected;
    }
}
