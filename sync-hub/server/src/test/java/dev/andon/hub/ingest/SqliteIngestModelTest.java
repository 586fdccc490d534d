package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

class SqliteIngestModelTest {
    private static final int MODELS = Boolean.getBoolean("andon.faults.long") ? 300 : 16;

    @TempDir Path folder;

    @Test
    void givesTheSameInWhicheverOrderBatchesComeAndHoweverOften() {
        Random seeds = new Random(4711);
        Instant now = Instant.ofEpochMilli(NodeScript.BEGIN + 3_600_000);
        try (HubStore store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")))) {
            EventIngest ingest = new EventIngest(store, () -> now, IngestLimits.USUAL);
            for (int model = 0; model < MODELS; model++) {
                new IngestModel(seeds.nextLong(), "n" + model + "-")
                        .holds(ingest, new HubRows(store));
            }
        }
    }
}
