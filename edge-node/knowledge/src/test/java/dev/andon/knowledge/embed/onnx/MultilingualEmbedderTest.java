package dev.andon.knowledge.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexReport.Reembedded;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The whole path of a multilingual embedder, with one of a few words.
class MultilingualEmbedderTest {
    @TempDir private Path folder;

    @Test
    void putsWordsOfAnotherLanguageBesideEachOther() {
        try (OnnxEmbedder tiny = TinyModel.open(folder)) {
            assertThat(tiny.embedQuery("pompe").cosine(tiny.embedPassage("pump")))
                    .isGreaterThan(0.99);
            assertThat(tiny.embedQuery("pompe").cosine(tiny.embedPassage("belt"))).isLessThan(0.1);
        }
    }

    @Test
    void countsTokensAsItCutsThem() {
        try (OnnxEmbedder tiny = TinyModel.open(folder)) {
            assertThat(tiny.tokenCounter().applyAsInt("pump noise")).isEqualTo(2);
            assertThat(tiny.tokenCounter().applyAsInt("abc")).isEqualTo(4);
        }
    }

    @Test
    void makesTheVectorsOfTheStoreAnewAndFindsAcrossLanguages() throws IOException {
        Path manuals = folder.resolve("manuals");
        write(manuals.resolve("hp.md"), "# Hydraulics\n## Service\nA noise of the pump\n");
        write(manuals.resolve("cv.md"), "# Drives\n## Care\nThe belt and the oil\n");
        try (ManualsFixture before = new ManualsFixture(folder)) {
            before.index();
        }
        try (OnnxEmbedder tiny = TinyModel.open(folder.resolve("tiny"));
                ManualsFixture site = new ManualsFixture(folder, tiny)) {
            assertThat(ask(site.retriever, "bruit pompe")).allMatch(text -> !text.contains("pump"));
            assertThat(site.index().outcomes()).hasAtLeastOneElementOfType(Reembedded.class);
            assertThat(ask(site.retriever, "bruit pompe").getFirst()).contains("pump");
            assertThat(ask(site.retriever, "riemen").getFirst()).contains("belt");
        }
    }

    @Test
    void refusesAModelWithAnInputThatNobodyKnows() {
        Path model = TinyModel.model(folder, "pixel_values");
        Path tokenizer = TinyModel.tokenizer(folder);
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> OnnxEmbedder.open(model, tokenizer, TinyModel.SPEC))
                .satisfies(e -> assertThat(e.code()).isEqualTo("model-corrupt"))
                .withMessageContaining("pixel_values");
    }

    @Test
    void knowsTheEmbeddersOfTheManifestByName() {
        assertThat(EmbedderSpec.named("multilingual-e5-small").passagePrefix())
                .isEqualTo("passage: ");
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> EmbedderSpec.named("multilingual-e5-tiny"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("embedder-unknown"))
                .withMessageContaining("e5-small-v2-q, multilingual-e5-small")
                .withMessageContaining("andon models pull");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString().replace(".md", "");
        Files.writeString(
                file, "---\nid: %s\ntitle: %s\nlanguage: en\n---\n%s".formatted(name, name, text));
    }

    private static List<String> ask(Retriever retriever, String question) {
        return retriever.retrieve(new Question(question, null, List.of(), "fr")).stream()
                .map(passage -> passage.text())
                .toList();
    }
}
