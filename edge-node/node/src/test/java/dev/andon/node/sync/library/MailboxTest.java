package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.Payload;
import dev.andon.node.sync.library.Mailbox.Letter;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class MailboxTest {
    private static final long LONG_MS = 60_000;

    private final Mailbox mailbox = new Mailbox();

    @Test
    void givesTheOldestFirst() {
        put("a", 1);
        put("b", 2);
        assertThat(mailbox.take()).contains(letter("a", 1));
        assertThat(mailbox.take()).contains(letter("b", 2));
        assertThat(mailbox.take()).isEmpty();
    }

    @Test
    void keepsTheNewestOfATopicAlone() {
        put("a", 1);
        put("b", 2);
        put("a", 3);
        assertThat(mailbox.take()).contains(letter("b", 2));
        assertThat(mailbox.take()).contains(letter("a", 3));
        assertThat(mailbox.take()).isEmpty();
    }

    @Test
    void takesNoMoreTopicsThanItHasRoomForButAlwaysANewerWord() {
        for (int i = 0; i < Mailbox.TOPICS_MAX; i++) {
            assertThat(put("topic-" + i, i)).isTrue();
        }
        assertThat(put("one-more", 1)).isFalse();
        assertThat(put("topic-0", -1)).isTrue();
        assertThat(mailbox.take()).contains(letter("topic-1", 1));
        assertThat(put("one-more", 1)).isTrue();
    }

    @Test
    void wakesWhoeverWaits() throws Exception {
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread waiting =
                Thread.ofPlatform()
                        .daemon(true)
                        .start(
                                () -> {
                                    try {
                                        woken.complete(mailbox.await(LONG_MS));
                                    } catch (InterruptedException e) {
                                        woken.completeExceptionally(e);
                                    }
                                });
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        put("a", 1);
        assertThat(woken.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void remembersACallThatCameBeforeTheWaitOnce() throws InterruptedException {
        mailbox.wake();
        mailbox.wake();
        assertThat(mailbox.await(LONG_MS)).isTrue();
        assertThat(mailbox.await(1)).isFalse();
    }

    private boolean put(String topic, int number) {
        return mailbox.put(topic, Payload.of(String.valueOf(number)));
    }

    private static Letter letter(String topic, int number) {
        return new Letter(topic, Payload.of(String.valueOf(number)));
    }
}
