package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Months without a hub.
class LargeOutboxTest {
    private static final int ROWS = 1_000_000;

    /// A hundred times what it takes on a quiet machine.
    private static final Duration QUICK = Duration.ofSeconds(2);

    @TempDir private Path folder;

    @Test
    void staysQuickWithAMillionRows() {
        try (OpenJournal journal = OpenJournal.in(folder)) {
            fill(journal);
            Outbox outbox = journal.outbox();
            within(() -> assertThat(outbox.after(0, 500, 100_000)).hasSize(500));
            within(() -> assertThat(outbox.after(900_000, 500, 100_000)).hasSize(500));
            within(() -> assertThat(outbox.state().rows()).isEqualTo(ROWS));
            within(() -> journal.outbox().write(new HealthFact("disk", "ok", null)));
            within(() -> outbox.committed(500));
            within(() -> assertThat(outbox.lastSeq()).isEqualTo(ROWS + 1));
            assertThat(plans(journal)).noneMatch(plan -> plan.startsWith("SCAN outbox"));
        }
    }

    private static void within(Runnable step) {
        long begin = System.nanoTime();
        step.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
    }

    private static List<String> plans(OpenJournal journal) {
        return journal.file()
                .read(
                        t ->
                                t.list(
                                        "explain query plan select seq, chars from outbox"
                                                + " where seq > 5 order by seq limit 500",
                                        row -> row.getString("detail")));
    }

    /// As the table writes them, only faster.
    private static void fill(OpenJournal journal) {
        journal.file()
                .write(
                        t -> {
                            t.update(
                                    """
                                    with recursive n(i) as (
                                      select 1 union all select i + 1 from n where i < ?)
                                    insert into outbox (seq, kind, at, bytes, chars, json)
                                    select i, 'turn', i, 120, 120,
                                      '{"seq":' || i || ',"at":1,"boot":"b","upMs":1,'
                                      || '"kind":"health","fact":{"subject":"disk",'
                                      || '"state":"ok","detail":null}}' from n
                                    """,
                                    ROWS);
                            return t.update("update outbox_state set last_seq = ?", ROWS);
                        });
    }
}
