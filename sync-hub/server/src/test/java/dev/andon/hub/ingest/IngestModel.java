package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What must come out of some outboxes, however their batches are cut, doubled, lost and reordered
/// on the way: said in plain collections, and held against the hub's tables.
final class IngestModel {
    private static final int EVENTS = 24;
    private static final Moment[] MOMENTS = Moment.values();

    private final Random random;
    private final List<Outbox> outboxes = new ArrayList<>();

    /// One outbox, with what came of it.
    private record Outbox(
            NodeScript script, List<Event> events, Set<Long> unknown, Gone gone, Set<Long> came) {
        String text(long seq) {
            return unknown.contains(seq)
                    ? "{\"seq\":%d,\"kind\":\"telepathy\",\"fact\":{}}".formatted(seq)
                    : EventCodec.text(events.get((int) seq - 1));
        }

        boolean isGone(long seq) {
            return gone.from() <= seq && seq <= gone.to();
        }

        long through() {
            long through = 0;
            while (came.contains(through + 1)) {
                through++;
            }
            return through;
        }
    }

    /// @param prefix of the names of its nodes, so that many models share one database
    IngestModel(long seed, String prefix) {
        random = new Random(seed);
        for (int node = 0; node < 2; node++) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                outboxes.add(outbox(NodeScript.of(prefix + node, epoch)));
            }
        }
    }

    /// Sends it all, with losses and repetitions, until everything came; looks at each answer and
    /// at the tables in the end.
    void holds(EventIngest ingest, HubRows rows) {
        for (int i = 0; i < 12; i++) {
            send(
                    ingest,
                    IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(n -> some()).toList());
        }
        List<Sent> rest = new ArrayList<>();
        for (Outbox outbox : outboxes) {
            for (long from = 1; from <= EVENTS; from += 5) {
                rest.add(new Sent(outbox, from, Math.min(EVENTS, from + 4), true));
            }
        }
        Collections.shuffle(rest, random);
        for (int i = 0; i < rest.size(); i += 3) {
            send(ingest, rest.subList(i, Math.min(rest.size(), i + 3)));
        }
        outboxes.forEach(outbox -> looksRight(rows, outbox));
        outboxes.stream()
                .map(each -> each.script().node())
                .distinct()
                .forEach(n -> factsLookRight(rows, n));
    }

    private record Sent(Outbox outbox, long from, long to, boolean tellsGone) {}

    private Sent some() {
        long from = 1 + random.nextInt(EVENTS);
        long to = Math.min(EVENTS, from + random.nextInt(9));
        return new Sent(
                outboxes.get(random.nextInt(outboxes.size())), from, to, random.nextBoolean());
    }

    private void send(EventIngest ingest, List<Sent> batches) {
        List<Received> received = batches.stream().map(this::received).toList();
        Map<String, Long> through = new HashMap<>();
        for (Answer answer : ingest.ingest(received)) {
            through.put(answer.node() + answer.ack().epoch(), answer.ack().committedThrough());
        }
        for (Outbox outbox : batches.stream().map(Sent::outbox).collect(Collectors.toSet())) {
            assertThat(through.get(outbox.script().node() + outbox.script().epoch()))
                    .isEqualTo(outbox.through());
        }
    }

    private Received received(Sent sent) {
        Outbox outbox = sent.outbox();
        List<String> texts = new ArrayList<>();
        for (long seq = sent.from(); seq <= sent.to(); seq++) {
            if (!outbox.isGone(seq)) {
                texts.add(outbox.text(seq));
                outbox.came().add(seq);
            }
        }
        if (!sent.tellsGone()) {
            return outbox.script().texts(texts, List.of());
        }
        for (long seq = outbox.gone().from(); seq <= outbox.gone().to(); seq++) {
            outbox.came().add(seq);
        }
        return outbox.script().texts(texts, List.of(outbox.gone()));
    }

    private Outbox outbox(NodeScript script) {
        List<Event> events = new ArrayList<>();
        Set<Long> unknown = new TreeSet<>();
        for (long seq = 1; seq <= EVENTS; seq++) {
            events.add(script.event(seq, fact(script, seq)));
            if (random.nextInt(8) == 0) {
                unknown.add(seq);
            }
        }
        long from = 1 + random.nextInt(EVENTS);
        Gone gone = new Gone(from, Math.min(EVENTS, from + random.nextInt(3)), "turn", "disk");
        return new Outbox(script, events, unknown, gone, new HashSet<>());
    }

    private Fact fact(NodeScript script, long seq) {
        Moment moment = MOMENTS[random.nextInt(MOMENTS.length)];
        String incident = "i" + random.nextInt(2);
        return switch (random.nextInt(3)) {
            case 0 -> script.turn(seq);
            case 1 -> NodeScript.incident(incident, 1 + random.nextInt(4), moment);
            default ->
                    NodeScript.milestone(
                            incident, 1 + random.nextInt(3), moment, NodeScript.BEGIN + seq);
        };
    }

    private void looksRight(HubRows rows, Outbox outbox) {
        String where =
                " where node = '%s' and epoch = '%s'"
                        .formatted(outbox.script().node(), outbox.script().epoch());
        List<Long> seqs = good(outbox).map(Event::seq).toList();
        assertThat(rows.numbers("select seq from event" + where + " order by seq")).isEqualTo(seqs);
        assertThat(rows.numbers("select seq from dead_letter" + where + " order by seq"))
                .isEqualTo(outbox.unknown().stream().filter(seq -> !outbox.isGone(seq)).toList());
        assertThat(rows.numbers("select committed_through from outbox_mark" + where))
                .containsExactly((long) EVENTS);
        assertThat(rows.numbers("select to_seq from received" + where))
                .containsExactly((long) EVENTS);
    }

    private static java.util.stream.Stream<Event> good(Outbox outbox) {
        return outbox.events().stream()
                .filter(e -> !outbox.unknown().contains(e.seq()) && !outbox.isGone(e.seq()));
    }

    private void factsLookRight(HubRows rows, String node) {
        List<Outbox> mine = outboxes.stream().filter(o -> o.script().node().equals(node)).toList();
        Map<String, IncidentOrder> incidents = new HashMap<>();
        Map<String, String> states = new HashMap<>();
        Map<String, Map<String, Event>> milestones = new HashMap<>();
        for (Outbox outbox : mine) {
            String epoch = outbox.script().epoch();
            good(outbox)
                    .forEach(
                            event -> {
                                if (event.fact() instanceof IncidentFact fact) {
                                    IncidentOrder order =
                                            IncidentOrder.of(
                                                    new OutboxKey(node, epoch), event, fact);
                                    IncidentOrder before = incidents.get(fact.incident());
                                    if (before == null || order.compareTo(before) > 0) {
                                        incidents.put(fact.incident(), order);
                                        states.put(fact.incident(), fact.state().name());
                                    }
                                } else if (event.fact() instanceof MilestoneFact fact) {
                                    milestones
                                            .computeIfAbsent(
                                                    fact.incident() + " " + fact.ordinal(),
                                                    key -> new HashMap<>())
                                            .put(epoch, event);
                                }
                            });
        }
        String where = " where node = '" + node + "' order by 1";
        assertThat(rows.texts("select incident || ' ' || state from incident" + where))
                .isEqualTo(
                        states.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .sorted()
                                .toList());
        assertThat(
                        rows.texts(
                                "select incident || ' ' || ordinal || ' ' || moment || ' ' || at"
                                        + " from milestone"
                                        + where))
                .isEqualTo(
                        milestones.entrySet().stream()
                                .map(e -> e.getKey() + " " + latest(e.getValue()))
                                .sorted()
                                .toList());
        long turns =
                mine.stream()
                        .flatMap(IngestModel::good)
                        .filter(e -> e.fact().kind().equals("turn"))
                        .count();
        assertThat(rows.number("select count(*) from turn where node = '" + node + "'"))
                .isEqualTo(turns);
    }

    /// Of each epoch the highest number was kept; of these the later written.
    private static String latest(Map<String, Event> byEpoch) {
        Map.Entry<String, Event> latest =
                byEpoch.entrySet().stream()
                        .max(
                                Comparator.comparingLong(
                                                (Map.Entry<String, Event> e) -> e.getValue().at())
                                        .thenComparing(Map.Entry::getKey))
                        .orElseThrow();
        MilestoneFact fact = (MilestoneFact) latest.getValue().fact();
        return fact.moment() + " " + fact.at();
    }
}
