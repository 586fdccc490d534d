package dev.andon.knowledge.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RandomModelTest {
    private static final RandomModel.Shape SMALL = new RandomModel.Shape(2, 64, 128, 4, 2);

    @TempDir Path folder;

    @Test
    void isLoadedAndContinuesAPromptWhoseWordsAreOneTokenEach() {
        Path file = folder.resolve("small.gguf");
        RandomModel.write(file, SMALL, 1);

        try (LlamaModel model =
                LlamaModel.start(LlamaSettings.of(file, folder.resolve("scratch")))) {
            model.awaitReady(Duration.ofMinutes(2));

            assertThat(model.tokens("abc def xyz ab a")).isEqualTo(5);
            assertThat(said(model, "abc def")).isNotBlank();
        }
    }

    private static String said(LlamaModel model, String question) {
        GenerationLimits limits = new GenerationLimits(12, Duration.ofMinutes(2), 1, 0, null);
        try (Stream<String> pieces = model.generate(new Prompt("abc", "", question), limits)) {
            return pieces.collect(Collectors.joining());
        }
    }
}
