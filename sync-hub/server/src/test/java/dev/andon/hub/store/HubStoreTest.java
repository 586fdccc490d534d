package dev.andon.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class HubStoreTest {
    @TempDir Path folder;

    @Test
    void keepsWhatWasWrittenOverARestart() {
        StoreSettings settings = StoreSettings.sqlite(folder.resolve("hub.db"));
        try (HubStore store = HubStore.open(settings)) {
            store.write(h -> h.execute("insert into hub_setting values ('a', '1')"));
        }
        try (HubStore store = HubStore.open(settings)) {
            String value =
                    store.read(
                            h ->
                                    h.createQuery("select value from hub_setting")
                                            .mapTo(String.class)
                                            .one());
            assertThat(value).isEqualTo("1");
        }
    }
}
