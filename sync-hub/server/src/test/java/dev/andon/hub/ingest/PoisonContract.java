package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.mqtt.Payload;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Whatever comes, the rest goes on.
abstract class PoisonContract {
    private final NodeScript node = NodeScript.of("press-3", 1);
    private HubStore store;
    private EventIngest ingest;
    private HubRows rows;

    abstract StoreSettings empty();

    @BeforeEach
    void open() {
        store = HubStore.open(empty());
        ingest =
                new EventIngest(
                        store, () -> Instant.ofEpochMilli(NodeScript.BEGIN), IngestLimits.USUAL);
        rows = new HubRows(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void keepsMessagesThatNobodyCanReadWithAReason() {
        Received foreign =
                new Received(node.topic(), NodeScript.of("press-4", 2).turns(1, 2).payload());
        List<Answer> answers =
                ingest.ingest(
                        List.of(
                                node.raw("not gzip".getBytes()),
                                node.raw(new byte[Protocol.MESSAGE_BYTES_MAX + 1]),
                                new Received("somewhere/else", Payload.of("x")),
                                new Received("andon/v1/lyon/node/press-3/status", Payload.of("x")),
                                foreign,
                                node.turns(1, 2)));
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().ack().committedThrough()).isEqualTo(2);
        assertThat(rows.texts("select node || ' ' || code from dead_letter order by 1"))
                .containsExactly(
                        " wrong-topic",
                        "press-3 foreign-node",
                        "press-3 not-json",
                        "press-3 too-large",
                        "press-3 wrong-topic");
        assertThat(rows.number("select count(*) from event where node = 'press-4'")).isZero();
        assertThat(rows.number("select count(*) from dead_letter where length(text) > 20"))
                .isEqualTo(5);
    }

    @Test
    void refusesANodeThatWasRemovedAndKeepsWhatItReported() {
        ingest.ingest(List.of(node.turns(1, 2)));
        store.write(handle -> handle.execute("insert into removed_node values ('press-3', 1)"));
        NodeScript other = NodeScript.of("press-4", 2);
        assertThat(ingest.ingest(List.of(node.turns(3, 4), other.turns(1, 1))))
                .extracting(Answer::node)
                .containsExactly("press-4");
        ingest.ingest(List.of(node.turns(3, 5)));
        assertThat(rows.number("select count(*) from event where node = 'press-3'")).isEqualTo(2);
        assertThat(rows.texts("select code || ' ' || letters from dead_letter_count"))
                .containsExactly("removed-node 1");
    }

    @Test
    void countsTheSameMessageOnce() {
        for (int i = 0; i < 3; i++) {
            ingest.ingest(List.of(node.raw("not gzip".getBytes())));
        }
        assertThat(rows.number("select letters from dead_letter_count")).isEqualTo(1);
    }

    @Test
    void refusesAnEpochOrARangeThatCannotBe() {
        Received epoch =
                node.raw(
                        EventCodec.pack(
                                new Head("press-3", "not hex", List.of(), null), List.of()));
        Received range = node.texts(List.of(), List.of(new Gone(5, 3, "turn", "disk")));
        Received endless =
                node.texts(List.of(), List.of(new Gone(1, Long.MAX_VALUE, "turn", "disk")));
        assertThat(ingest.ingest(List.of(epoch, range, endless))).isEmpty();
        assertThat(rows.texts("select code from dead_letter"))
                .containsOnly("wrong-type")
                .hasSize(3);
        assertThat(rows.number("select count(*) from gone")).isZero();
    }

    @Test
    void refusesWhatNoTableCanHold() {
        Event good = node.event(9, node.turn(9));
        List<String> texts = new ArrayList<>();
        List<Fact> facts =
                List.of(
                        NodeScript.incident("i".repeat(5_000), 1, Moment.DECLARED),
                        NodeScript.incident("nul \0 in a key", 1, Moment.DECLARED),
                        NodeScript.incident("HALF in a key", 1, Moment.DECLARED),
                        NodeScript.incident("", 1, Moment.DECLARED),
                        new HealthFact("s".repeat(201), "ok", null),
                        new HealthFact("long", "ok", "x".repeat(Protocol.EVENT_CHARS_MAX)));
        for (int i = 0; i < facts.size(); i++) {
            texts.add(half(EventCodec.text(node.event(i + 1, facts.get(i)))));
        }
        texts.add(EventCodec.text(new Event(7, Long.MIN_VALUE, "b", 1, node.turn(7))));
        texts.add(EventCodec.text(new Event(8, 1, "b".repeat(300), 1, node.turn(8))));
        texts.add(EventCodec.text(good));
        texts.add(EventCodec.text(new Event(Long.MAX_VALUE, 1, "b", 1, node.turn(10))));
        Ack ack = ingest.ingest(List.of(node.texts(texts, List.of()))).getFirst().ack();
        assertThat(ack.committedThrough()).isEqualTo(9);
        assertThat(ack.rejected()).hasSize(9);
        assertThat(rows.number("select count(*) from event")).isEqualTo(1);
    }

    @Test
    void keepsTextThatADatabaseMightRefuseAsADeadLetter() {
        HealthFact odd =
                new HealthFact("disk", "failed", "nul \0, half HALF, bell \u0007, 'quote'");
        Received batch = node.texts(List.of(half(EventCodec.text(node.event(1, odd)))), List.of());
        Ack ack = ingest.ingest(List.of(batch)).getFirst().ack();
        assertThat(ack.rejected()).containsExactly(new Ack.Rejected(1, "invalid-fact"));
        assertThat(ack.committedThrough()).isEqualTo(1);
        assertThat(rows.number("select count(*) from dead_letter")).isEqualTo(1);
    }

    @Test
    void survivesBatchesWithBitsTurned() {
        Random random = new Random(11);
        byte[] whole = node.turns(1, 50).payload().bytes();
        for (int i = 0; i < 200; i++) {
            byte[] spoilt = whole.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            ingest.ingest(List.of(node.raw(spoilt)));
        }
        Ack ack = ingest.ingest(List.of(node.raw(whole))).getFirst().ack();
        assertThat(ack.committedThrough()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void setsAMessageAsideThatTheStoreRefuses() {
        store.write(handle -> handle.execute("drop table handover_said" + cascade()));
        Fact fact = new dev.andon.protocol.fact.HandoverFact("h", 1, 2, List.of(), "text");
        List<Answer> answers =
                ingest.ingest(
                        List.of(node.batch(1, fact), NodeScript.of("press-4", 2).turns(1, 3)));
        assertThat(answers).extracting(Answer::node).containsExactly("press-4");
        assertThat(rows.texts("select code from dead_letter")).containsExactly("not-storable");
        assertThat(rows.number("select count(*) from event")).isEqualTo(3);
    }

    /// Half a surrogate pair, as only JSON can say it.
    private static String half(String json) {
        return json.replace("HALF", "\\ud83d");
    }

    private String cascade() {
        return switch (store.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " cascade";
        };
    }
}
