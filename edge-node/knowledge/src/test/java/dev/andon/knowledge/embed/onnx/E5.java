package dev.andon.knowledge.embed.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The real embedder, loaded once for all tests of a run.
public final class E5 {
    private static final Path FOLDER = copy();

    /// Shared and never closed.
    public static final OnnxEmbedder EMBEDDER =
            OnnxEmbedder.open(model(), tokenizer(), EmbedderSpec.E5_SMALL_V2);

    private E5() {}

    static Path model() {
        return FOLDER.resolve("e5-small-v2-q.onnx");
    }

    static Path tokenizer() {
        return FOLDER.resolve("e5-small-v2-q-tokenizer.json");
    }

    private static Path copy() {
        try {
            Path folder = Files.createTempDirectory("andon-e5");
            folder.toFile().deleteOnExit();
            for (String name :
                    new String[] {"e5-small-v2-q.onnx", "e5-small-v2-q-tokenizer.json"}) {
                try (InputStream in = E5.class.getClassLoader().getResourceAsStream(name)) {
                    Files.copy(in, folder.resolve(name));
                }
                folder.resolve(name).toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
