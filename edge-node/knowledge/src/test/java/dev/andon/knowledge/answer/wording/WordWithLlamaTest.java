package dev.andon.knowledge.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.grounding.GroundingCheck;
import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.LlamaSettings;
import dev.andon.knowledge.llm.llamacpp.TinyGguf;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The real way: a real model that talks nonsense is never heard.
final class WordWithLlamaTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    @Test
    void saysNothingOfARealModelThatTalksNonsense(@TempDir Path folder) throws IOException {
        Path file = TinyGguf.write(folder.resolve("tiny.gguf"));
        LlamaSettings settings =
                LlamaSettings.of(file, folder.resolve("scratch"))
                        .with(new LlamaSettings.Load(4096, 1, 0, 128, true));
        Question question =
                new Question(
                        "What is the torque for the M16 floor anchors?",
                        "p-1",
                        List.of("PX-200"),
                        "en");
        List<Passage> passages = DemoPassages.retrieve(question);
        QuoteAnswerer quotes = new QuoteAnswerer(Set.of("en"));
        try (LlamaModel model = LlamaModel.start(settings)) {
            model.awaitReady(TIME_MAX);
            WordAnswerer answerer =
                    new WordAnswerer(
                            model,
                            quotes,
                            (q, p) -> new GroundingCheck(q, p)::check,
                            new WordingLimits(4096, 60, TIME_MAX, TIME_MAX, null),
                            null);
            WordAnswerer.warmUp(model, TIME_MAX);
            Reply reply = answerer.answer(question, passages);
            assertThat(reply).isEqualTo(quotes.answer(question, passages));
        }
    }
}
