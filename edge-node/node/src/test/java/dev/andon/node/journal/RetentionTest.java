package dev.andon.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class RetentionTest {
    private static final long DAY_MS = 86_400_000;
    private static final long MUCH = 1L << 40;
    private static final HealthFact FACT = new HealthFact("disk", "ok", null);

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
    void writesATurnWithItsEvent() {
        journal.turns(30, MUCH).write(OpenJournal.turn("t-1", "why does it stop"));
        assertThat(journal.turns(30, MUCH).count()).isEqualTo(1);
        assertThat(journal.events())
                .extracting(Event::fact)
                .containsExactly(OpenJournal.turn("t-1", "why does it stop"));
    }

    @Test
    void forgetsWhatRanOutOfItsDaysSoThatNoFileHoldsItAnyMore() throws IOException {
        TurnTable turns = journal.turns(30, MUCH);
        turns.write(OpenJournal.turn("old", "the zebra question " + "so ".repeat(500)));
        journal.outbox().write(FACT);
        turns.write(OpenJournal.turn("old-2", "the zebra question again"));
        journal.outbox().rejected(3, "invalid-fact");
        journal.clock().pass(31 * DAY_MS);
        turns.write(OpenJournal.turn("new", "the giraffe question"));
        assertThat(filesHolding("zebra")).isNotEmpty();
        turns.expire();
        assertThat(filesHolding("zebra")).isEmpty();
        assertThat(filesHolding("giraffe")).isNotEmpty();
        assertThat(turns.count()).isEqualTo(1);
        assertThat(journal.events()).extracting(Event::seq).containsExactly(2L, 4L);
        assertThat(journal.outbox().gone()).containsExactly(new Gone(1, 1, "turn", "expired"));
        assertThat(journal.outbox().state().deadLetters()).isEqualTo(1);
    }

    @Test
    void keepsNothingBeyondTheSendingWithZeroDays() throws IOException {
        TurnTable turns = journal.turns(0, MUCH);
        turns.write(OpenJournal.turn("t-1", "the zebra question"));
        assertThat(turns.count()).isZero();
        turns.expire();
        assertThat(journal.events()).hasSize(1);
        journal.outbox().committed(1);
        turns.expire();
        assertThat(filesHolding("zebra")).isEmpty();
        turns.write(OpenJournal.turn("t-2", "the giraffe question"));
        journal.clock().pass(DAY_MS + 1);
        turns.expire();
        assertThat(journal.events()).isEmpty();
        assertThat(journal.outbox().gone()).containsExactly(new Gone(2, 2, "turn", "expired"));
    }

    @Test
    void dropsTheOldestTurnsAndNeverAFactWhenTooMuchWaits() {
        TurnTable turns = journal.turns(30, 20_000);
        for (int i = 1; i <= 100; i++) {
            turns.write(OpenJournal.turn("t-" + i, "why"));
            journal.outbox().write(FACT);
        }
        List<Event> waiting = journal.events();
        assertThat(waiting).extracting(Event::fact).filteredOn(FACT::equals).hasSize(100);
        assertThat(waiting.getLast().seq()).isEqualTo(200);
        List<Gone> gone = journal.outbox().gone();
        assertThat(gone).allMatch(range -> range.reason().equals("disk"));
        long dropped = gone.stream().mapToLong(range -> range.to() - range.from() + 1).sum();
        assertThat(dropped).isEqualTo(journal.outbox().state().droppedTurns()).isPositive();
        assertThat(waiting).hasSize((int) (200 - dropped));
        assertThat(gone.getFirst().from()).isEqualTo(1);
    }

    @Test
    void joinsNeighboursThatAreGone() {
        TurnTable turns = journal.turns(30, 5_000);
        for (int i = 1; i <= 50; i++) {
            turns.write(OpenJournal.turn("t-" + i, "why"));
        }
        assertThat(journal.outbox().gone()).hasSize(1);
        Gone gone = journal.outbox().gone().getFirst();
        assertThat(gone.from()).isEqualTo(1);
        assertThat(journal.events().getFirst().seq()).isEqualTo(gone.to() + 1);
    }

    private List<Path> filesHolding(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> holds(file, word)).toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
