package dev.andon.knowledge.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.SelectAnswerer;
import dev.andon.knowledge.answer.grounding.GroundingCheck;
import dev.andon.knowledge.llm.http.ScriptedOpenAiServer;
import dev.andon.knowledge.llm.http.ScriptedReply;
import dev.andon.knowledge.llm.http.ServerModel;
import dev.andon.knowledge.llm.http.ServerSettings;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

final class WordAnswererTest {
    private static final QuoteAnswerer QUOTES = new QuoteAnswerer(Set.of("en"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Question TORQUE =
            question("What is the torque for the M16 floor anchors?");
    private static final Question CLEARANCE = question("What is the air gap of the hoist brake?");
    private static final String RIGHT = "The floor anchors M16 dry take at least 105 N·m.";
    private static final String MORE = "The floor anchors M16 dry take at most 115 N·m.";
    private static final String INVENTED = "The floor anchors M16 dry take at least 150 N·m.";

    private final CountDownLatch never = new CountDownLatch(1);
    private ScriptedOpenAiServer server;
    private ServerModel model;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedOpenAiServer.start();
        model =
                ServerModel.of(
                        ServerSettings.of(server.url(), ScriptedOpenAiServer.MODEL)
                                .within(LONG, LONG));
    }

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    @Test
    void speaksWhatTheManualSaysAndThenThePlace() {
        server.then(ScriptedReply.saying(RIGHT + " " + MORE));
        Reply.Answer answer = (Reply.Answer) ask(TORQUE);
        assertThat(answer.sentences()).containsExactly(RIGHT, MORE, "Page 5, revision C.");
        assertThat(answer.text())
                .isEqualTo(
                        RIGHT
                                + " "
                                + MORE
                                + "\n(PX-200 Palletiser service manual, page 5, revision C)");
        assertThat(answer.mode()).isEqualTo(Reply.Mode.MODEL);
        assertThat(answer.citations().getFirst().quote()).contains("Floor anchors", "105", "115");
    }

    @Test
    void handsOutASentenceWhileTheModelStillSpeaks() {
        int words = RIGHT.split(" ").length;
        CountDownLatch goOn = new CountDownLatch(1);
        server.then(ScriptedReply.saying(RIGHT + " " + MORE).heldUntil(goOn, words + 1));
        try (Answering answering = begin(TORQUE, limits(LONG, null))) {
            assertThat(answering.nextSentence()).isEqualTo(RIGHT);
            assertThat(answering.reply()).isNull();
            assertThat(answering.firstWordsNanos()).isPresent();
            goOn.countDown();
            assertThat(answering.nextSentence()).isEqualTo(MORE);
        }
    }

    @Test
    void quotesWhenNothingThatTheModelSaysIsInTheManual() {
        server.then(ScriptedReply.saying(INVENTED + " Tighten them well. Not in the manual."));
        assertThat(ask(TORQUE)).isEqualTo(quote(TORQUE));
    }

    @Test
    void neverSaysAnInventedFigureAmongTrueOnes() {
        server.then(ScriptedReply.saying(INVENTED + " " + RIGHT));
        Reply answer = ask(TORQUE);
        assertThat(String.join(" ", answer.sentences()) + answer.text())
                .contains("105")
                .doesNotContain("150");
    }

    @Test
    void beginsWithTheValueThatWasAskedFor() {
        server.then(ScriptedReply.saying("The floor anchors are M16 and dry. " + RIGHT));
        assertThat(ask(TORQUE).sentences().getFirst()).contains("105");
    }

    @Test
    void beginsWithWhatWasUnderstoodWhateverTheModelSays() {
        Question named =
                new Question(
                        TORQUE.text(),
                        "palletiser-1",
                        List.of("PX-200"),
                        "en",
                        List.of(),
                        "Palletiser");
        for (String said : List.of(RIGHT, "Palletiser, torque: " + RIGHT)) {
            server.then(ScriptedReply.saying(said + " " + MORE));
            assertThat(ask(named).sentences())
                    .startsWith("Palletiser, torque: t" + RIGHT.substring(1), MORE);
        }
        server.then(ScriptedReply.saying("Press three, torque: " + RIGHT));
        assertThat(ask(named).sentences().getFirst())
                .startsWith("Palletiser, ")
                .doesNotContain("Press");
    }

    @Test
    void quotesWhenTheValueAskedForNeverComes() {
        server.then(
                ScriptedReply.saying(
                        "The chain tensioner lock nut M16 lubricated takes at least 120 N·m."));
        assertThat(ask(TORQUE)).isEqualTo(quote(TORQUE));
    }

    @Test
    void quotesAndSaysSoWhenTheFirstSentenceIsLate() {
        server.then(ScriptedReply.saying(RIGHT).heldUntil(never));
        Reply answer = ask(TORQUE, limits(SHORT, null));
        assertWithoutModel(answer, quote(TORQUE).sentences());
    }

    @Test
    void quotesAndSaysSoWhenTheServerIsDown() {
        server.then(ScriptedReply.status(500, "out of memory"));
        assertWithoutModel(ask(TORQUE), quote(TORQUE).sentences());
    }

    @Test
    void keepsWhatWasSaidWhenTheModelDiesAndQuotesTheRest() {
        int words = RIGHT.split(" ").length;
        server.then(ScriptedReply.saying(RIGHT + " " + MORE).cutAfter(words + 2));
        Reply answer = ask(TORQUE);
        List<String> expected = new ArrayList<>(List.of(RIGHT));
        expected.addAll(quote(TORQUE).sentences());
        assertWithoutModel(answer, expected);
        assertThat(answer.text()).startsWith(RIGHT);
    }

    @Test
    void quotesTheRestWhenTheModelPausesInTheMiddle() {
        int words = RIGHT.split(" ").length;
        server.then(ScriptedReply.saying(RIGHT + " " + MORE).heldUntil(never, words + 1));
        WordingLimits limits = limits(Duration.ofSeconds(3), null);
        assertThat(ask(TORQUE, limits).sentences())
                .startsWith(RIGHT)
                .endsWith(WordedAnswering.WITHOUT_MODEL);
    }

    private static void assertWithoutModel(Reply answer, List<String> said) {
        List<String> sentences = new ArrayList<>(said);
        sentences.add(WordedAnswering.WITHOUT_MODEL);
        assertThat(answer.sentences()).containsExactlyElementsOf(sentences);
        assertThat(answer.text()).endsWith(SelectAnswerer.WITHOUT_MODEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I calibrate the scanner?",
                "How do I replace the suction cups?",
                "How do I tighten the hoist chain?",
                "May I oil the row pusher belt?",
                "What is the torque for an M18 bolt?",
            })
    void asksNoModelForWhatTheManualAloneSays(String text) {
        Question question = question(text);
        assertThat(ask(question)).isEqualTo(quote(question));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void cancelsTheModelWhenNobodyListensAnyMore() throws InterruptedException {
        int words = RIGHT.split(" ").length;
        server.then(ScriptedReply.saying(RIGHT + " " + MORE).heldUntil(never, words + 1));
        try (Answering answering = begin(TORQUE, limits(LONG, null))) {
            assertThat(answering.nextSentence()).isEqualTo(RIGHT);
        }
        assertThat(server.awaitHangUp()).isTrue();
    }

    @Test
    void stopsAModelThatTalksTooMuch() {
        String padding = "The floor anchors M16 dry take at least 105 N·m and at most 115 N·m. ";
        server.then(ScriptedReply.saying((RIGHT + " " + MORE + " ") + padding.repeat(20)));
        String said = String.join(" ", ask(TORQUE).sentences());
        assertThat(said.split(" ").length).isLessThanOrEqualTo(WordingLimits.WORDS_MAX + 5);
    }

    @Test
    void putsTheInstructionThenTheTalkThenThePassagesIntoThePrompt() {
        server.then(ScriptedReply.saying(RIGHT));
        Exchange before = new Exchange(CLEARANCE, quote(CLEARANCE));
        Question other = new Question("What about the filler?", "filler-1", List.of("FM-48"), "en");
        Exchange elsewhere = new Exchange(other, quote(CLEARANCE));
        try (Answering answering =
                answerer(limits(LONG, null))
                        .begin(TORQUE, DemoPassages.retrieve(TORQUE), List.of(elsewhere, before))) {
            assertThat(answering.nextSentence()).isNotNull();
        }
        assertThat(server.prompt())
                .startsWith(PromptBudget.INSTRUCTION)
                .containsSubsequence(CLEARANCE.text(), "0.25", "Floor anchors", TORQUE.text())
                .doesNotContain("What about the filler?");
    }

    @Test
    void quotesWhenNotEvenTheBestPassageFits() {
        WordingLimits narrow = new WordingLimits(600, 400, LONG, LONG, null);
        assertThat(ask(TORQUE, narrow).text()).endsWith(SelectAnswerer.WITHOUT_MODEL);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void speaksTheQuoteAtOnceWhereTheModelIsSlow() {
        server.then(ScriptedReply.saying(RIGHT).heldUntil(never));
        try (Answering answering = begin(TORQUE, limits(LONG, SHORT))) {
            assertThat(answering.nextSentence()).isEqualTo(quote(TORQUE).sentences().getFirst());
            assertThat(answering.reply()).isEqualTo(quote(TORQUE));
        }
    }

    @Test
    void leavesItAtTheQuoteWhenTheModelIsNotInTime() {
        server.then(ScriptedReply.saying(RIGHT).heldUntil(never));
        assertThat(ask(TORQUE, limits(LONG, SHORT))).isEqualTo(quote(TORQUE));
    }

    @Test
    void addsToTheQuoteOnlyWhatItDoesNotSay() {
        server.then(ScriptedReply.saying(RIGHT + " " + INVENTED + " " + "Not in the manual."));
        assertThat(ask(TORQUE, limits(LONG, LONG))).isEqualTo(quote(TORQUE));
        String other = "Air consumption is 420 litres per minute at four layers per minute.";
        Question pressure = question("What air pressure does the machine need?");
        server.then(ScriptedReply.saying(other));
        Reply.Answer answer = (Reply.Answer) ask(pressure, limits(LONG, LONG));
        List<String> expected = new ArrayList<>(quote(pressure).sentences());
        expected.add(other);
        assertThat(answer.sentences()).containsExactlyElementsOf(expected);
        assertThat(answer.text()).startsWith(quote(pressure).text()).contains(other);
    }

    private Reply ask(Question question) {
        return ask(question, limits(LONG, null));
    }

    private Reply ask(Question question, WordingLimits limits) {
        return answerer(limits).answer(question, DemoPassages.retrieve(question));
    }

    private Answering begin(Question question, WordingLimits limits) {
        return answerer(limits).begin(question, DemoPassages.retrieve(question), List.of());
    }

    private WordAnswerer answerer(WordingLimits limits) {
        return new WordAnswerer(
                model, QUOTES, (q, p) -> new GroundingCheck(q, p)::check, limits, null);
    }

    private static Reply quote(Question question) {
        return QUOTES.answer(question, DemoPassages.retrieve(question));
    }

    private static WordingLimits limits(Duration firstSentence, @Nullable Duration followUp) {
        return new WordingLimits(4096, 120, LONG, firstSentence, followUp);
    }

    private static Question question(String text) {
        return new Question(text, "palletiser-1", List.of("PX-200"), "en");
    }
}
