package dev.andon.node.faults;

import dev.andon.config.NodeHome;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.node.hub.HubProcess;
import dev.andon.node.hub.HubProgram;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// One run: a hub and two nodes as processes, killed with -9 at random moments while the nodes
/// write; then the history is held against the hub's database.
final class FaultRun implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofMinutes(6);
    private static final int PAUSE_MS_MIN = 300;
    private static final int PAUSE_MS_MORE = 2_200;

    private final Random random;
    private final History history = new History();
    private final Path hubHome;
    private final HubProgram program = HubProgram.find();
    private final List<NodeUnderFault> nodes;
    private final Map<String, Integer> kills = new TreeMap<>();
    private HubProcess hub;

    /// @param events that each node is fed with
    FaultRun(Path folder, long seed, int events) throws IOException {
        this.random = new Random(seed);
        this.hubHome = Files.createDirectories(folder.resolve("hub"));
        Files.writeString(
                hubHome.resolve("hub.yaml"),
                """
                hub:
                  site: faults
                web:
                  port: %d
                broker:
                  host: 127.0.0.1
                  port: %d
                """
                        .formatted(freePort(), freePort()));
        this.hub = HubProcess.start(program, hubHome);
        this.nodes =
                List.of(
                        node(folder.resolve("node-a"), "node-a", events),
                        node(folder.resolve("node-b"), "node-b", events));
    }

    private NodeUnderFault node(Path folder, String name, int events) {
        NodeHome home = new NodeHome(folder).create();
        RegisterWriter.write(
                RegisterReader.read(
                        Path.of(
                                System.getProperty("andon.root"),
                                "device-config/demo/register.yaml")),
                home.register());
        String code = hub.run("fleet", "invite", name).strip();
        new Enroller(new EnrolmentFolder(home.hub()))
                .enrol(hub.address().toString(), EnrolmentCode.parse(code));
        return new NodeUnderFault(name, home.root(), history, events);
    }

    /// Kills so often, then lets everything come to rest.
    Verdict run(int wanted) throws InterruptedException {
        nodes.forEach(NodeUnderFault::start);
        for (int kill = 0; kill < wanted; kill++) {
            Thread.sleep(PAUSE_MS_MIN + random.nextInt(PAUSE_MS_MORE));
            killOne();
        }
        Instant deadline = Instant.now().plus(END_MAX);
        Verdict verdict = verdict();
        while (!(nodes.stream().allMatch(NodeUnderFault::fedAll) && verdict.settled())
                && Instant.now().isBefore(deadline)) {
            refuseCrashed();
            Thread.sleep(500);
            verdict = verdict();
        }
        return verdict;
    }

    /// Nobody may die but those who are killed.
    private void refuseCrashed() {
        for (NodeUnderFault node : nodes) {
            if (node.crash() != null) {
                throw new AssertionError("a node ended by itself: " + node.crash());
            }
        }
    }

    private void killOne() {
        int victim = random.nextInt(3);
        if (victim == 2) {
            kills.merge("hub with its broker", 1, Integer::sum);
            hub.process().destroyForcibly().onExit().join();
            hub = HubProcess.start(program, hubHome);
        } else {
            kills.merge("node", 1, Integer::sum);
            nodes.get(victim).kill();
        }
    }

    private Verdict verdict() {
        HubRecord record = HubRecord.read(hubHome.resolve("hub.db"));
        var lives = history.lives();
        return new Verdict(
                Map.copyOf(kills),
                (int) lives.values().stream().filter(History.Life.PROMISED::equals).count(),
                record.lost(lives),
                record.doubled(),
                record.invented(lives),
                record.holes(),
                record.letters());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (NodeUnderFault node : nodes) {
            node.close();
        }
        hub.close();
    }
}
