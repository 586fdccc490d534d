package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class TranscriptRetentionTest {
    private static final Duration DAYS = Duration.ofDays(30);

    @TempDir Path folder;

    @Test
    void forgetsWordsAfterTheirDaysAndKeepsTheFigures() throws Exception {
        Path file = folder.resolve("hub.db");
        NodeScript node = NodeScript.of("press-3", 1);
        try (HubStore store = HubStore.open(StoreSettings.sqlite(file))) {
            Instant begin = Instant.ofEpochMilli(NodeScript.BEGIN);
            EventIngest ingest =
                    new EventIngest(store, InstantSource.fixed(begin), IngestLimits.USUAL);
            for (int from = 1; from <= 1_200; from += 300) {
                ingest.ingest(List.of(node.turns(from, from + 299)));
            }
            ingest.ingest(List.of(node.batch(1_201, NodeScript.health("disk", "ok"))));
            Instant later = begin.plus(DAYS).plusMillis(1_000_500);
            TranscriptRetention retention =
                    new TranscriptRetention(store, InstantSource.fixed(later), 30, (_, _) -> 0);
            assertThat(retention.forget()).isEqualTo(1_000);
            assertThat(retention.forget()).isZero();
            HubRows rows = new HubRows(store);
            assertThat(rows.number("select count(*) from turn where question is null"))
                    .isEqualTo(1_000);
            assertThat(rows.number("select count(*) from turn where timings_ms like '%12.5%'"))
                    .isEqualTo(1_200);
            assertThat(rows.number("select count(*) from event where json is null"))
                    .isEqualTo(1_000);
            assertThat(rows.number("select committed_through from outbox_mark")).isEqualTo(1_201);
            assertThat(ingest.ingest(List.of(node.turns(1, 300))).getFirst().ack().rejected())
                    .isEmpty();
            assertThat(rows.number("select count(*) from turn where question is null"))
                    .isEqualTo(1_000);
            retention.close();
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("torque number 1100?")
                .doesNotContain("torque number 900?");
    }
}
