package dev.andon.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.knowledge.StageException;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file system of its own, really full. Skipped where this user may not mount one.
class FullDiskTest {
    private static final HealthFact FACT = new HealthFact("disk", "ok", "x".repeat(2_000));
    private static final int MIB = 1 << 20;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        assumeThat(mounted).as("a file system can be mounted").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    @Test
    void writesIncidentsIntoTheReserveAndSaysWhenThatIsGone() throws IOException {
        Reserve reserve = new ReserveFile(disk.resolve("journal.reserve"), MIB);
        reserve.rebuild();
        assertThat(reserve.held()).isTrue();
        try (OpenJournal journal = OpenJournal.in(disk, reserve)) {
            journal.outbox().write(FACT);
            Path others = fill();
            int written = 1;
            while (reserve.held()) {
                journal.outbox().write(FACT);
                written++;
            }
            assertThat(journal.file().room()).isEqualTo(Room.RESERVE_IN_USE);
            assertThat(journal.turns(30, 1L << 40).write(OpenJournal.turn("t-1", "why"))).isFalse();
            written += untilFull(journal);
            assertThat(journal.file().room()).isEqualTo(Room.NONE);
            assertThat(journal.outbox().state().rows()).isEqualTo(written);
            Files.delete(others);
            journal.outbox().write(FACT);
            journal.file().regainRoom();
            assertThat(reserve.held()).isTrue();
            assertThat(journal.file().room()).isEqualTo(Room.ENOUGH);
            assertThat(journal.outbox().state().rows()).isEqualTo(written + 1);
        }
    }

    @Test
    void opensOnAFullDiskByTheReserve() throws IOException {
        Reserve reserve = new ReserveFile(disk.resolve("journal.reserve"), MIB);
        try (OpenJournal journal = OpenJournal.in(disk, reserve)) {
            journal.outbox().write(FACT);
        }
        reserve.rebuild();
        fill();
        try (OpenJournal journal = OpenJournal.in(disk, reserve)) {
            journal.outbox().write(FACT);
            assertThat(journal.outbox().lastSeq()).isEqualTo(2);
        }
    }

    /// Leaves the disk without a block.
    private Path fill() throws IOException {
        Path file = disk.resolve("others");
        byte[] block = new byte[4_096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return file;
    }

    private static int untilFull(OpenJournal journal) {
        int written = 0;
        while (true) {
            try {
                journal.outbox().write(FACT);
                written++;
            } catch (StageException full) {
                assertThat(full.code()).isEqualTo("disk-full");
                return written;
            }
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
