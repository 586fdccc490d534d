package dev.andon.node.bench.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.bench.Benchmark;
import dev.andon.node.bench.Figure;
import dev.andon.node.demo.DemoNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Each part at a tiny size: what it tells and what must hold at any size, not how fast the machine
/// is. They take minutes, so they run with `-Pfaults`.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SyncBenchmarkTest {
    private static final Sizes TINY =
            new Sizes(1_000, 2_000, 2, 2_000, 3, 2, 3_000, 1_000, 2, 4, 1, 3, 4, 8);

    private final Map<String, Figure> figures = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    @TempDir Path folder;

    private void measure(SyncPart part) {
        measure(
                part,
                () -> {
                    throw new AssertionError("this part needs no whole node");
                });
    }

    private void measure(SyncPart part, Supplier<DemoNode> demo) {
        NodeHome home = new NodeHome(folder).create();
        SyncBenchmark.alone(part, TINY)
                .measure(
                        home,
                        demo,
                        figure -> assertThat(figures.put(figure.name(), figure)).isNull(),
                        told::add);
        assertThat(home.runtime().resolve("bench-sync")).doesNotExist();
        assertThat(told).noneMatch(line -> line.startsWith("not measured"));
    }

    private double value(String name) {
        assertThat(figures).as(told.toString()).containsKey("sync." + name);
        return figures.get("sync." + name).value();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void comparesTheIntakeWithBareMessages() {
        measure(new IngestPart());
        assertThat(value("events_per_s")).isPositive();
        assertThat(value("ingest_ratio")).isPositive();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void losesAndDoublesNothingWhenTheHubIsKilled() {
        measure(new KilledPart());
        assertThat(value("lost")).isZero();
        assertThat(value("doubled")).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void comparesTwoWorkersWithOne() {
        assumeTrue(PostgresServer.programs().isPresent(), "PostgreSQL is not installed");
        measure(new WorkersPart());
        assertThat(value("two_workers_ratio")).isPositive();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void tellsHowLongEventsOfManyNodesAreOnTheirWay() {
        measure(new FleetPart());
        assertThat(value("fifty_nodes_lag_ms_p95"))
                .isGreaterThanOrEqualTo(value("fifty_nodes_lag_ms_p50"));
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void tellsTheMemoryOfTheHub() {
        measure(new LongPart());
        assertThat(value("memory_growth_ratio")).isPositive();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void fetchesOnlyWhatChanged() {
        measure(new PushPart());
        assertThat(value("push_bytes_ratio")).isBetween(0.0001, 0.5);
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void publishesOnceForMany() {
        measure(new FanOutPart());
        assertThat(value("fanout_ratio")).isGreaterThanOrEqualTo(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void findsEverythingOfTheDaysWithoutAHub() {
        measure(new OfflinePart());
        assertThat(value("offline_faults")).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
    void hearsNoAnswerOfTwoRevisions() {
        NodeHome parent = new NodeHome(folder.resolve("node")).create();
        try (DemoNode demo = DemoNode.open(parent, DeviceConfig.of(parent), _ -> {})) {
            measure(new PromotePart(), () -> demo);
        }
        assertThat(value("mixed_answers")).isZero();
        assertThat(value("promote_to_answer_s")).isNotNegative();
    }

    @Test
    void namesEachPartAlone() {
        assertThat(Benchmark.PARTS).extracting(Benchmark::name).contains("sync.push").hasSize(9);
        assertThat(Benchmark.ALL).extracting(Benchmark::name).contains("sync");
    }
}
