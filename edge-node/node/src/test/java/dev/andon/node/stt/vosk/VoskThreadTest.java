package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

class VoskThreadTest {
    private static final int CALLERS = 3 * VoskThread.WAITING_MAX;

    private final VoskThread thread = new VoskThread();

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void servesEveryCallOnOneNamedPlatformThread() {
        Thread first = thread.call(Thread::currentThread);
        assertThat(first.isVirtual()).isFalse();
        assertThat(first.getName()).isEqualTo("vosk");
        assertThat(thread.call(Thread::currentThread)).isSameAs(first);
    }

    @Test
    void refusesMoreCallsThanMayWaitAndServesTheOthers() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        BlockingQueue<String> refused = new LinkedBlockingQueue<>();
        List<Future<Boolean>> served = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                served.add(callers.submit(() -> wasServed(hold, refused)));
            }
            int refusedAtLeast = CALLERS - VoskThread.WAITING_MAX - 1;
            for (int i = 0; i < refusedAtLeast; i++) {
                assertThat(refused.take()).isEqualTo("recogniser-busy");
            }
            hold.countDown();
        }
        assertThat(served.stream().filter(Future::resultNow)).hasSize(VoskThread.WAITING_MAX + 1);
    }

    private boolean wasServed(CountDownLatch hold, BlockingQueue<String> refused) {
        try {
            return thread.call(
                    () -> {
                        hold.await();
                        return true;
                    });
        } catch (StageException e) {
            refused.add(e.code());
            return false;
        }
    }

    @Test
    void tellsACallerThatItWasInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> thread.call(() -> 1))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void wrapsWhatTheEngineThrows() {
        assertThatThrownBy(
                        () ->
                                thread.call(
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("recognition-failed"))
                .hasMessageContaining("broken");
    }
}
