package dev.andon.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresHubStoreTest extends HubStoreContract {
    @BeforeAll
    static void installed() {
        PostgresProcess.assumeInstalled();
    }

    @Override
    StoreSettings empty() {
        return PostgresProcess.shared().database("store");
    }

    @Test
    void keepsWhatWasWrittenOverAKillOfTheServer() {
        try (HubStore store = HubStore.open(empty())) {
            store.write(handle -> put(handle, "a", "1"));
            PostgresProcess.shared().kill();
            assertThatThrownBy(store::check)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("that the server runs")
                    .extracting("code")
                    .isEqualTo("unreachable");
            PostgresProcess.shared().startAgain();
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
