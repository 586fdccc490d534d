package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

/// What the node remembers, and for how long: spoken replies and open sessions.
class MemoriesTest {
    private static final WebLimits LIMITS = TestLimits.with(1, 1);

    private final AtomicLong clockMs = new AtomicLong(1_000);
    private final KeptReplies replies = new KeptReplies(LIMITS, clockMs::get);
    private final Sessions sessions = new Sessions("token", false, LIMITS, clockMs::get);

    @Test
    void forgetsASpokenReplyInTime() {
        String id = replies.keep(new byte[] {1, 2});
        clockMs.addAndGet(LIMITS.replyMsMax() - 1);
        assertThat(replies.find(id)).isNotNull();

        clockMs.addAndGet(1);

        assertThat(replies.find(id)).isNull();
    }

    @Test
    void forgetsTheOldestSpokenReplyWhenThereAreTooMany() {
        String oldest = replies.keep(new byte[1]);
        String second = replies.keep(new byte[1]);
        for (int i = 2; i <= LIMITS.repliesMax(); i++) {
            replies.keep(new byte[1]);
        }

        assertThat(replies.find(oldest)).isNull();
        assertThat(replies.find(second)).isNotNull();
    }

    @Test
    void closesASessionInTime() {
        String id = sessions.open("token").getValue();
        assertThat(sessions.isOpen(id)).isTrue();

        clockMs.addAndGet(LIMITS.sessionMsMax());

        assertThat(sessions.isOpen(id)).isFalse();
    }

    @Test
    void closesTheOldestSessionWhenThereAreTooMany() {
        String oldest = sessions.open("token").getValue();
        for (int i = 0; i < LIMITS.sessionsMax(); i++) {
            sessions.open("token");
        }

        assertThat(sessions.isOpen(oldest)).isFalse();
    }

    @Test
    void opensTheDoorToGuessersAfterAMinute() {
        for (int i = 0; i < LIMITS.wrongTokensMax(); i++) {
            assertThatExceptionOfType(Problem.Refused.class)
                    .isThrownBy(() -> sessions.open("guess"))
                    .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(401));
        }
        assertThatExceptionOfType(Problem.Refused.class)
                .isThrownBy(() -> sessions.open("token"))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(429));

        clockMs.addAndGet(60_000);

        assertThat(sessions.open("token")).isNotNull();
    }
}
