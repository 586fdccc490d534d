package dev.andon.hub.inbox;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.BeforeAll;

class PostgresInboxTest extends InboxContract {
    @BeforeAll
    static void installed() {
        PostgresProcess.assumeInstalled();
    }

    @Override
    StoreSettings empty() {
        return PostgresProcess.shared().prepared("inbox");
    }
}
