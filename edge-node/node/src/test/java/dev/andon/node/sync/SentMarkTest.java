package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What the journal remembers of what was sent, and of what was refused.
class SentMarkTest {
    @TempDir private Path folder;
    private OpenJournal journal;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void onlyGrowsAndLastsOverARestart() {
        Outbox outbox = journal.outbox();
        assertThat(outbox.sentThrough()).isZero();
        outbox.sending(7);
        outbox.sending(3);
        assertThat(outbox.sentThrough()).isEqualTo(7);
        journal.close();
        journal = OpenJournal.in(folder);
        assertThat(journal.outbox().sentThrough()).isEqualTo(7);
    }

    @Test
    void beginsAnewWithANewOutbox() {
        journal.outbox().write(Talk.fact(1));
        journal.outbox().sending(1);
        journal.outbox().renew();
        assertThat(journal.outbox().sentThrough()).isZero();
    }

    @Test
    void listsTheLatestDeadLettersFirst() {
        for (int i = 0; i < 5; i++) {
            journal.outbox().write(Talk.fact(i));
        }
        journal.outbox().rejected(2, "invalid-fact");
        journal.outbox().rejected(4, "too-large");
        assertThat(journal.outbox().deadLetters(10))
                .extracting(DeadLetter::seq)
                .containsExactly(4L, 2L);
        DeadLetter latest = journal.outbox().deadLetters(1).getFirst();
        assertThat(latest.code()).isEqualTo("too-large");
        assertThat(latest.kind()).isEqualTo("escalation");
        assertThat(latest.json()).contains("question 3");
    }
}
