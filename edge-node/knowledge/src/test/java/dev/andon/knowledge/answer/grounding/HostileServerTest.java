package dev.andon.knowledge.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.wording.WordAnswerer;
import dev.andon.knowledge.answer.wording.WordingLimits;
import dev.andon.knowledge.llm.http.ScriptedOpenAiServer;
import dev.andon.knowledge.llm.http.ScriptedReply;
import dev.andon.knowledge.llm.http.ServerModel;
import dev.andon.knowledge.llm.http.ServerSettings;
import dev.andon.knowledge.retrieval.Passage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The hostile outputs once more, said by a server with a model, through all that lies between it
/// and the reply.
class HostileServerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final WordingLimits LIMITS = new WordingLimits(4_096, 200, LONG, LONG, null);

    /// Passages for the question, and as many for what the model says to it.
    private static final int FOUND = 2;

    /// Questions for figures, which a model may word.
    private static final Map<String, String> QUESTIONS =
            Map.of(
                    "press", "What is the torque of the ram flange bolts?",
                    "palletiser", "What is the torque of the hoist motor mounting bolts?",
                    "filler", "What is the torque of the bowl lid clamp?",
                    "labeller", "What is the torque of the peel plate?",
                    "compressor", "What is the torque of the separator lid?");

    @Test
    void saysNoneOfThem() throws IOException {
        List<String> said = new ArrayList<>();
        List<String[]> lines = HostileOutputsTest.lines("hostile.tsv");
        try (ScriptedOpenAiServer server = ScriptedOpenAiServer.start();
                ServerModel model =
                        ServerModel.of(
                                ServerSettings.of(server.url(), ScriptedOpenAiServer.MODEL)
                                        .within(LONG, LONG))) {
            WordAnswerer answerer =
                    new WordAnswerer(
                            model,
                            new QuoteAnswerer(Set.of("en")),
                            (question, passages) -> new GroundingCheck(question, passages)::check,
                            LIMITS,
                            null);
            for (String[] line : lines) {
                server.then(ScriptedReply.saying(line[2]));
                Reply reply = answer(answerer, line);
                if (reply.text().contains(line[2]) || reply.sentences().contains(line[2])) {
                    said.add(line[1] + ": " + line[2]);
                }
            }
            assertThat(server.requests()).hasSameSizeAs(lines);
        }
        assertThat(said).isEmpty();
    }

    private static Reply answer(WordAnswerer answerer, String[] line) {
        String file = DemoManuals.file(line[0]);
        String question = QUESTIONS.getOrDefault(line[0], "");
        Set<Passage> passages =
                new LinkedHashSet<>(DemoManuals.near(file, question).subList(0, FOUND));
        passages.addAll(DemoManuals.near(file, line[2]).subList(0, FOUND));
        List<Passage> all = List.copyOf(passages);
        return answerer.answer(DemoManuals.question(question, all), all);
    }
}
