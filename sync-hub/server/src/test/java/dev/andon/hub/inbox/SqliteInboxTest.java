package dev.andon.hub.inbox;

import dev.andon.hub.store.StoreSettings;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqliteInboxTest extends InboxContract {
    @TempDir Path folder;

    @Override
    StoreSettings empty() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }
}
