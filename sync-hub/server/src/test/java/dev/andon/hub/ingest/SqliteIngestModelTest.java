package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class SqliteIngestModelTest {
    private static HubStore store;
    private static int models;

    @BeforeContainer
    static void opens() throws IOException {
        Path folder = Files.createTempDirectory("ingest-model");
        store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")));
    }

    @AfterContainer
    static void closes() {
        store.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, seed = "4711")
    void givesTheSameInWhicheverOrderBatchesComeAndHoweverOften(@ForAll long seed) {
        Instant now = Instant.ofEpochMilli(NodeScript.BEGIN + 3_600_000);
        EventIngest ingest = new EventIngest(store, () -> now, IngestLimits.USUAL);
        new IngestModel(seed, "n" + models++ + "-").holds(ingest, new HubRows(store));
    }
}
