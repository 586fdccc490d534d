package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.LlamaSettings;
import dev.andon.knowledge.llm.llamacpp.TinyGguf;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The real way: a real model, however foolish, can only choose what the manual says.
final class SelectWithLlamaTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    @Test
    void letsARealModelChoose(@TempDir Path folder) throws IOException {
        Path file = TinyGguf.write(folder.resolve("tiny.gguf"));
        LlamaSettings settings =
                LlamaSettings.of(file, folder.resolve("scratch"))
                        .with(new LlamaSettings.Load(4096, 1, 0, 128, true));
        Question question =
                new Question("Tell me about the row pusher belt.", "p-1", List.of("PX-200"), "en");
        try (LlamaModel model = LlamaModel.start(settings)) {
            model.awaitReady(TIME_MAX);
            Reply reply =
                    new SelectAnswerer(model, new QuoteAnswerer(Set.of("en")), TIME_MAX)
                            .answer(question, DemoPassages.retrieve(question));
            assertThat(reply.text()).doesNotContain(SelectAnswerer.WITHOUT_MODEL);
            if (reply instanceof Reply.Answer answer) {
                assertThat(answer.mode()).isEqualTo(Reply.Mode.MODEL);
            } else {
                assertThat(reply).isInstanceOf(Reply.Refusal.class);
            }
        }
    }
}
