package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;

import org.junit.jupiter.api.Test;

import java.util.List;

class TurnReportTest {
    private static final Manual MANUAL = new Manual("m-1", "Manual", null, "en", List.of(), null);

    private final TurnReportCollector collector = new TurnReportCollector("t-1");

    @Test
    void hasEveryKeyEvenWhenNothingHappened() throws Exception {
        assertThat(collector.report().toJson())
                .isEqualTo(
                        "{\"id\":\"t-1\",\"heard\":null,\"reply\":null,\"passages\":[],"
                                + "\"mode\":null,\"timings_ms\":{\"endpoint\":null,"
                                + "\"transcript\":null,\"retrieval\":null,\"first_token\":null,"
                                + "\"first_sentence\":null,"
                                + "\"first_audio\":null,\"total\":null},\"audio\":null,"
                                + "\"failure\":null}");
    }

    @Test
    void tellsWhatWasSaidRatherThanWhatItMeans() {
        collector.accept(new TurnEvent.Heard(new Transcript("fault four twelve", List.of())));
        collector.accept(understood("fault 412"));

        assertThat(collector.report().heard()).isEqualTo("fault four twelve");
    }

    @Test
    void tellsATypedQuestionAsItWasUnderstood() {
        collector.accept(understood("fault 412"));

        assertThat(collector.report().heard()).isEqualTo("fault 412");
    }

    @Test
    void leavesOutThePageOfAManualWithoutPages() throws Exception {
        Citation citation = new Citation(MANUAL, PageRef.NONE, "Torque", "45 N·m");
        collector.accept(
                new TurnEvent.Replied(
                        new Reply.Answer("45 N·m", List.of(), List.of(citation), Reply.Mode.MODEL),
                        List.of("forty five", "newton metres")));

        JsonNode json = new ObjectMapper().readTree(collector.report().toJson());

        assertThat(json.at("/reply/citations/0/pdf_page").isNull()).isTrue();
        assertThat(json.at("/reply/citations/0/revision").isNull()).isTrue();
        assertThat(json.at("/reply/spoken").asText()).isEqualTo("forty five newton metres");
        assertThat(json.at("/mode").asText()).isEqualTo("model");
    }

    @Test
    void asksBackWithTheChoices() {
        collector.accept(
                new TurnEvent.Replied(
                        new Reply.Clarification(
                                "Which press?", List.of(), List.of("Press 3", "Press 13")),
                        List.of()));

        TurnReportReply reply = collector.report().reply();
        assertThat(reply.kind()).isEqualTo("clarification");
        assertThat(reply.choices()).containsExactly("Press 3", "Press 13");
        assertThat(collector.report().mode()).isNull();
    }

    @Test
    void tellsWhatBrokeWithoutTheCause() {
        collector.accept(
                new TurnEvent.Failed(
                        new StageException(
                                Stage.LANGUAGE_MODEL,
                                "model-dead",
                                "The model stopped: start it again",
                                new IllegalStateException("secret"))));

        assertThat(collector.report().toJson())
                .contains("\"stage\":\"language-model\",\"code\":\"model-dead\"")
                .doesNotContain("secret");
    }

    private static TurnEvent understood(String text) {
        return new TurnEvent.Understood(new Request.Ask(new Question(text, null, List.of(), "en")));
    }
}
