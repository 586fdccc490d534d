package dev.andon.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// What every database under the hub does.
abstract class HubStoreContract {
    /// An empty database.
    abstract StoreSettings empty();

    @Test
    void keepsWhatWasWrittenOverARestart() {
        StoreSettings settings = empty();
        try (HubStore store = HubStore.open(settings)) {
            store.write(handle -> put(handle, "a", "1"));
        }
        try (HubStore store = HubStore.open(settings)) {
            assertThat(value(store, "a")).isEqualTo("1");
        }
    }

    @Test
    void writesAllOfATransactionOrNothing() {
        try (HubStore store = HubStore.open(empty())) {
            assertThatThrownBy(
                            () ->
                                    store.write(
                                            handle -> {
                                                put(handle, "a", "1");
                                                return put(handle, "a", "2");
                                            }))
                    .isInstanceOf(StoreException.class)
                    .extracting(e -> ((StoreException) e).code())
                    .isEqualTo("failed");
            assertThat(count(store)).isZero();
        }
    }

    @Test
    void readsFromOneCommitWhileOthersWrite() {
        try (HubStore store = HubStore.open(empty())) {
            List<Long> counts =
                    store.read(
                            handle -> {
                                long before = count(handle);
                                onAnotherThread(() -> store.write(h -> put(h, "a", "1")));
                                return List.of(before, count(handle));
                            });
            assertThat(counts).containsExactly(0L, 0L);
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void takesWritersFromManyThreads() throws Exception {
        try (HubStore store = HubStore.open(empty());
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "name-" + i;
                writes.add(threads.submit(() -> store.write(handle -> put(handle, name, "1"))));
            }
            for (Future<?> write : writes) {
                write.get(60, TimeUnit.SECONDS);
            }
            assertThat(count(store)).isEqualTo(40);
        }
    }

    @Test
    void sendsRowsTogetherAndHoldsAnyText() {
        try (HubStore store = HubStore.open(empty())) {
            store.write(
                    handle -> {
                        try (RowBatch rows =
                                new RowBatch(
                                        handle,
                                        "insert into hub_setting values (?, ?) on conflict do"
                                                + " nothing")) {
                            for (int i = 0; i < 1_203; i++) {
                                rows.add("name-" + i, "nul \0, half \uD83D, whole \uD83D\uDE00");
                            }
                            rows.add("name-0", "another");
                            rows.send();
                        }
                        return null;
                    });
            assertThat(count(store)).isEqualTo(1_203);
            assertThat(value(store, "name-0"))
                    .isEqualTo("nul \uFFFD, half \uFFFD, whole \uD83D\uDE00");
        }
    }

    @Test
    void leavesADatabaseOfALaterVersionAlone() {
        StoreSettings settings = empty();
        try (HubStore store = HubStore.open(settings)) {
            store.write(
                    handle ->
                            handle.execute(
                                    """
                                    insert into flyway_schema_history (installed_rank, version, description,
                                        type, script, installed_by, installed_on, execution_time, success)
                                    values (999, '999', 'later', 'SQL', 'V999__later.sql', 'a later hub',
                                        current_timestamp, 1, true)\
                                    """));
        }
        assertThatThrownBy(() -> HubStore.open(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 999")
                .hasMessageContaining("Install the hub that wrote it")
                .extracting("code", InstanceOfAssertFactories.STRING)
                .isEqualTo("newer");
    }

    @Test
    void isOpenedByTwoAtOnce() throws Exception {
        StoreSettings settings = empty();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<HubStore>> stores = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                stores.add(
                        threads.submit(
                                () -> {
                                    go.await();
                                    return HubStore.open(settings);
                                }));
            }
            go.countDown();
            for (Future<HubStore> store : stores) {
                try (HubStore opened = store.get(120, TimeUnit.SECONDS)) {
                    opened.check();
                }
            }
        }
    }

    static int put(Handle handle, String name, String value) {
        return handle.execute("insert into hub_setting values (?, ?)", name, value);
    }

    static String value(HubStore store, String name) {
        return store.read(
                handle ->
                        handle.createQuery("select value from hub_setting where name = :name")
                                .bind("name", name)
                                .mapTo(String.class)
                                .one());
    }

    static long count(HubStore store) {
        return store.read(HubStoreContract::count);
    }

    static long count(Handle handle) {
        return handle.createQuery("select count(*) from hub_setting").mapTo(Long.class).one();
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = Thread.ofPlatform().start(work);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
