package dev.andon.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.node.journal.sqlite.JournalFile;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.node.sync.sqlite.Wakeup;
import dev.andon.protocol.Event;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A damaged file, and a disk that fills up.
class JournalFileTest {
    private static final HealthFact FACT = new HealthFact("disk", "ok", "x".repeat(2_000));
    private static final int FACTS_MAX = 20_000;

    @TempDir private Path folder;

    @Test
    void keepsADamagedFileAndReadsOnInIt() throws IOException {
        try (OpenJournal journal = OpenJournal.in(folder)) {
            journal.turns(30, 1 << 30).write(OpenJournal.turn("t-1", "why"));
            for (int i = 0; i < 400; i++) {
                journal.outbox().write(FACT);
            }
        }
        byte[] damaged = damage(folder.resolve("journal.db"));
        try (OpenJournal journal = OpenJournal.in(folder)) {
            assertThat(journal.file().damage()).isNotNull();
            assertThat(journal.outbox().lastSeq()).isEqualTo(401);
            assertThat(journal.turns(30, 1 << 30).count()).isEqualTo(1);
            assertRefused("database-corrupt", () -> journal.outbox().write(FACT), "backup");
            assertRefused("database-corrupt", () -> journal.outbox().committed(1), "backup");
        }
        assertThat(Files.readAllBytes(folder.resolve("journal.db"))).isEqualTo(damaged);
    }

    @Test
    void keepsAFileThatIsNoDatabaseAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.db"), "not SQLite ".repeat(1_000));
        try (OpenJournal journal = OpenJournal.in(folder)) {
            assertRefused("database-corrupt", () -> journal.outbox().write(FACT), "backup");
            assertRefused("database-corrupt", () -> journal.outbox().lastSeq(), "damaged");
        }
        assertThat(Files.readString(file)).startsWith("not SQLite");
    }

    @Test
    void givesUpTheReserveForAFactAndThenWritesNoTurns() {
        Filling filling = new Filling(folder);
        try (JournalFile file = filling.file) {
            TurnTable turns = new TurnTable(file, filling.clock, 30, 1L << 40);
            assertThat(turns.write(OpenJournal.turn("first", "why"))).isTrue();
            filling.untilTheReserveIsGivenUp();
            assertThat(file.room()).isEqualTo(Room.RESERVE_IN_USE);
            assertThat(turns.write(OpenJournal.turn("second", "why"))).isFalse();
            filling.untilItIsRefused();
            assertThat(file.room()).isEqualTo(Room.NONE);
            filling.freeTheDisk();
            file.regainRoom();
            assertThat(file.room()).isEqualTo(Room.ENOUGH);
            assertThat(turns.write(OpenJournal.turn("third", "why"))).isTrue();
            assertThat(filling.outbox.state().droppedTurns()).isEqualTo(1);
            assertThat(filling.outbox.state().rows()).isEqualTo(filling.written + 2);
        }
    }

    /// A turn that does not fit is counted and breaks nothing; the reserve is not for it.
    @Test
    void doesNotGiveUpTheReserveForATurn() {
        Filling filling = new Filling(folder);
        try (JournalFile file = filling.file) {
            TurnTable turns = new TurnTable(file, filling.clock, 30, 1L << 40);
            int written = 0;
            while (turns.write(OpenJournal.turn("t-" + written, "why ".repeat(400)))) {
                written++;
                assertThat(written).isLessThan(FACTS_MAX);
            }
            assertThat(filling.reserve.held()).isTrue();
            // The first of them may fit where no turn did.
            filling.untilTheReserveIsGivenUp();
            assertThat(filling.reserve.held()).isFalse();
        }
    }

    @Test
    void tellsTheHubWhenTheRoomChanges() {
        try (OpenJournal journal = OpenJournal.in(folder)) {
            Room[] room = {Room.RESERVE_IN_USE};
            JournalKeeper.Kept kept =
                    new JournalKeeper.Kept() {
                        @Override
                        public void expire() {
                            room[0] = Room.ENOUGH;
                        }

                        @Override
                        public void regainRoom() {}

                        @Override
                        public Room room() {
                            return room[0];
                        }
                    };
            try (JournalKeeper keeper =
                    JournalKeeper.start(kept, journal.outbox(), java.time.Duration.ofMillis(1))) {
                assertThat(keeper).isNotNull();
                await(() -> journal.outbox().lastSeq() >= 2);
            }
            assertThat(journal.events())
                    .extracting(Event::fact)
                    .extracting(fact -> ((HealthFact) fact).state())
                    .containsExactly("degraded", "ok");
        }
    }

    static void await(java.util.function.BooleanSupplier done) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    static void assertRefused(String code, Runnable act, String mend) {
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(act::run)
                .withMessageContaining(mend)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    /// Scribbles over pages in the middle, as a dying disk does.
    private static byte[] damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes.length).isGreaterThan(400_000);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40_000, (byte) 0x5a);
        Files.write(file, bytes);
        return bytes;
    }

    /// A file that may take 400 pages, and 400 more once the reserve is given up.
    private static final class Filling {
        private final TestClock clock = new TestClock();
        private final Wakeup wakeup = new Wakeup();
        private final TestReserve reserve = new TestReserve(() -> pages(800));
        private final JournalFile file;
        private final dev.andon.node.sync.sqlite.OutboxTable outbox;
        private long written;

        Filling(Path folder) {
            file = JournalFile.open(folder.resolve("journal.db"), reserve, wakeup);
            outbox = new dev.andon.node.sync.sqlite.OutboxTable(file, clock, wakeup);
            pages(400);
        }

        private void pages(int max) {
            file.write(t -> t.only("pragma max_page_count = " + max, row -> row.getLong(1)));
        }

        void untilTheReserveIsGivenUp() {
            reserve.free(0);
            while (reserve.held()) {
                write();
            }
        }

        void untilItIsRefused() {
            StageException refused = null;
            while (refused == null) {
                try {
                    write();
                } catch (StageException e) {
                    refused = e;
                }
            }
            assertThat(refused.code()).isEqualTo("disk-full");
            assertThat(refused).hasMessageContaining("Free room");
        }

        void freeTheDisk() {
            reserve.free(1L << 40);
            // The statement itself needs no page.
            pages(4_000);
        }

        private void write() {
            outbox.write(FACT);
            written++;
            assertThat(written).isLessThan(FACTS_MAX);
        }
    }
}
