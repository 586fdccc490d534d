package dev.andon.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SqliteHubStoreTest extends HubStoreContract {
    @TempDir Path folder;

    @Override
    StoreSettings empty() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }

    /// synchronous 2 is FULL.
    @ParameterizedTest
    @CsvSource({"journal_mode, wal", "synchronous, 2", "foreign_keys, 1", "secure_delete, 1"})
    void writesDurably(String pragma, String value) {
        try (HubStore store = HubStore.open(empty())) {
            String inForce =
                    store.write(
                            handle ->
                                    handle.createQuery("pragma " + pragma)
                                            .mapTo(String.class)
                                            .one());
            assertThat(inForce).isEqualTo(value);
        }
    }

    @Test
    void refusesToWriteWhereItReads() {
        try (HubStore store = HubStore.open(empty())) {
            assertThatThrownBy(() -> store.read(handle -> put(handle, "a", "1")))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        Path file = folder.resolve("hub.db");
        Files.writeString(file, "This was a database once. ".repeat(1_000));
        assertThatThrownBy(() -> HubStore.open(StoreSettings.sqlite(file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("put a backup in its place")
                .extracting("code")
                .isEqualTo("damaged");
    }

    @Test
    void saysThatAFileCannotBeReached() {
        Path file = folder.resolve("nowhere").resolve("hub.db");
        assertThatThrownBy(() -> HubStore.open(StoreSettings.sqlite(file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nowhere")
                .extracting("code")
                .isEqualTo("unreachable");
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        assertThatThrownBy(
                        () -> HubStore.open(new StoreSettings("jdbc:oracle:thin", null, null, 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:postgresql")
                .extracting("code")
                .isEqualTo("unknown-database");
    }
}
