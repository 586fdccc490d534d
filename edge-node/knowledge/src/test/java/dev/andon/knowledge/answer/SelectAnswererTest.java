package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

final class SelectAnswererTest {
    private static final QuoteAnswerer QUOTES = new QuoteAnswerer(Set.of("en"));
    private static final String TORQUE = "What is the torque for the M16 floor anchors?";

    private static Reply ask(LanguageModel model, String text) {
        Question question = new Question(text, "palletiser-1", List.of("PX-200"), "en");
        return new SelectAnswerer(model, QUOTES, Duration.ofSeconds(5))
                .answer(question, DemoPassages.retrieve(question));
    }

    @Test
    void letsTheModelChooseAndTheManualSpeak() {
        ScriptedModel model = ScriptedModel.saying("S2");
        Reply.Answer answer = (Reply.Answer) ask(model, "Tell me about the row pusher belt.");
        assertThat(answer.mode()).isEqualTo(Reply.Mode.MODEL);
        String chosen = answer.citations().getFirst().quote();
        assertThat(model.prompts().getFirst().passages().lines().toList().get(1)).endsWith(chosen);
        assertThat(answer.citations()).hasSize(1);
        assertThat(answer.text()).startsWith(chosen);
    }

    @Test
    void saysBothRowsThatTheQuestionDoesNotTellApart() {
        Reply.Answer answer =
                (Reply.Answer)
                        ask(
                                ScriptedModel.saying("S1"),
                                "What is the general torque for an M10 thread?");
        assertThat(answer.citations()).hasSize(2);
    }

    @Test
    void offersOnlyWhatTheRulesAllow() {
        ScriptedModel model = ScriptedModel.saying("S1");
        ask(model, TORQUE);
        assertThat(model.prompts().getFirst().passages())
                .contains("M16")
                .doesNotContain("M10")
                .doesNotContain("999");
    }

    @Test
    void refusesWhenTheModelChoosesNone() {
        Reply reply = ask(ScriptedModel.saying("none"), TORQUE);
        assertThat(reply).isInstanceOf(Reply.Refusal.class);
    }

    @Test
    void refusesBeforeTheModelIsAsked() {
        ScriptedModel model = ScriptedModel.saying("S1");
        Reply reply = ask(model, "How do I calibrate the scanner?");
        assertThat(reply).isInstanceOf(Reply.Refusal.class);
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void answersWithoutAModelThatIsDown() {
        assertWithoutModel(ask(ScriptedModel.failingWith("model-died"), TORQUE));
    }

    @Test
    void answersWithoutAModelThatIsLate() {
        Question question = new Question(TORQUE, "palletiser-1", List.of("PX-200"), "en");
        assertWithoutModel(
                new SelectAnswerer(ScriptedModel.saying("S1"), QUOTES, Duration.ZERO)
                        .answer(question, DemoPassages.retrieve(question)));
    }

    @Test
    void answersWithoutAModelThatChoosesWhatWasNotOffered() {
        assertWithoutModel(ask(ScriptedModel.saying("S99"), TORQUE));
        assertWithoutModel(ask(ScriptedModel.saying("45 N·m"), TORQUE));
    }

    private static void assertWithoutModel(Reply reply) {
        Reply.Answer answer = (Reply.Answer) reply;
        assertThat(answer.mode()).isEqualTo(Reply.Mode.QUOTE);
        assertThat(answer.text()).endsWith(SelectAnswerer.WITHOUT_MODEL);
        assertThat(String.join(" ", answer.sentences())).doesNotContain("language model");
    }

    @Test
    void writesAGrammarOfNumbers() {
        assertThat(SelectAnswerer.grammar(2)).isEqualTo("root ::= \"S1\" | \"S2\" | \"none\"\n");
    }
}
