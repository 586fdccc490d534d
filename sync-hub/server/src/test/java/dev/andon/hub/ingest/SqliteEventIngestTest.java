package dev.andon.hub.ingest;

import dev.andon.hub.store.StoreSettings;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqliteEventIngestTest extends EventIngestContract {
    @TempDir Path folder;

    @Override
    StoreSettings empty() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }
}
