package dev.andon.knowledge.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.LanguageModelContract;
import dev.andon.knowledge.answer.Prompt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// One child for the whole class; the tests that kill it wait until the next one is ready.
final class LlamaModelTest extends LanguageModelContract {
    @TempDir static Path folder;
    private static LlamaModel model;

    @BeforeAll
    static void load() throws IOException {
        Path file = TinyGguf.write(folder.resolve("tiny.gguf"));
        LlamaSettings settings =
                LlamaSettings.of(file, folder.resolve("scratch"))
                        .with(new LlamaSettings.Load(512, 1, 0, 64, false))
                        .with(
                                new LlamaSettings.Restarts(
                                        5, Duration.ofMillis(10), Duration.ofMillis(100), 64));
        model = LlamaModel.start(settings);
        model.awaitReady(TIME_MAX);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Override
    protected LanguageModel model() {
        return model;
    }

    @Test
    void servesTwoCallersOneAfterTheOther() throws Exception {
        Callable<List<String>> ask = () -> pieces(20);
        pieces(20); // from here on the prompt is remembered, and sums round alike
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> one = callers.submit(ask);
            Future<List<String>> two = callers.submit(ask);
            assertThat(one.get()).isNotEmpty();
            assertThat(two.get()).isEqualTo(one.get());
        }
    }

    private List<String> pieces(int tokensMax) {
        try (Stream<String> pieces = model.generate(PROMPT, limits(tokensMax, null))) {
            return pieces.toList();
        }
    }

    @Test
    void refusesMoreCallersThanMayWait() {
        List<Stream<String>> waiting = new ArrayList<>();
        try {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 100; i++) {
                                    waiting.add(model.generate(PROMPT, limits(400, null)));
                                }
                            })
                    .satisfies(e -> assertThat(code(e)).isEqualTo("model-busy"));
        } finally {
            waiting.forEach(Stream::close);
        }
        assertThat(pieces(2)).isNotEmpty();
    }

    @Test
    void isStartedAnewWhenItsChildIsKilled() throws Exception {
        ModelHealth.Ready before = (ModelHealth.Ready) model.health();
        try (Stream<String> pieces = model.generate(PROMPT, limits(400, null))) {
            Iterator<String> read = pieces.iterator();
            read.next();
            ProcessHandle child = ProcessHandle.of(before.pid()).orElseThrow();
            child.destroyForcibly();
            child.onExit().get();
            assertThatThrownBy(() -> read.forEachRemaining(_ -> {}))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("model-died"));
        }
        model.awaitReady(TIME_MAX);
        ModelHealth.Ready after = (ModelHealth.Ready) model.health();
        assertThat(after.pid()).isNotEqualTo(before.pid());
        assertThat(after.restarts()).isEqualTo(before.restarts() + 1);
        assertThat(pieces(4)).isNotEmpty();
    }

    @Test
    void refusesAPromptThatExceedsTheContextAndStaysUsable() {
        Prompt tooLong = new Prompt("Choose.", "valve ".repeat(400), "Which?");
        assertThatThrownBy(
                        () -> {
                            try (Stream<String> pieces = model.generate(tooLong, limits(4, null))) {
                                pieces.forEach(_ -> {});
                            }
                        })
                .hasMessageContaining("the context holds 512")
                .satisfies(e -> assertThat(code(e)).isEqualTo("prompt-too-long"));
        assertThat(pieces(2)).isNotEmpty();
    }

    @Test
    void refusesAPromptOfTooManyCharactersBeforeSendingIt() {
        Prompt tooLong = new Prompt("Choose.", "v".repeat(30_000), "Which?");
        assertThatThrownBy(() -> model.generate(tooLong, limits(4, null)))
                .satisfies(e -> assertThat(code(e)).isEqualTo("prompt-too-long"));
    }

    @Test
    void refusesABrokenGrammarBeforeSendingIt() {
        assertThatThrownBy(() -> model.generate(PROMPT, limits(4, "root ::= \"S1")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("grammar-invalid"));
    }

    @Test
    void isNamedAfterItsFile() {
        assertThat(model.name()).isEqualTo("tiny.gguf");
    }

    private static String code(Throwable failure) {
        return ((StageException) failure).code();
    }
}
