package dev.andon.mqtt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.Publication;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Against a bare server that keeps what it hears.
@Timeout(120)
class ChaosProxyTest {
    private static final byte[] CONNECT = {0x10, 2, 0, 0};
    private static final byte[] DISCONNECT = {(byte) 0xe0, 0};

    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listens() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (true) {
                                    accepted.add(server.accept());
                                }
                            } catch (IOException e) {
                                // closed
                            }
                        });
    }

    @AfterEach
    void ends() throws IOException {
        server.close();
        for (Socket each : accepted) {
            each.close();
        }
    }

    @Test
    void passesEverythingAsItIsWithoutMischief() throws Exception {
        try (ChaosProxy proxy = proxy(Mischief.none()).capturing()) {
            assertThat(sent(proxy, 50)).isEqualTo(numbers(50));
            assertThat(proxy.counts().frames()).isEqualTo(52);
            assertThat(proxy.publications())
                    .extracting(Publication::topic)
                    .hasSize(50)
                    .containsOnly("a/b");
            assertThat(new String(proxy.captured(), StandardCharsets.ISO_8859_1)).contains("a/b");
        }
    }

    @Test
    void dropsDuplicatesAndReordersAsItsDiceSay() throws Exception {
        Mischief mischief = new Mischief(42, 0, 0, Duration.ZERO, 0.1, 0.1, 0.2);
        List<String> came;
        try (ChaosProxy proxy = proxy(mischief)) {
            came = sent(proxy, 400);
            ChaosProxy.Counts counts = proxy.counts();
            assertThat(counts.dropped()).isBetween(15L, 80L);
            assertThat(counts.duplicated()).isBetween(10L, 80L);
            assertThat(counts.reordered()).isBetween(20L, 120L);
            assertThat(came.size()).isEqualTo((int) (400 - counts.dropped() + counts.duplicated()));
            assertThat(numbers(400)).containsAll(came);
            assertThat(came).isNotEqualTo(came.stream().sorted().toList());
        }
        try (ChaosProxy again = proxy(mischief)) {
            assertThat(sent(again, 400)).as("the same seed does the same").isEqualTo(came);
        }
    }

    @Test
    void letsGoOfAHeldFrameWhenNoOtherComes() throws Exception {
        try (ChaosProxy proxy = proxy(new Mischief(1, 0, 0, Duration.ZERO, 0, 0, 1));
                Socket client = client(proxy)) {
            client.getOutputStream().write(CONNECT);
            client.getOutputStream().write(publish("alone"));
            assertThat(heard(2)).containsExactly("connect", "alone");
        }
    }

    @Test
    void cutsByDiceAndByHand() throws Exception {
        try (ChaosProxy proxy = proxy(new Mischief(5, 0.05, 0, Duration.ZERO, 0, 0, 0))) {
            try (Socket client = client(proxy)) {
                client.getOutputStream().write(CONNECT);
                try {
                    for (int i = 0; i < 2000; i++) {
                        client.getOutputStream().write(publish("x"));
                    }
                } catch (IOException e) {
                    // cut while it wrote
                }
                assertThat(ended(client)).isTrue();
            }
            assertThat(proxy.counts().cuts()).isEqualTo(1);
            proxy.now(Mischief.none());
            try (Socket client = client(proxy)) {
                client.getOutputStream().write(CONNECT);
                assertThat(accepted.poll(60, TimeUnit.SECONDS)).isNotNull();
                assertThat(heard(1)).isNotEmpty();
                proxy.cut();
                assertThat(ended(client)).isTrue();
            }
        }
    }

    @Test
    void holdsBackWhatTheBrokerSaysUntilItIsReleased() throws Exception {
        try (ChaosProxy proxy = proxy(Mischief.none());
                Socket client = client(proxy)) {
            client.getOutputStream().write(CONNECT);
            Socket broker = accepted.poll(60, TimeUnit.SECONDS);
            assertThat(broker).isNotNull();
            proxy.hold();
            broker.getOutputStream().write(publish("late"));
            client.setSoTimeout(300);
            assertThat(ended(client)).as("nothing came, nothing ended").isFalse();

            proxy.release();

            client.setSoTimeout(60_000);
            Optional<Frame> frame = Frame.read(client.getInputStream());
            assertThat(frame).isPresent();
            assertThat(word(frame.get())).isEqualTo("late");
            broker.close();
        }
    }

    @Test
    void refusesConnectionsWhileTheCableIsOut() throws Exception {
        try (ChaosProxy proxy = proxy(Mischief.none())) {
            proxy.refusing(true);
            try (Socket client = client(proxy)) {
                assertThat(ended(client)).isTrue();
            }
            proxy.refusing(false);
            assertThat(sent(proxy, 3)).isEqualTo(numbers(3));
        }
    }

    private ChaosProxy proxy(Mischief mischief) {
        return ChaosProxy.before(URI.create("tcp://127.0.0.1:" + server.getLocalPort()), mischief);
    }

    private static Socket client(ChaosProxy proxy) throws IOException {
        return new Socket("127.0.0.1", proxy.url().getPort());
    }

    /// Sends numbers and gives what came of them.
    private List<String> sent(ChaosProxy proxy, int count) throws Exception {
        accepted.clear();
        try (Socket client = client(proxy)) {
            client.getOutputStream().write(CONNECT);
            for (int i = 0; i < count; i++) {
                client.getOutputStream().write(publish(numbers(count).get(i)));
            }
            client.getOutputStream().write(DISCONNECT);
            List<String> came = heard(Integer.MAX_VALUE);
            return came.subList(1, came.size() - 1);
        }
    }

    /// Words until so many came, or the client says that it goes.
    private List<String> heard(int count) throws Exception {
        Socket broker = accepted.poll(60, TimeUnit.SECONDS);
        if (broker == null) {
            return List.of("connect");
        }
        InputStream in = new BufferedInputStream(broker.getInputStream());
        List<String> words = new ArrayList<>();
        while (words.size() < count && !words.contains("disconnect")) {
            words.add(word(Frame.read(in).orElseThrow()));
        }
        return words;
    }

    private static String word(Frame frame) {
        if (frame.publish()) {
            return new String(frame.publication().payload().bytes());
        }
        return frame.bytes()[0] == CONNECT[0] ? "connect" : "disconnect";
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj("%04d"::formatted).toList();
    }

    private static byte[] publish(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[2 + 5 + 1 + payload.length];
        frame[0] = 0x30;
        frame[1] = (byte) (frame.length - 2);
        frame[3] = 3;
        frame[4] = 'a';
        frame[5] = '/';
        frame[6] = 'b';
        System.arraycopy(payload, 0, frame, 8, payload.length);
        return frame;
    }
}
