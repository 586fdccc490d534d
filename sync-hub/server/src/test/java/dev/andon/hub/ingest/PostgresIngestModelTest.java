package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class PostgresIngestModelTest {
    private static final int MODELS = 12;

    @Test
    void givesTheSameWhileSeveralWorkOnOneStore() throws Exception {
        PostgresProcess.assumeInstalled();
        try (HubStore store = HubStore.open(PostgresProcess.shared().prepared("model"));
                ExecutorService workers = Executors.newFixedThreadPool(3)) {
            Instant now = Instant.ofEpochMilli(NodeScript.BEGIN + 3_600_000);
            EventIngest ingest = new EventIngest(store, () -> now, IngestLimits.USUAL);
            List<Future<?>> models = new ArrayList<>();
            for (int i = 0; i < MODELS; i++) {
                IngestModel model = new IngestModel(i, "n" + i + "-");
                models.add(workers.submit(() -> model.holds(ingest, new HubRows(store))));
            }
            for (Future<?> model : models) {
                model.get(5, TimeUnit.MINUTES);
            }
        }
    }
}
