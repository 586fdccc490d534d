package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/// What every outbox does: the one on the disk, and the one in memory that stands for it in tests.
abstract class OutboxContract {
    /// An empty one; the same until the test ends.
    abstract Outbox outbox();

    /// Writes to it.
    abstract FactLog facts();

    @Test
    final void numbersEventsFromOneWithoutHoles() {
        assertThat(outbox().lastSeq()).isZero();
        write(3);
        assertThat(events()).extracting(Event::seq).containsExactly(1L, 2L, 3L);
        assertThat(events().getFirst().fact()).isEqualTo(new HealthFact("engine/0", "ok", null));
        assertThat(outbox().lastSeq()).isEqualTo(3);
        assertThat(outbox().epoch()).matches("[0-9a-f]{16}");
    }

    @Test
    final void readsAheadWithinBothBounds() {
        write(5);
        assertThat(outbox().after(2, 2, 10_000))
                .extracting(StoredEvent::seq)
                .containsExactly(3L, 4L);
        assertThat(outbox().after(0, 100, 1)).hasSize(1);
        int length = outbox().after(0, 1, 1).getFirst().json().length();
        assertThat(outbox().after(0, 100, 2 * length + length / 2)).hasSize(2);
        assertThat(outbox().after(5, 100, 10_000)).isEmpty();
    }

    @Test
    final void letsGoOnlyOnTheHubsWord() {
        write(5);
        outbox().committed(3);
        assertThat(events()).extracting(Event::seq).containsExactly(4L, 5L);
        outbox().committed(2);
        assertThat(events()).hasSize(2);
        write(1);
        assertThat(outbox().lastSeq()).isEqualTo(6);
    }

    @Test
    final void keepsWhatTheHubRefusesApartTheLatestFirst() {
        write(4);
        outbox().rejected(2, "unknown-fact");
        outbox().rejected(2, "unknown-fact");
        outbox().rejected(3, "too-large");
        assertThat(events()).extracting(Event::seq).containsExactly(1L, 4L);
        assertThat(outbox().state().deadLetters()).isEqualTo(2);
        assertThat(outbox().deadLetters(10))
                .extracting(letter -> letter.seq() + " " + letter.code())
                .containsExactly("3 too-large", "2 unknown-fact");
        assertThat(outbox().deadLetters(1)).extracting(DeadLetter::seq).containsExactly(3L);
    }

    @Test
    final void remembersHowFarItMayHaveBeenSent() {
        write(5);
        assertThat(outbox().sentThrough()).isZero();
        outbox().sending(4);
        outbox().sending(2);
        assertThat(outbox().sentThrough()).isEqualTo(4);
        outbox().committed(5);
        assertThat(outbox().sentThrough()).isEqualTo(4);
    }

    @Test
    final void numbersWhatWaitsAnewInANewEpoch() {
        write(2_500);
        outbox().sending(2_000);
        outbox().committed(1_200);
        String before = outbox().epoch();
        List<Event> waiting = events();
        long bytes = outbox().state().bytes();
        String epoch = outbox().renew();
        assertThat(epoch).isNotEqualTo(before).isEqualTo(outbox().epoch());
        assertThat(events())
                .extracting(Event::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_300).boxed().toList());
        assertThat(events())
                .extracting(Event::fact)
                .containsExactlyElementsOf(waiting.stream().map(Event::fact).toList());
        assertThat(outbox().lastSeq()).isEqualTo(1_300);
        assertThat(outbox().sentThrough()).isZero();
        assertThat(outbox().gone()).isEmpty();
        assertThat(outbox().state().rows()).isEqualTo(1_300);
        assertThat(outbox().state().bytes()).isLessThan(bytes).isEqualTo(bytesThatWait());
        write(1);
        assertThat(events().getLast().seq()).isEqualTo(1_301);
    }

    @Test
    final void tellsWhatWaits() {
        assertThat(outbox().state()).isEqualTo(new OutboxState(0, 0, null, 0, 0, 0));
        write(2);
        OutboxState state = outbox().state();
        assertThat(state.rows()).isEqualTo(2);
        assertThat(state.bytes()).isEqualTo(bytesThatWait());
        assertThat(state.oldestAt()).isEqualTo(events().getFirst().at());
        assertThat(state.lastSeq()).isEqualTo(2);
    }

    @Test
    final void wakesWhoeverSends() {
        AtomicInteger woken = new AtomicInteger();
        outbox().onAppend(woken::incrementAndGet);
        write(2);
        outbox().committed(2);
        assertThat(woken).hasValue(2);
    }

    final List<Event> events() {
        return outbox().after(0, Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(stored -> EventCodec.event(stored.json()))
                .toList();
    }

    final long bytesThatWait() {
        return outbox().after(0, 10_000, Integer.MAX_VALUE).stream()
                .mapToLong(e -> e.json().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    final void write(int count) {
        for (int i = 0; i < count; i++) {
            facts().write(new HealthFact("engine/" + i, "ok", null));
        }
    }
}
