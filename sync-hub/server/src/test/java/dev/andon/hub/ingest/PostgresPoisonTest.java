package dev.andon.hub.ingest;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.BeforeAll;

class PostgresPoisonTest extends PoisonContract {
    @BeforeAll
    static void installed() {
        PostgresProcess.assumeInstalled();
    }

    @Override
    StoreSettings empty() {
        return PostgresProcess.shared().prepared("poison");
    }
}
