package dev.andon.mqtt.testing;

import dev.andon.mqtt.MqttSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A broker on loopback, on one port for all of its lives.
public interface TestBroker extends AutoCloseable {
    /// How long a broker may take to listen, on a machine that has much else to do.
    Duration START_MAX = Duration.ofSeconds(60);

    /// @param folder for its data, kept over restarts
    /// @param users name to password; empty: everybody may come in
    /// @param tls its authority; null: plain
    /// @param forbidden nobody may write to topics that begin so; null: all are free
    record Options(
            Path folder,
            Map<String, String> users,
            @Nullable TestAuthority tls,
            @Nullable String forbidden) {
        public Options {
            users = Map.copyOf(users);
        }

        /// Open to everybody, plain.
        public static Options open(Path folder) {
            return new Options(folder, Map.of(), null, null);
        }

        /// The same with users.
        public Options with(Map<String, String> known) {
            return new Options(folder, known, tls, forbidden);
        }

        /// The same over TLS.
        public Options over(TestAuthority authority) {
            return new Options(folder, users, authority, forbidden);
        }

        /// The same with a prefix of topics that nobody may write to.
        public Options forbidding(String prefix) {
            return new Options(folder, users, tls, prefix);
        }
    }

    /// Where it listens: `tcp://` or `ssl://`.
    URI url();

    /// Ends it without a word.
    void kill();

    /// Begins it again on the same port and data.
    void startAgain();

    /// Settings for a client of it.
    default MqttSettings client(String id) {
        return MqttSettings.of(url(), id);
    }

    @Override
    void close();

    /// A port that is free now.
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until something listens there.
    ///
    /// @param alive looked at meanwhile
    static boolean listens(int port, BooleanSupplier alive) {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
            } catch (IOException e) {
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
        }
        return false;
    }
}
