package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.hub.testing.PostgresProcess;
import dev.andon.mqtt.Payload;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.TurnFact;

import java.io.IOException;
import java.nio.file.Files;
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

/// Measures how many events of 1 KB a second are read, written and committed. By hand:
/// `IngestBench sqlite|postgres EVENTS THREADS`.
final class IngestBench {
    private static final Logger LOG = Logger.getLogger(IngestBench.class.getName());
    private static final int BATCH = 500;
    private static final String[] WORDS =
            ("nozzle torque valve press tighten loosen newton metre bolt clamp gasket pressure bar"
                 + " hose check replace remove cover lock tag energy hydraulic spring seal wear")
                    .split(" ");

    private IngestBench() {}

    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("postgres")) {
            measure(PostgresProcess.usual().database("bench"), events, threads);
        } else {
            measure(
                    StoreSettings.sqlite(Files.createTempDirectory("bench").resolve("hub.db")),
                    events,
                    threads);
        }
    }

    private static void measure(StoreSettings settings, int events, int threads) throws Exception {
        try (HubStore store = HubStore.open(settings);
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int round = 1; round <= 4; round++) {
                List<List<Received>> work = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    work.add(batches(NodeScript.of("edge-" + i, round), events / threads));
                }
                EventIngest ingest =
                        new EventIngest(store, InstantSource.system(), IngestLimits.USUAL);
                long begin = System.nanoTime();
                List<Future<?>> done = new ArrayList<>();
                for (List<Received> mine : work) {
                    done.add(workers.submit(() -> each(ingest, mine)));
                }
                for (Future<?> each : done) {
                    each.get();
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                LOG.warning("round %d: %.0f events/s".formatted(round, events / seconds));
            }
            LOG.warning("rows " + new HubRows(store).number("select count(*) from event"));
            long begin = System.nanoTime();
            for (Received each : batches(NodeScript.of("edge-x", 1), 20_000)) {
                EventCodec.unpack(each.payload().bytes());
            }
            LOG.warning(
                    "reading alone: %.0f events/s"
                            .formatted(20_000 / ((System.nanoTime() - begin) / 1e9)));
        }
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
