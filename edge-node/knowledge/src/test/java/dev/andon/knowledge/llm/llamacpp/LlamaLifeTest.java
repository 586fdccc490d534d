package dev.andon.knowledge.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.Prompt;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How a model begins and ends: files that are none, children that hang, parents that go.
final class LlamaLifeTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(60);
    private static final Prompt PROMPT = new Prompt("Choose.", "S1 Close the valve.", "Which?");
    private static final GenerationLimits LONG = new GenerationLimits(400, TIME_MAX, 7, 0, null);

    @TempDir static Path folder;
    private static Path tiny;

    @BeforeAll
    static void write() throws IOException {
        tiny = TinyGguf.write(folder.resolve("tiny.gguf"));
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(startFailure(settings(folder.resolve("absent.gguf"))))
                .isEqualTo("model-missing");
    }

    @Test
    void saysThatAnEmptyFileIsCorrupt() throws IOException {
        Path empty = Files.write(folder.resolve("empty.gguf"), new byte[0]);
        assertThat(startFailure(settings(empty))).isEqualTo("model-corrupt");
    }

    @Test
    void saysThatAFileOfAnotherFormatIsCorrupt() throws IOException {
        Path text = Files.writeString(folder.resolve("text.gguf"), "not a model");
        assertThat(startFailure(settings(text))).isEqualTo("model-corrupt");
    }

    @Test
    void saysThatATruncatedFileIsCorrupt() throws IOException {
        byte[] whole = Files.readAllBytes(tiny);
        Path half =
                Files.write(folder.resolve("half.gguf"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(startFailure(settings(half))).isEqualTo("model-corrupt");
    }

    @Test
    void refusesGpuLayersWithALibraryWithoutGpu() {
        LlamaSettings onGpu = settings(tiny).with(new LlamaSettings.Load(512, 1, 99, 64, false));
        try (LlamaModel model = LlamaModel.start(onGpu)) {
            assertThatThrownBy(() -> model.awaitReady(TIME_MAX))
                    .hasMessageContaining("CUDA")
                    .satisfies(e -> assertThat(code(e)).isEqualTo("gpu-missing"));
            assertThat(model.health()).isInstanceOf(ModelHealth.Failed.class);
        }
    }

    @Test
    void killsAChildThatHangsAndGivesUpAfterItsRestarts() {
        LlamaSettings impatient =
                settings(tiny)
                        .with(
                                new LlamaSettings.Waits(
                                        TIME_MAX, Duration.ofNanos(1), Duration.ofNanos(1)))
                        .with(
                                new LlamaSettings.Restarts(
                                        0, Duration.ofMillis(1), Duration.ofMillis(1), 64));
        try (LlamaModel model = LlamaModel.start(impatient)) {
            model.awaitReady(TIME_MAX);
            long pid = ((ModelHealth.Ready) model.health()).pid();
            try (Stream<String> pieces = model.generate(PROMPT, LONG)) {
                assertThatThrownBy(() -> pieces.forEach(_ -> {}))
                        .satisfies(e -> assertThat(code(e)).isEqualTo("model-hung"));
            }
            ProcessHandle.of(pid).ifPresent(child -> child.onExit().join());
            assertThatThrownBy(() -> model.awaitReady(TIME_MAX))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("model-dead"));
            assertThatThrownBy(() -> model.generate(PROMPT, LONG))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("model-dead"));
        }
    }

    @Test
    void saysThatItIsStillStarting() {
        try (LlamaModel model = LlamaModel.start(settings(tiny))) {
            assertThat(model.health()).isEqualTo(new ModelHealth.Starting(0));
            assertThatThrownBy(() -> model.generate(PROMPT, LONG))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("model-starting"));
        }
    }

    @Test
    void endsTheChildWhenTheParentGoes() throws InterruptedException {
        try (ChildProcess child = ChildProcess.start(settings(tiny))) {
            assertThat(child.next(TIME_MAX)).isEqualTo(new Wire.Event.Loaded());
            child.closeInput();
            assertThat(child.next(TIME_MAX)).isInstanceOf(Wire.Event.Ended.class);
            assertThat(ProcessHandle.of(child.pid()).map(LlamaLifeTest::exited).orElse(true))
                    .isTrue();
        }
    }

    private static boolean exited(ProcessHandle child) {
        return !child.onExit().orTimeout(60, TimeUnit.SECONDS).join().isAlive();
    }

    private static String startFailure(LlamaSettings settings) {
        try (LlamaModel model = LlamaModel.start(settings)) {
            model.awaitReady(TIME_MAX);
            return "ready";
        } catch (StageException e) {
            assertThat(e).hasMessageContaining(String.valueOf(settings.model()));
            return e.code();
        }
    }

    private static LlamaSettings settings(Path file) {
        return LlamaSettings.of(file, folder.resolve("scratch"))
                .with(new LlamaSettings.Load(512, 1, 0, 64, false));
    }

    private static String code(Throwable failure) {
        return ((StageException) failure).code();
    }
}
