package dev.andon.hub.ingest;

import dev.andon.hub.store.StoreSettings;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqlitePoisonTest extends PoisonContract {
    @TempDir Path folder;

    @Override
    StoreSettings empty() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }
}
