package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.hub.testing.PostgresProcess;
import dev.andon.mqtt.Payload;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.TurnFact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/// How many events of 1 KB a second are read, written and committed by two threads over one, on
/// PostgreSQL and by turns, without broker and nodes. A figure for `docs/benchmarks.md`, with
/// `-Pfaults`.
@EnabledIfSystemProperty(named = "andon.faults.long", matches = "true")
class IngestBenchTest {
    private static final Logger LOG = Logger.getLogger(IngestBenchTest.class.getName());
    private static final int BATCH = 500;
    private static final int EVENTS = 40_000;
    private static final int ROUNDS = 5;
    private static final String[] WORDS =
            ("nozzle torque valve press tighten loosen newton metre bolt clamp gasket pressure bar"
                 + " hose check replace remove cover lock tag energy hydraulic spring seal wear")
                    .split(" ");

    @Test
    void takesMoreInWithTwoWorkersThanWithOne() throws Exception {
        try (HubStore store = HubStore.open(PostgresProcess.usual().database("bench"));
                ExecutorService workers = Executors.newFixedThreadPool(2)) {
            EventIngest ingest = new EventIngest(store, InstantSource.system(), IngestLimits.USUAL);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double one = rate(ingest, workers, round, 1);
                double two = rate(ingest, workers, round, 2);
                LOG.info("one worker %.0f, two %.0f events/s".formatted(one, two));
                if (round > 0) {
                    ratios.add(two / one);
                }
            }
            ratios.sort(null);
            LOG.info("two workers over one, median: %.2f".formatted(ratios.get(ROUNDS / 2)));
            assertThat(new HubRows(store).number("select count(*) from event"))
                    .isEqualTo(2L * (ROUNDS + 1) * EVENTS);
        }
    }

    /// Events a second; each worker has a node of its own, so that they share the work evenly.
    private static double rate(EventIngest ingest, ExecutorService workers, int round, int many)
            throws Exception {
        List<List<Received>> work = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            NodeScript node = NodeScript.of("edge-%d-of-%d".formatted(i, many), round + 1);
            work.add(batches(node, EVENTS / many));
        }
        long begin = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (List<Received> mine : work) {
            done.add(workers.submit(() -> each(ingest, mine)));
        }
        for (Future<?> each : done) {
            each.get();
        }
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }

    private static void each(EventIngest ingest, List<Received> batches) {
        for (int i = 0; i < batches.size(); i += 4) {
            ingest.ingest(batches.subList(i, Math.min(batches.size(), i + 4)));
        }
    }

    private static List<Received> batches(NodeScript node, int events) throws IOException {
        Random random = new Random(7);
        List<Received> batches = new ArrayList<>();
        for (int from = 1; from <= events; from += BATCH) {
            List<String> texts =
                    LongStream.range(from, from + BATCH)
                            .mapToObj(
                                    seq ->
                                            EventCodec.text(
                                                    node.event(seq, turn(node, seq, random))))
                            .toList();
            Received whole = node.texts(texts, List.of());
            batches.add(new Received(node.topic(), Payload.of(whole.payload().bytes())));
        }
        return batches;
    }

    private static Fact turn(NodeScript node, long seq, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 500) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return new TurnFact(
                "turn-" + node.epoch() + seq,
                "press-3",
                "What is the torque of the nozzle?",
                "answer",
                text.toString(),
                List.of(new TurnFact.Citation("px200-service", "C", "12")),
                "quote",
                Map.of("retrieval", 12.5, "answer", 100.0, "endpoint", 3.5),
                null);
    }
}
