package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class OutboxTableTest extends OutboxContract {
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

    @Override
    Outbox outbox() {
        return journal.outbox();
    }

    @Override
    FactLog facts() {
        return journal.outbox();
    }

    @Test
    void notesWhenAFactWasWritten() {
        write(1);
        Event first = journal.events().getFirst();
        assertThat(first.at()).isEqualTo(journal.clock().at());
        assertThat(first.boot()).isEqualTo("boot-1");
    }

    @Test
    void givesNoNumberToAFactThatIsNotKept() {
        write(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                journal.file()
                                        .facts(
                                                transaction -> {
                                                    dev.andon.node.sync.sqlite.OutboxRows.append(
                                                            transaction,
                                                            new HealthFact("disk", "ok", null),
                                                            journal.clock());
                                                    throw new IllegalStateException("broke");
                                                }));
        write(1);
        assertThat(journal.events()).extracting(Event::seq).containsExactly(1L, 2L);
    }

    @Test
    void refusesAFactThatNoMessageCouldCarry() {
        HealthFact large = new HealthFact("disk", "ok", "x".repeat(70_000));
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> journal.outbox().write(large))
                .satisfies(e -> assertThat(e.code()).isEqualTo("fact-too-large"));
        assertThat(journal.outbox().lastSeq()).isZero();
    }

    @Test
    void keepsItsEpochUntilItIsRenewed() {
        String epoch = journal.outbox().epoch();
        assertThat(epoch).matches("[0-9a-f]{16}");
        journal.close();
        open();
        assertThat(journal.outbox().epoch()).isEqualTo(epoch);
    }

    @Test
    void keepsEverythingWhenTheHubKnowsNumbersThatItNeverGave() {
        write(2);
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> journal.outbox().committed(3))
                .satisfies(e -> assertThat(e.code()).isEqualTo("beyond-outbox"));
        assertThat(journal.events()).hasSize(2);
    }

    @Test
    void tellsSinceWhenSomethingWaits() {
        long at = journal.clock().at();
        write(1);
        journal.clock().pass(5_000);
        write(1);
        assertThat(journal.outbox().state().oldestAt()).isEqualTo(at);
    }

    @Test
    void seesWhatAnotherProcessWrote() {
        try (OpenJournal other = OpenJournal.in(folder)) {
            other.outbox().write(new HealthFact("disk", "ok", null));
            assertThat(journal.outbox().lastSeq()).isEqualTo(1);
            write(1);
            assertThat(other.events()).extracting(Event::seq).containsExactly(1L, 2L);
        }
    }

    @Test
    void toldWhatIsGoneUntilTheHubKnows() {
        journal.file()
                .write(
                        t -> {
                            for (long[] range : new long[][] {{2, 3}, {7, 7}, {4, 4}, {6, 6}}) {
                                t.update(
                                        "insert into outbox_gone values (?, ?, 'turn', 'disk')",
                                        range[0],
                                        range[1]);
                            }
                            return t.update("update outbox_state set last_seq = 9");
                        });
        journal.outbox().committed(2);
        assertThat(journal.outbox().gone().getFirst()).isEqualTo(new Gone(3, 3, "turn", "disk"));
        journal.outbox().committed(6);
        assertThat(journal.outbox().gone()).containsExactly(new Gone(7, 7, "turn", "disk"));
        journal.outbox().committed(9);
        assertThat(journal.outbox().gone()).isEmpty();
    }
}
