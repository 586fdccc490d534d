package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Twenty people ask while the hub switches: each is answered out of one revision or the other.
class SwitchTest {
    private static final int PEOPLE = 20;
    private static final int SWITCHES = 30;

    private final AtomicInteger answers = new AtomicInteger();
    private final Set<String> revisions = new ConcurrentSkipListSet<>();

    @Test
    void answersFromOneRevisionOnlyHoweverOftenItIsSwitched(@TempDir Path folder) throws Exception {
        try (ScriptedHub hub = new ScriptedHub();
                TestNode node = TestNode.open(folder, hub);
                var people = Executors.newFixedThreadPool(PEOPLE)) {
            hub.connect(node.client);
            List<Catalog.Entry> entries = installed(hub, node);
            AtomicBoolean end = new AtomicBoolean();
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                asking.add(people.submit(() -> ask(node, end)));
            }
            for (int i = 0; i < SWITCHES; i++) {
                hub.wants(entries.get(i % 2));
                assertThat(node.fact().bytesFetched()).isZero();
            }
            end.set(true);
            for (Future<?> each : asking) {
                each.get();
            }
            assertThat(revisions).containsExactly("B", "C");
            assertThat(answers).hasValueGreaterThan(SWITCHES);
        }
    }

    /// What to want to go back, and forth again.
    private static List<Catalog.Entry> installed(ScriptedHub hub, TestNode node)
            throws InterruptedException {
        Manifest old = Torques.manifest(hub, 1, "B");
        hub.release(old);
        node.fact();
        Manifest next = Torques.manifest(hub, 2, "C");
        hub.release(next);
        node.fact();
        return List.of(
                ScriptedHub.entry(old, hub.publish(old), true),
                ScriptedHub.entry(next, hub.publish(next), false));
    }

    private void ask(TestNode node, AtomicBoolean end) {
        while (!end.get()) {
            revisions.add(Torques.revision(node.ask(Torques.QUESTION)));
            answers.incrementAndGet();
        }
    }
}
