package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.doctor.Finding;
import dev.andon.node.doctor.Finding.Verdict;
import dev.andon.node.journal.Reserve;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class JournalExaminationTest {
    @TempDir private Path folder;
    private NodeHome home;

    @BeforeEach
    void make() {
        home = new NodeHome(folder.resolve("home")).create();
    }

    @Test
    void makesNoJournalWhereThereIsNone() {
        assertThat(finding("journal").verdict()).isEqualTo(Verdict.OK);
        assertThat(finding("journal").detail()).contains("none yet");
        assertThat(home.journal()).doesNotExist();
    }

    @Test
    void tellsItsSizeAndWhatWaits() {
        write(2);
        assertThat(finding("journal").detail()).contains("journal.db", " MiB");
        assertThat(finding("outbox").verdict()).isEqualTo(Verdict.OK);
        assertThat(finding("outbox").detail())
                .startsWith("2 events wait for the hub, ")
                .contains("the oldest written 0 s ago");
    }

    @Test
    void tellsOfDeadLetters() {
        write(2);
        try (NodeJournal journal = journal()) {
            journal.outbox().rejected(1, "unknown-fact");
            journal.outbox().committed(2);
        }
        Finding outbox = finding("outbox");
        assertThat(outbox.verdict()).isEqualTo(Verdict.NOTE);
        assertThat(outbox.detail())
                .isEqualTo("nothing waits for the hub; 1 events are dead letters");
        assertThat(outbox.mend()).contains("andon sync dead-letters");
    }

    @Test
    void saysThatTurnsAreSoonGivenUp() throws IOException {
        Files.writeString(home.config(), "sync:\n  outboxMiBMax: 1\n");
        try (NodeJournal journal = journal()) {
            for (int i = 0; i < 20; i++) {
                journal.facts().write(new HealthFact("engine/" + i, "ok", "x".repeat(50_000)));
            }
        }
        Finding outbox = finding("outbox");
        assertThat(outbox.verdict()).isEqualTo(Verdict.NOTE);
        assertThat(outbox.detail()).contains("1 MiB is the most");
        assertThat(outbox.mend()).contains("sync.outboxMiBMax");
    }

    @Test
    void saysWhatMendsADamagedJournal() throws IOException {
        Files.writeString(home.journal(), "no database".repeat(500));
        Finding journal = finding("journal");
        assertThat(journal.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(journal.mend()).contains("put a backup in its place");
    }

    @Test
    void looksForTheReserve() throws IOException {
        Files.writeString(home.config(), "sync:\n  reserveMiB: 16\n");
        assertThat(finding("journal reserve").verdict()).isEqualTo(Verdict.NOTE);
        assertThat(finding("journal reserve").mend()).contains("andon serve");
        Files.write(home.reserve(), new byte[16 << 20]);
        assertThat(finding("journal reserve").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void saysHowMuchRoomTheReserveLacks() {
        Finding reserve = JournalExamination.reserve(new Full(), home);
        assertThat(reserve.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(reserve.detail()).contains("64.0 MiB", "the disk is full");
        assertThat(reserve.mend()).startsWith("free 118.0 MiB on the disk of " + home.root());
    }

    /// On a disk with 10 MiB.
    private record Full() implements Reserve {
        @Override
        public long bytes() {
            return 64 << 20;
        }

        @Override
        public long freeBytes() {
            return 10 << 20;
        }

        @Override
        public boolean held() {
            return false;
        }

        @Override
        public void giveUp() {}

        @Override
        public void rebuild() {}
    }

    private void write(int count) {
        try (NodeJournal journal = journal()) {
            for (int i = 0; i < count; i++) {
                journal.facts().write(new HealthFact("engine/" + i, "ok", null));
            }
        }
    }

    private NodeJournal journal() {
        return NodeJournal.open(home, DeviceConfig.of(home), AssetRegister.empty());
    }

    private Finding finding(String name) {
        List<Finding> findings = new ArrayList<>();
        JournalExamination.examine(home, DeviceConfig.of(home), findings::add);
        return findings.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
