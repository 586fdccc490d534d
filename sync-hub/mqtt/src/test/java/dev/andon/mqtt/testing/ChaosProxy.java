package dev.andon.mqtt.testing;

import dev.andon.mqtt.Publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Stands between MQTT clients and a broker (plain TCP) and does what bad networks do, by seeded
/// dice, frame by frame: the stream stays one of whole MQTT frames, since what a network breaks it
/// breaks between two connections. CONNECT and all but PUBLISH keep their places.
public final class ChaosProxy implements AutoCloseable {
    /// Beyond this a recording is no proof any more.
    static final int CAPTURED_BYTES_MAX = 256 * 1024 * 1024;

    private final ServerSocket server;
    private final URI broker;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private final Tally tally = new Tally();
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final List<Publication> publications = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private volatile Mischief mischief;
    private volatile boolean capturing;
    private volatile boolean refusing;
    private boolean holding;

    /// What it did so far.
    public record Counts(
            long connections,
            long frames,
            long cuts,
            long delayed,
            long dropped,
            long duplicated,
            long reordered) {}

    /// @param up from client to broker
    record Direction(int connection, boolean up) {}

    private ChaosProxy(URI broker, Mischief mischief) throws IOException {
        this.broker = broker;
        this.mischief = mischief;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("chaos-accept").start(this::accept);
    }

    /// Starts one on a free port.
    ///
    /// @param broker `tcp://host:port`
    public static ChaosProxy before(URI broker, Mischief mischief) {
        try {
            return new ChaosProxy(broker, mischief);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where clients connect.
    public URI url() {
        return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
    }

    /// From now on it does this.
    public void now(Mischief other) {
        mischief = other;
    }

    /// From now on all that passes is recorded.
    public ChaosProxy capturing() {
        capturing = true;
        return this;
    }

    /// All bytes of both directions since [#capturing], those of payloads packed as they travelled.
    ///
    /// @throws IllegalStateException there was more than a recording holds
    public byte[] captured() {
        synchronized (captured) {
            if (captured.size() > CAPTURED_BYTES_MAX) {
                throw new IllegalStateException("more passed than is recorded");
            }
            return captured.toByteArray();
        }
    }

    /// The publications among them, both directions, in the order in which they passed.
    public List<Publication> publications() {
        synchronized (captured) {
            return List.copyOf(publications);
        }
    }

    /// Cuts all connections now.
    public void cut() {
        passages.forEach(Passage::cut);
    }

    /// Nothing reaches a client any more, until [#release]: the broker seems to be silent.
    public void hold() {
        lock.lock();
        holding = true;
        lock.unlock();
    }

    /// Ends [#hold]; what was held passes.
    public void release() {
        lock.lock();
        holding = false;
        released.signalAll();
        lock.unlock();
    }

    /// Whether new connections are cut at once: the cable is out.
    public void refusing(boolean now) {
        refusing = now;
    }

    /// What it did so far.
    public Counts counts() {
        return tally.counts();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        release();
        cut();
    }

    private void accept() {
        for (int connection = 0; !server.isClosed(); connection++) {
            try {
                pass(server.accept(), connection);
            } catch (IOException e) {
                // The server was closed, or the broker is not there: the client sees its end.
            }
        }
    }

    private void pass(Socket client, int connection) throws IOException {
        tally.connections.incrementAndGet();
        if (refusing) {
            client.close();
            return;
        }
        Socket there;
        try {
            there = new Socket(broker.getHost(), broker.getPort());
        } catch (IOException e) {
            client.close();
            throw e;
        }
        Passage passage = new Passage(client, there);
        passages.add(passage);
        run(passage, new Direction(connection, true));
        run(passage, new Direction(connection, false));
    }

    private void run(Passage passage, Direction direction) {
        Thread.ofVirtual()
                .name("chaos-" + direction.connection() + (direction.up() ? "-up" : "-down"))
                .start(
                        () -> {
                            try {
                                new Pump(this, passage, direction).run();
                            } catch (IOException e) {
                                // One side is gone; the other follows.
                            } finally {
                                passage.cut();
                                passages.remove(passage);
                            }
                        });
    }

    Mischief mischief() {
        return mischief;
    }

    Tally tally() {
        return tally;
    }

    void record(Frame frame) {
        if (!capturing) {
            return;
        }
        synchronized (captured) {
            if (captured.size() <= CAPTURED_BYTES_MAX) {
                captured.writeBytes(frame.bytes());
                if (frame.publish()) {
                    publications.add(frame.publication());
                }
            }
        }
    }

    /// Waits while it holds.
    void waitWhileHeld() {
        lock.lock();
        try {
            while (holding) {
                released.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Counters.
    static final class Tally {
        final AtomicLong connections = new AtomicLong();
        final AtomicLong frames = new AtomicLong();
        final AtomicLong cuts = new AtomicLong();
        final AtomicLong delayed = new AtomicLong();
        final AtomicLong dropped = new AtomicLong();
        final AtomicLong duplicated = new AtomicLong();
        final AtomicLong reordered = new AtomicLong();

        Counts counts() {
            return new Counts(
                    connections.get(),
                    frames.get(),
                    cuts.get(),
                    delayed.get(),
                    dropped.get(),
                    duplicated.get(),
                    reordered.get());
        }
    }

    /// Both ends of one connection.
    record Passage(Socket client, Socket broker) {
        void cut() {
            close(client);
            close(broker);
        }

        private static void close(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It is closed.
            }
        }
    }
}
