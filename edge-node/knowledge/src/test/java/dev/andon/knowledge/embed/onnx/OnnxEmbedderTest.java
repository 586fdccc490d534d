package dev.andon.knowledge.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.embed.Embedding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class OnnxEmbedderTest {
    private final OnnxEmbedder embedder = E5.EMBEDDER;

    @Test
    void givesUnitVectors() {
        Embedding vector = embedder.embedPassage("Tighten the M8 screw to 25 N·m.");
        assertThat(vector.dimensions()).isEqualTo(384);
        assertThat(vector.cosine(vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void putsAQuestionNearestToThePassageThatAnswersIt() {
        Embedding question = embedder.embedQuery("how tight should the eight millimetre bolt be");
        Embedding torque = embedder.embedPassage("Tightening torque of the M8 screw: 25 N·m.");
        Embedding oil = embedder.embedPassage("The tank holds 180 litres of hydraulic oil.");
        assertThat(question.cosine(torque)).isGreaterThan(question.cosine(oil));
    }

    @Test
    void embedsQuestionsAndPassagesDifferently() {
        assertThat(embedder.embedQuery("oil")).isNotEqualTo(embedder.embedPassage("oil"));
    }

    @Test
    void cutsWhatIsTooLong() {
        String words = "belt ".repeat(3_000);
        assertThat(embedder.embedPassage(words + "oil"))
                .isEqualTo(embedder.embedPassage(words + "water"));
    }

    @Test
    void embedsAnEmptyText() {
        assertThat(embedder.embedPassage("").dimensions()).isEqualTo(384);
    }

    @Test
    void givesTheSameVectorWhoeverElseAsks() throws Exception {
        Embedding alone = embedder.embedPassage("Close the door.");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Embedding>> together =
                    IntStream.range(0, 20)
                            .mapToObj(
                                    i ->
                                            callers.submit(
                                                    () ->
                                                            embedder.embedPassage(
                                                                    i % 2 == 0
                                                                            ? "Close the door."
                                                                            : "Another, longer"
                                                                                    + " passage.")))
                            .toList();
            for (int i = 0; i < together.size(); i += 2) {
                assertThat(together.get(i).get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void tellsWhatItsVectorsDependOn() {
        assertThat(embedder.fingerprint().modelSha256())
                .isEqualTo("7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded");
        assertThat(embedder.fingerprint().runtime()).startsWith("onnxruntime 1.");
        assertThat(embedder.fingerprint().pooling()).isEqualTo("mean");
        assertThat(embedder.fingerprint().dimensions()).isEqualTo(384);
    }

    @Test
    void saysWhichModelFileIsMissing(@TempDir Path folder) {
        Path missing = folder.resolve("model.onnx");
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(
                        () -> OnnxEmbedder.open(missing, E5.tokenizer(), EmbedderSpec.E5_SMALL_V2))
                .satisfies(e -> assertThat(e.stage()).isEqualTo(Stage.EMBEDDING))
                .satisfies(e -> assertThat(e.code()).isEqualTo("model-missing"))
                .withMessageContaining(missing.toString());
    }

    @Test
    void refusesACorruptModel(@TempDir Path folder) throws IOException {
        Path corrupt = Files.writeString(folder.resolve("model.onnx"), "half a download");
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(
                        () -> OnnxEmbedder.open(corrupt, E5.tokenizer(), EmbedderSpec.E5_SMALL_V2))
                .satisfies(e -> assertThat(e.code()).isEqualTo("model-corrupt"))
                .withMessageContaining(corrupt.toString());
    }

    @Test
    void refusesATokenizerOfAnotherKind(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {}}");
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> OnnxEmbedder.open(E5.model(), other, EmbedderSpec.E5_SMALL_V2))
                .satisfies(e -> assertThat(e.code()).isEqualTo("model-corrupt"))
                .withMessageContaining("BertNormalizer");
    }

    @Test
    void refusesAModelOfAnotherSize() {
        EmbedderSpec wrong = new EmbedderSpec("x", "", "", 512, 768, 1);
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> OnnxEmbedder.open(E5.model(), E5.tokenizer(), wrong))
                .satisfies(e -> assertThat(e.code()).isEqualTo("model-corrupt"))
                .withMessageContaining("384");
    }

    @Test
    void refusesTextsOnceItIsClosed() {
        OnnxEmbedder closed =
                OnnxEmbedder.open(E5.model(), E5.tokenizer(), EmbedderSpec.E5_SMALL_V2);
        closed.close();
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> closed.embedQuery("oil"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("embedder-busy"));
    }
}
