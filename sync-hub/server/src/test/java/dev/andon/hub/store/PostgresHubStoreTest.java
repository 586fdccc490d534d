package dev.andon.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresHubStoreTest extends HubStoreContract {
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
        return postgres.database("store_" + databases++);
    }

    @Test
    void keepsWhatWasWrittenOverAKillOfTheServer() {
        try (HubStore store = HubStore.open(empty())) {
            store.write(handle -> put(handle, "a", "1"));
            postgres.kill();
            assertThatThrownBy(store::check)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("that the server runs")
                    .extracting("code")
                    .isEqualTo("unreachable");
            postgres.startAgain();
            assertThat(value(store, "a")).isEqualTo("1");
        }
    }

    @Test
    void saysThatADatabaseIsNotThere() {
        StoreSettings there = empty();
        StoreSettings settings = new StoreSettings(there.url() + "_not", there.user(), null, 2);
        assertThatThrownBy(() -> HubStore.open(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist")
                .extracting("code")
                .isEqualTo("unreachable");
    }

    @Test
    void doesNotShowItsPassword() {
        assertThat(new StoreSettings("jdbc:postgresql://h/d", "u", "secret", 1).toString())
                .doesNotContain("secret");
    }
}
