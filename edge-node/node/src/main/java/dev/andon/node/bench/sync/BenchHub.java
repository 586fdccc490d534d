package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.HubHome;
import dev.andon.node.hub.HubProcess;
import dev.andon.node.hub.HubProgram;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// A hub with its embedded broker, as a process in a folder of its own. It keeps its ports when it
/// is killed and started again, so that nodes find it.
final class BenchHub implements AutoCloseable {
    private static final String FLEET = "/api/v1/fleet/";
    private static final int VALID_HOURS = 1;

    /// Codes of failures that time may mend.
    private static final Set<String> LATE = Set.of("hub-command", "hub-api", "unreachable");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HubProgram program = HubProgram.find();
    private final Path home;
    private HubProcess process;
    private @Nullable HubApi api;

    private BenchHub(Path home) {
        this.home = home;
        this.process = HubProcess.start(program, home);
    }

    /// Starts one.
    ///
    /// @param more of its configuration, YAML
    static BenchHub start(Path home, String more) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("hub.yaml"), config() + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BenchHub(home);
    }

    private static String config() throws IOException {
        // Both at once, so that they differ.
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return """
            hub:
              site: bench
            web:
              host: 127.0.0.1
              port: %d
            broker:
              host: 127.0.0.1
              port: %d
            """
                    .formatted(web.getLocalPort(), broker.getLocalPort());
        }
    }

    /// Enrols a node, as its administrator and the node's would.
    ///
    /// @param folder where the enrolment is kept
    Enrolment enrol(String node, Path folder) {
        String code = patiently(() -> code(node));
        Enrolment enrolment =
                patiently(
                        () ->
                                new Enroller(new EnrolmentFolder(folder))
                                        .enrol(
                                                process.address().toString(),
                                                EnrolmentCode.parse(code)));
        if (api == null) {
            api = new HubApi(process.address(), token(), enrolment.tls());
        }
        return enrolment;
    }

    private String code(String node) {
        HubApi known = api;
        JsonNode invited =
                known == null
                        ? HubApi.parsed(run("fleet", "invite", node, "--json"))
                        : known.post(
                                FLEET + node + "/invite",
                                "{\"validHours\": %d}".formatted(VALID_HOURS));
        return invited.path("code").asText();
    }

    /// On a machine that others keep busy, a hub that has just started may not answer in time.
    private static <T> T patiently(Supplier<T> asked) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return asked.get();
            } catch (SyncException e) {
                if (!LATE.contains(e.code()) || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private String token() {
        try {
            return Files.readString(new HubHome(home).adminToken()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks its API; there must be a node already.
    JsonNode get(String path) {
        HubApi known = api;
        if (known == null) {
            throw new SyncException("hub-api", "Nobody is enrolled, so the hub is not trusted.");
        }
        return known.get(path);
    }

    /// What it has of a node.
    JsonNode node(String node) {
        return get(FLEET + node);
    }

    /// Runs one of its commands.
    String run(String... words) {
        return program.run(home, words);
    }

    /// Its process.
    ProcessHandle handle() {
        return process.process().toHandle();
    }

    /// Kills it, so that it cannot do anything more, and starts it again.
    void killAndStart() {
        process.process().destroyForcibly().onExit().join();
        startAgain();
    }

    /// Ends it properly; it can be started again.
    void stop() {
        process.close();
    }

    /// Starts it again.
    void startAgain() {
        process = HubProcess.start(program, home);
    }

    @Override
    public void close() {
        stop();
    }
}
