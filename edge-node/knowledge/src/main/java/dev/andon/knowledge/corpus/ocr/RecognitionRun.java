package dev.andon.knowledge.corpus.ocr;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One life of the program: started, read, and killed by its handle if it takes too long or says
/// too much.
final class RecognitionRun {
    /// A densely printed page gives about half a MiB.
    static final int OUTPUT_BYTES_MAX = 16 << 20;

    /// Of what it says on its error output, which names a missing language.
    private static final int LAST_WORDS_MAX = 300;

    private final List<String> command;
    private final Duration timeMax;

    RecognitionRun(List<String> command, Duration timeMax) {
        this.command = command;
        this.timeMax = timeMax;
    }

    /// What the program prints.
    ///
    /// @throws StageException `corpus`: `ocr-not-started`, `ocr-timeout`, `ocr-failed`
    byte[] output() {
        Path errors = errors();
        try {
            Process process = start(errors);
            AtomicBoolean late = new AtomicBoolean();
            process.onExit()
                    .orTimeout(timeMax.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(
                            _ -> {
                                late.set(true);
                                kill(process);
                                return process;
                            });
            return output(process, late, errors);
        } finally {
            errors.toFile().delete();
        }
    }

    private static Path errors() {
        try {
            return Files.createTempFile("andon-ocr-", ".err");
        } catch (IOException e) {
            throw failure("ocr-not-started", "No temporary file can be written: free some disk.");
        }
    }

    private Process start(Path errors) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // One thread: more of them take longer together on few cores.
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            builder.redirectError(errors.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "ocr-not-started",
                    "%s cannot be started: install tesseract-ocr anew.".formatted(command.get(0)),
                    e);
        }
    }

    private byte[] output(Process process, AtomicBoolean late, Path errors) {
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readNBytes(OUTPUT_BYTES_MAX + 1);
            if (bytes.length > OUTPUT_BYTES_MAX) {
                throw failure("ocr-failed", "Text recognition printed more than 16 MiB.");
            }
            int code = process.waitFor();
            if (late.get()) {
                throw late();
            }
            if (code != 0) {
                throw failure(
                        "ocr-failed",
                        "Text recognition ended with code %d (%s)."
                                .formatted(code, lastWords(errors)));
            }
            return bytes;
        } catch (IOException e) {
            throw late.get()
                    ? late()
                    : new StageException(
                            Stage.CORPUS, "ocr-failed", "Text recognition broke off.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("ocr-failed", "Text recognition was interrupted.");
        } finally {
            kill(process);
        }
    }

    private StageException late() {
        return failure(
                "ocr-timeout",
                "Text recognition took longer than %d s for one page."
                        .formatted(timeMax.toSeconds()));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String lastWords(Path errors) throws IOException {
        String words = Files.readString(errors, java.nio.charset.StandardCharsets.ISO_8859_1);
        return words.substring(0, Math.min(words.length(), LAST_WORDS_MAX)).strip();
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}
