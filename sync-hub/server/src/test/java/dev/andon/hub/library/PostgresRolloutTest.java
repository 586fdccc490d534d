package dev.andon.hub.library;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.BeforeAll;

class PostgresRolloutTest extends RolloutContract {
    @BeforeAll
    static void installed() {
        PostgresProcess.assumeInstalled();
    }

    @Override
    StoreSettings empty() {
        return PostgresProcess.shared().prepared("rollout");
    }
}
