package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The uplink over the journal's own outbox.
class UplinkOnJournalTest {
    @TempDir private Path folder;

    private final MemoryBroker broker = new MemoryBroker();
    private ScriptedHub hub;

    @BeforeEach
    void start() {
        hub = Talk.hub(broker);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private HalfTalk talk(OpenJournal journal) {
        return new HalfTalk(broker, Talk.BROKER, journal.outbox(), journal.outbox());
    }

    private static void append(OpenJournal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            journal.outbox().write(Talk.fact(i));
        }
    }

    private void drained(OpenJournal journal) {
        Awaiting.await(
                "the outbox is empty",
                () -> journal.outbox().state().rows() == 0,
                () -> journal.outbox().state());
    }

    @Test
    void drainsTheJournal() {
        try (OpenJournal journal = OpenJournal.in(folder)) {
            append(journal, 0, 1500);
            try (HalfTalk talk = talk(journal)) {
                append(journal, 1500, 2000);
                drained(journal);
                assertThat(talk.uplink.failure()).isNull();
            }
            assertThat(hub.events(journal.outbox().epoch())).hasSize(2000);
            assertThat(journal.outbox().sentThrough()).isEqualTo(2000);
        }
    }

    @Test
    void sendsWhatAnotherProcessWrote() {
        try (OpenJournal journal = OpenJournal.in(folder);
                OpenJournal command = OpenJournal.in(folder);
                HalfTalk talk = talk(journal)) {
            Awaiting.await("the hub has answered", talk.uplink::greeted);
            append(command, 0, 3);
            drained(journal);
            assertThat(hub.events(journal.outbox().epoch())).hasSize(3);
        }
    }

    @Test
    void keepsApartWhatTheHubRefuses() {
        hub.poison.put("question 7", "invalid-fact");
        try (OpenJournal journal = OpenJournal.in(folder)) {
            append(journal, 0, 20);
            try (HalfTalk talk = talk(journal)) {
                drained(journal);
                assertThat(talk.uplink.failure()).isNull();
            }
            assertThat(journal.outbox().deadLetters(10))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.seq()).isEqualTo(8));
            assertThat(hub.deadLetters(journal.outbox().epoch()))
                    .isEqualTo(Map.of(8L, "invalid-fact"));
        }
    }

    /// The file was copied with ten events, went on to twenty, and the copy was put back and went
    /// on to forty before it met the hub.
    @Test
    void losesNothingOfARestoredFile() throws Exception {
        Path backup = folder.resolve("backup");
        Files.createDirectories(backup);
        String old;
        try (OpenJournal journal = OpenJournal.in(folder)) {
            old = journal.outbox().epoch();
            append(journal, 0, 10);
            try (HalfTalk talk = talk(journal)) {
                drained(journal);
            }
        }
        Files.copy(folder.resolve("journal.db"), backup.resolve("journal.db"));
        try (OpenJournal journal = OpenJournal.in(folder);
                HalfTalk talk = talk(journal)) {
            append(journal, 10, 20);
            drained(journal);
        }
        try (OpenJournal restored = OpenJournal.in(backup)) {
            append(restored, 100, 130);
            try (HalfTalk talk = talk(restored)) {
                Awaiting.await("it is renewed", () -> !restored.outbox().epoch().equals(old));
                drained(restored);
            }
            String fresh = restored.outbox().epoch();
            assertThat(hub.events(fresh).values())
                    .filteredOn(json -> json.contains("question 1"))
                    .hasSize(30);
            assertThat(hub.events(old)).hasSize(20);
            assertThat(hub.contested()).isZero();
        }
    }
}
