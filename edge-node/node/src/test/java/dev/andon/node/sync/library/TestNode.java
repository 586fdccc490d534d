package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.EdgeNode;
import dev.andon.node.LibraryIdentity;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.Turn;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.protocol.fact.InstallationFact;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A real node with its library, without ears, voice and web.
final class TestNode implements AutoCloseable {
    private static final long FACT_SECONDS_MAX = 120;
    private static final Path MODELS = shared();

    final NodeHome home;
    final EdgeNode node;
    final LibraryMembers members;
    final LibraryClient client;
    final BlockingQueue<InstallationFact> facts = new LinkedBlockingQueue<>();
    final AtomicInteger restarts = new AtomicInteger();
    private @Nullable Turn turn;

    private TestNode(Path folder, ScriptedHub hub, Change change) {
        this.home = home(folder);
        this.node = EdgeNode.open(home, DeviceConfig.defaults());
        LibraryMembers real =
                node.library(
                        new LibraryIdentity(ScriptedHub.SITE, ScriptedHub.NODE, hub.keys()),
                        System::currentTimeMillis);
        this.members = change.of(node, real);
        this.client =
                new LibraryClient(
                        members,
                        fact -> facts.add((InstallationFact) fact),
                        restarts::incrementAndGet);
    }

    static TestNode open(Path folder, ScriptedHub hub) {
        return open(folder, hub, (_, real) -> real);
    }

    static TestNode open(Path folder, ScriptedHub hub, Disk disk) {
        return open(folder, hub, (_, real) -> with(real, disk));
    }

    static TestNode open(Path folder, ScriptedHub hub, Change change) {
        return new TestNode(folder, hub, change).started();
    }

    /// What a test has in the place of what a node has.
    @FunctionalInterface
    interface Change {
        LibraryMembers of(EdgeNode node, LibraryMembers real);
    }

    private TestNode started() {
        client.start();
        return this;
    }

    /// The models are the same for all tests.
    private static NodeHome home(Path folder) {
        try {
            Files.createDirectories(folder);
            Path models = folder.resolve("models");
            if (!Files.exists(models)) {
                Files.createSymbolicLink(models, MODELS);
            }
            return new NodeHome(folder).create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shared() {
        try {
            return Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "andon-test-models-library"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LibraryMembers with(LibraryMembers real, Disk disk) {
        return new LibraryMembers(
                real.site(),
                real.node(),
                real.keys(),
                real.files(),
                real.ledger(),
                real.installers(),
                disk,
                real.time());
    }

    /// The next fact, awaited.
    InstallationFact fact() throws InterruptedException {
        InstallationFact fact = facts.poll(FACT_SECONDS_MAX, TimeUnit.SECONDS);
        assertThat(fact).as("what came of the revision").isNotNull();
        return fact;
    }

    private synchronized Turn turn() {
        if (turn == null) {
            turn = node.turn();
        }
        return turn;
    }

    Reply ask(String question) {
        Reply[] reply = new Reply[1];
        turn().run(
                        new TurnInput.Typed(question, null),
                        new Conversation(),
                        null,
                        event -> {
                            if (event instanceof TurnEvent.Replied replied) {
                                reply[0] = replied.reply();
                            }
                            if (event instanceof TurnEvent.Failed failed) {
                                throw new AssertionError(failed.failure());
                            }
                        });
        return reply[0];
    }

    @Override
    public void close() {
        client.close();
        node.close();
    }
}
