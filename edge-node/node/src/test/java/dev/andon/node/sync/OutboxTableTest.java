package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

class OutboxTableTest {
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
    void numbersEventsFromOneWithoutHoles() {
        write(3);
        assertThat(journal.events()).extracting(Event::seq).containsExactly(1L, 2L, 3L);
        assertThat(journal.outbox().lastSeq()).isEqualTo(3);
        Event first = journal.events().getFirst();
        assertThat(first.at()).isEqualTo(journal.clock().at());
        assertThat(first.boot()).isEqualTo("boot-1");
        assertThat(first.fact()).isEqualTo(new HealthFact("engine/0", "ok", null));
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
    void readsAheadWithinBothBounds() {
        write(5);
        assertThat(journal.outbox().after(2, 2, 10_000))
                .extracting(StoredEvent::seq)
                .containsExactly(3L, 4L);
        assertThat(journal.outbox().after(0, 100, 1)).hasSize(1);
        int length = journal.outbox().after(0, 1, 1).getFirst().json().length();
        assertThat(journal.outbox().after(0, 100, 2 * length + length / 2)).hasSize(2);
        assertThat(journal.outbox().after(5, 100, 10_000)).isEmpty();
    }

    @Test
    void letsGoOnlyOnTheHubsWord() {
        write(5);
        journal.outbox().committed(3);
        assertThat(journal.events()).extracting(Event::seq).containsExactly(4L, 5L);
        journal.outbox().committed(2);
        assertThat(journal.events()).hasSize(2);
        write(1);
        assertThat(journal.outbox().lastSeq()).isEqualTo(6);
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
    void keepsWhatTheHubRefusesApart() {
        write(3);
        journal.outbox().rejected(2, "unknown-fact");
        journal.outbox().rejected(2, "unknown-fact");
        assertThat(journal.events()).extracting(Event::seq).containsExactly(1L, 3L);
        assertThat(journal.outbox().state().deadLetters()).isEqualTo(1);
        List<String> codes =
                journal.file()
                        .read(t -> t.list("select code from dead_letter", r -> r.getString(1)));
        assertThat(codes).containsExactly("unknown-fact");
    }

    @Test
    void numbersWhatWaitsAnewInANewEpoch() {
        write(2_500);
        journal.outbox().committed(1_200);
        String before = journal.outbox().epoch();
        List<Event> waiting = journal.events();
        long bytes = journal.outbox().state().bytes();
        String epoch = journal.outbox().renew();
        assertThat(epoch).isNotEqualTo(before).isEqualTo(journal.outbox().epoch());
        assertThat(journal.events())
                .extracting(Event::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_300).boxed().toList());
        assertThat(journal.events())
                .extracting(Event::fact)
                .containsExactlyElementsOf(waiting.stream().map(Event::fact).toList());
        assertThat(journal.outbox().lastSeq()).isEqualTo(1_300);
        assertThat(journal.outbox().state().rows()).isEqualTo(1_300);
        assertThat(journal.outbox().state().bytes()).isLessThan(bytes).isEqualTo(bytesThatWait());
        write(1);
        assertThat(journal.events().getLast().seq()).isEqualTo(1_301);
    }

    @Test
    void tellsWhatWaits() {
        assertThat(journal.outbox().state()).isEqualTo(new OutboxState(0, 0, null, 0, 0, 0));
        long at = journal.clock().at();
        write(1);
        journal.clock().pass(5_000);
        write(1);
        OutboxState state = journal.outbox().state();
        assertThat(state.rows()).isEqualTo(2);
        assertThat(state.bytes()).isEqualTo(bytesThatWait());
        assertThat(state.oldestAt()).isEqualTo(at);
    }

    @Test
    void wakesWhoeverSends() {
        AtomicInteger woken = new AtomicInteger();
        journal.outbox().onAppend(woken::incrementAndGet);
        write(2);
        journal.outbox().committed(2);
        assertThat(woken).hasValue(2);
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

    private long bytesThatWait() {
        return journal.outbox().after(0, 10_000, Integer.MAX_VALUE).stream()
                .mapToLong(e -> e.json().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .sum();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            journal.outbox().write(new HealthFact("engine/" + i, "ok", null));
        }
    }
}
