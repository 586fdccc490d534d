package dev.andon.hub.library;

import dev.andon.hub.store.StoreSettings;

class SqliteRolloutTest extends RolloutContract {
    @Override
    StoreSettings empty() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }
}
