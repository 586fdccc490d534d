package dev.andon.hub.ingest;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

class PostgresPoisonTest extends PoisonContract {
    private static PostgresProcess postgres;
    private static int databases;

    @BeforeAll
    static void starts() {
        Assumptions.assumeTrue(PostgresProcess.installed().isPresent(), "no PostgreSQL here");
        postgres = PostgresProcess.start();
    }

    @AfterAll
    static void ends() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    StoreSettings empty() {
        return postgres.database("poison_" + databases++);
    }
}
