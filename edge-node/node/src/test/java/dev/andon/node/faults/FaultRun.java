package dev.andon.node.faults;

import dev.andon.config.NodeHome;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// One run: a plant and two nodes as processes, killed with -9 at random moments while the nodes
/// write; then the history is held against the hub's database.
final class FaultRun implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofMinutes(6);
    private static final int PAUSE_MS_MIN = 300;
    private static final int PAUSE_MS_MORE = 2_200;

    private final Random random;
    private final History history = new History();
    private final FaultPlant plant;
    private final List<NodeUnderFault> nodes;
    private final Map<String, Integer> kills = new TreeMap<>();

    /// @param plant that is closed with this
    /// @param folder for the nodes
    /// @param events that each node is fed with
    FaultRun(FaultPlant plant, Path folder, long seed, int events) {
        this.plant = plant;
        this.random = new Random(seed);
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
        plant.enrol(name, home.hub());
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
        int victim = random.nextInt(plant.hasBroker() ? 4 : 3);
        switch (victim) {
            case 0, 1 -> {
                kills.merge("node", 1, Integer::sum);
                nodes.get(victim).kill();
            }
            case 2 -> {
                kills.merge(plant.hubName(), 1, Integer::sum);
                plant.killHub();
            }
            default -> {
                kills.merge("broker", 1, Integer::sum);
                plant.killBroker();
            }
        }
    }

    private Verdict verdict() {
        HubRecord record = HubRecord.read(plant.database());
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

    @Override
    public void close() throws InterruptedException {
        for (NodeUnderFault node : nodes) {
            node.close();
        }
        plant.close();
    }
}
