package dev.andon.mqtt.testing;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One direction of one connection through a [ChaosProxy].
final class Pump {
    /// A frame that lets the next one pass waits no longer for it.
    private static final Duration NEXT_MAX = Duration.ofMillis(200);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ChaosProxy proxy;
    private final boolean down;
    private final Random dice;
    private final InputStream in;
    private final OutputStream out;
    private @Nullable Frame held;

    Pump(ChaosProxy proxy, ChaosProxy.Passage passage, ChaosProxy.Direction direction)
            throws IOException {
        this.proxy = proxy;
        this.down = !direction.up();
        this.dice =
                new Random(
                        proxy.mischief().seed() * 1_000_003
                                + direction.connection() * 2L
                                + (direction.up() ? 1 : 0));
        Socket from = direction.up() ? passage.client() : passage.broker();
        Socket to = direction.up() ? passage.broker() : passage.client();
        to.setTcpNoDelay(true);
        this.in = new BufferedInputStream(from.getInputStream());
        this.out = to.getOutputStream();
    }

    void run() throws IOException {
        Optional<Frame> frame = next();
        while (frame.isPresent()) {
            pass(frame.get());
            if (happens(proxy.mischief().cut())) {
                proxy.tally().cuts.incrementAndGet();
                return;
            }
            frame = next();
        }
        letGo();
    }

    private Optional<Frame> next() throws IOException {
        long end = System.nanoTime() + NEXT_MAX.toNanos();
        while (held != null && in.available() == 0) {
            if (System.nanoTime() > end) {
                letGo();
            } else {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return Frame.read(in);
    }

    private void pass(Frame frame) throws IOException {
        Mischief mischief = proxy.mischief();
        proxy.tally().frames.incrementAndGet();
        proxy.record(frame);
        if (happens(mischief.delay())) {
            proxy.tally().delayed.incrementAndGet();
            LockSupport.parkNanos((long) (dice.nextDouble() * mischief.delayMax().toNanos()));
        }
        if (!frame.publish()) {
            letGo();
            send(frame);
        } else if (happens(mischief.drop())) {
            proxy.tally().dropped.incrementAndGet();
        } else if (held == null && happens(mischief.reorder())) {
            proxy.tally().reordered.incrementAndGet();
            held = frame;
        } else {
            published(frame, mischief);
        }
    }

    private void published(Frame frame, Mischief mischief) throws IOException {
        send(frame);
        if (happens(mischief.duplicate())) {
            proxy.tally().duplicated.incrementAndGet();
            send(frame.again());
        }
        letGo();
    }

    private void letGo() throws IOException {
        Frame waiting = held;
        held = null;
        if (waiting != null) {
            send(waiting);
        }
    }

    private void send(Frame frame) throws IOException {
        if (down) {
            proxy.waitWhileHeld();
        }
        frame.write(out);
    }

    private boolean happens(double probability) {
        return probability > 0 && dice.nextDouble() < probability;
    }
}
