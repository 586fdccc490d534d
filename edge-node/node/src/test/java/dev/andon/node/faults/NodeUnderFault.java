package dev.andon.node.faults;

import dev.andon.node.faults.History.Key;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A node's process, fed with events by a thread of its own. When it dies it is started again, and
/// what it did not answer stays asked for.
final class NodeUnderFault implements AutoCloseable {
    /// 128 and the signal 9.
    private static final int KILLED = 137;

    private final String name;
    private final Path home;
    private final History history;
    private final int events;
    private final Thread feeder;
    private volatile @Nullable Process process;
    private volatile boolean closed;
    private volatile int fed;
    private volatile @Nullable String crash;

    NodeUnderFault(String name, Path home, History history, int events) {
        this.name = name;
        this.home = home;
        this.history = history;
        this.events = events;
        this.feeder = Thread.ofPlatform().name("feeder-" + name).unstarted(this::run);
    }

    void start() {
        feeder.start();
    }

    /// Whether all of its events were asked for.
    boolean fedAll() {
        return fed == events;
    }

    int fed() {
        return fed;
    }

    /// What it said when it died by itself; null if it never did.
    @Nullable String crash() {
        return crash;
    }

    /// kill -9.
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        kill();
        feeder.join();
    }

    private void run() {
        while (!closed) {
            try {
                live();
            } catch (IOException dead) {
                // It was killed; the next one goes on with the next event.
            }
        }
    }

    private void live() throws IOException {
        Process born =
                new ProcessBuilder(command())
                        .redirectError(home.resolveSibling(name + ".err").toFile())
                        .start();
        process = born;
        try (BufferedReader answers = born.inputReader();
                Writer orders = born.outputWriter()) {
            if (answers.readLine() == null) {
                throw new IOException("it did not begin");
            }
            while (!closed && fed < events) {
                feed(answers, orders);
            }
            // It stays until it is killed, so that what waits is sent.
            while (!closed && answers.readLine() != null) {
                throw new IllegalStateException("nobody asked");
            }
        } finally {
            born.destroyForcibly();
            if (born.onExit().join().exitValue() != KILLED) {
                crash = Files.readString(home.resolveSibling(name + ".err"));
                closed = true;
            }
        }
    }

    /// Of three events one is an incident, one its milestone, one a turn.
    private void feed(BufferedReader answers, Writer orders) throws IOException {
        int number = fed;
        fed = number + 1;
        String kind = List.of("incident", "milestone", "turn").get(number % 3);
        String id = id(kind.equals("milestone") ? number - 1 : number);
        Key key = new Key(name, kind, id);
        if (kind.equals("milestone")
                && !history.lives()
                        .getOrDefault(new Key(name, "incident", id), History.Life.ASKED)
                        .equals(History.Life.PROMISED)) {
            return;
        }
        history.asked(key);
        orders.write(kind + " " + id + "\n");
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("it died");
        }
        if (!answer.equals("done " + kind + " " + id)) {
            throw new UncheckedIOException(new IOException(name + " said " + answer));
        }
        history.promised(key);
    }

    private String id(int number) {
        return UUID.nameUUIDFromBytes((name + "-" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of(System.getProperty("andon.root"), "device-config/jvm.args"));
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(FaultNode.class.getName());
        command.add(home.toString());
        return command;
    }
}
