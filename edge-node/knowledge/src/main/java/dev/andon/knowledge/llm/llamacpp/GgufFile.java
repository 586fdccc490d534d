package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What can be said of a model file before a process is started for it.
final class GgufFile {
    private static final String MAGIC = "GGUF";

    private GgufFile() {}

    /// @throws StageException `model-missing` or `model-corrupt`
    static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw failure(
                    "model-missing",
                    "There is no model file %s; fetch it, or answer without.".formatted(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII);
            if (!start.equals(MAGIC)) {
                throw failure(
                        "model-corrupt", "%s is not a GGUF file; fetch it again.".formatted(file));
            }
        } catch (IOException e) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL, "model-corrupt", "%s cannot be read.".formatted(file), e);
        }
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.LANGUAGE_MODEL, code, message);
    }
}
