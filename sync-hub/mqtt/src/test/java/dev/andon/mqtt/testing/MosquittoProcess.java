package dev.andon.mqtt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A real Mosquitto, as a process of its own.
public final class MosquittoProcess implements TestBroker {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));
    private static final int PORTS_TRIED_MAX = 5;
    private static final int ITERATIONS = 101;

    private final Options options;
    private final List<String> more;
    private int port;
    private Process process;

    private MosquittoProcess(Options options, List<String> more) {
        this.options = options;
        this.more = more;
        this.process = begun();
    }

    /// Whether there is one on this machine (Debian's package `mosquitto`).
    public static boolean installed() {
        return PROGRAMS.stream().anyMatch(Files::isExecutable);
    }

    /// Starts one on a free port and waits until it listens.
    public static MosquittoProcess start(Options options) {
        return start(options, List.of());
    }

    /// As above, with lines for its configuration.
    public static MosquittoProcess start(Options options, List<String> more) {
        return new MosquittoProcess(options, List.copyOf(more));
    }

    @Override
    public URI url() {
        return URI.create((options.tls() == null ? "tcp" : "ssl") + "://127.0.0.1:" + port);
    }

    /// Its process.
    public long pid() {
        return process.pid();
    }

    /// SIGKILL.
    @Override
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    @Override
    public void startAgain() {
        kill();
        process = launched();
    }

    /// SIGTERM.
    @Override
    public void close() {
        process.destroy();
        ended();
    }

    private void ended() {
        try {
            if (!process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Another process may take the port between the moment that it was free and the start.
    private Process begun() {
        IllegalStateException last = null;
        for (int i = 0; i < PORTS_TRIED_MAX; i++) {
            port = TestBroker.freePort();
            try {
                return launched();
            } catch (IllegalStateException e) {
                last = e;
            }
        }
        throw new IllegalStateException("Mosquitto does not start.", last);
    }

    private Process launched() {
        try {
            Files.createDirectories(options.folder());
            Path configuration = options.folder().resolve("mosquitto.conf");
            Files.write(configuration, configuration());
            Path log = options.folder().resolve("mosquitto.log");
            Process begun =
                    new ProcessBuilder(program().toString(), "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            if (TestBroker.listens(port, begun::isAlive) && begun.isAlive()) {
                return begun;
            }
            begun.destroyForcibly();
            throw new IllegalStateException("Mosquitto: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private List<String> configuration() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("listener " + port + " 127.0.0.1");
        lines.add("persistence true");
        lines.add("persistence_location " + options.folder() + "/");
        lines.add("autosave_on_changes true");
        lines.add("autosave_interval 1");
        // Not 0 for no limit: 2.0.11 then ends the connection of who is denied a publication.
        lines.add("max_queued_messages 1000000");
        lines.add("set_tcp_nodelay true");
        if ("root".equals(System.getProperty("user.name"))) {
            lines.add("user root");
        }
        lines.addAll(credentials());
        lines.addAll(rules());
        lines.addAll(certificates());
        lines.addAll(more);
        return lines;
    }

    private List<String> credentials() throws IOException {
        if (options.users().isEmpty()) {
            return List.of("allow_anonymous true");
        }
        Path file = options.folder().resolve("passwords");
        Files.writeString(
                file,
                options.users().entrySet().stream()
                        .map(each -> each.getKey() + ":" + hashed(each.getValue()) + "\n")
                        .collect(Collectors.joining()));
        return List.of("allow_anonymous false", "password_file " + file);
    }

    /// Mosquitto has no rule that forbids to all, so each other root is allowed.
    private List<String> rules() throws IOException {
        if (options.forbidden() == null) {
            return List.of();
        }
        Path file = options.folder().resolve("rules");
        Files.writeString(
                file, "topic readwrite #\ntopic deny %s#\n".formatted(options.forbidden()));
        return List.of("acl_file " + file);
    }

    private List<String> certificates() throws IOException {
        TestAuthority authority = options.tls();
        if (authority == null) {
            return List.of();
        }
        return List.of(
                "cafile " + authority.caFile(),
                "certfile " + authority.certificateFile(),
                "keyfile " + authority.keyFile());
    }

    /// As `mosquitto_passwd` writes them.
    private static String hashed(String password) {
        byte[] salt = new byte[12];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(
                                    new PBEKeySpec(
                                            password.toCharArray(), salt, ITERATIONS, 64 * 8))
                            .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "$7$%d$%s$%s"
                    .formatted(
                            ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
