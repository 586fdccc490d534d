package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.ReceiptFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What becomes of events, on every database.
abstract class EventIngestContract {
    static final long NOW = NodeScript.BEGIN + 3_600_000;
    static final IngestLimits LIMITS = new IngestLimits(5, 200, 600, 8, 16, 512 * 1024);

    final NodeScript node = NodeScript.of("press-3", 1);
    HubStore store;
    EventIngest ingest;
    HubRows rows;

    abstract StoreSettings empty();

    @BeforeEach
    void open() {
        store = HubStore.open(empty());
        ingest = new EventIngest(store, () -> Instant.ofEpochMilli(NOW), LIMITS);
        rows = new HubRows(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void takesEachEventOnceAndSaysSo() {
        assertThat(take(node.turns(1, 3)).committedThrough()).isEqualTo(3);
        assertThat(take(node.turns(1, 5)).committedThrough()).isEqualTo(5);
        assertThat(rows.number("select count(*) from event")).isEqualTo(5);
        assertThat(rows.number("select count(*) from turn")).isEqualTo(5);
        assertThat(rows.rows("select * from event where seq = 2").getFirst())
                .containsEntry("kind", "turn")
                .containsEntry("clock", "right")
                .containsEntry("json", EventCodec.text(node.event(2, node.turn(2))));
    }

    @Test
    void takesManyBatchesOfManyNodesTogether() {
        NodeScript other = NodeScript.of("press-4", 2);
        List<Answer> answers =
                ingest.ingest(
                        List.of(
                                other.turns(3, 4),
                                node.turns(1, 500),
                                other.turns(1, 2),
                                node.turns(450, 601)));
        assertThat(answers).extracting(Answer::node).containsExactly("press-3", "press-4");
        assertThat(answers)
                .extracting(answer -> answer.ack().committedThrough())
                .containsExactly(601L, 4L);
        assertThat(rows.number("select count(*) from event")).isEqualTo(605);
    }

    @Test
    void asksForWhatIsMissing() {
        Ack ack = take(node.turns(4, 5), node.turns(8, 8));
        assertThat(ack.committedThrough()).isZero();
        assertThat(ack.missing()).containsExactly(new Range(1, 3), new Range(6, 7));
        Ack filled = take(node.turns(1, 7));
        assertThat(filled.committedThrough()).isEqualTo(8);
        assertThat(filled.missing()).isEmpty();
    }

    @Test
    void answersABatchOfNothing() {
        take(node.turns(1, 3));
        Ack ack = take(node.batch(List.of()));
        assertThat(ack.committedThrough()).isEqualTo(3);
        assertThat(ack.epoch()).isEqualTo(node.epoch());
        assertThat(ack.hubTime()).isEqualTo(NOW);
        assertThat(ack.pauseMs()).isBetween(0, 10_000);
    }

    @Test
    void countsWhatIsGoneAsReceived() {
        take(node.turns(1, 2));
        Ack ack = take(node.texts(List.of(), List.of(new Gone(3, 7, "turn", "disk"))));
        assertThat(ack.committedThrough()).isEqualTo(7);
        assertThat(rows.rows("select * from gone").getFirst())
                .containsEntry("from_seq", number(3))
                .containsEntry("to_seq", number(7))
                .containsEntry("reason", "disk");
        take(node.texts(List.of(), List.of(new Gone(3, 7, "turn", "disk"))));
        assertThat(rows.number("select count(*) from gone")).isEqualTo(1);
    }

    @Test
    void takesWhatComesAlthoughItWasCalledGone() {
        take(node.texts(List.of(), List.of(new Gone(1, 5, "turn", "disk"))));
        assertThat(take(node.turns(3, 3)).committedThrough()).isEqualTo(5);
        assertThat(rows.number("select count(*) from event where seq = 3")).isEqualTo(1);
    }

    @Test
    void keepsTheEpochsOfANodeApart() {
        take(node.turns(1, 5));
        NodeScript restored = NodeScript.of("press-3", 9);
        assertThat(take(restored.turns(1, 2)).committedThrough()).isEqualTo(2);
        assertThat(rows.number("select count(*) from event")).isEqualTo(7);
        assertThat(rows.texts("select epoch from outbox_mark order by committed_through"))
                .containsExactly(restored.epoch(), node.epoch());
        assertThat(rows.number("select count(*) from clone_alarm")).isZero();
    }

    @Test
    void raisesAnAlarmWhenANumberComesWithAnotherContent() {
        take(node.turns(1, 3));
        NodeScript clone = new NodeScript("press-3", node.epoch(), "boot-of-the-clone", 0);
        Ack ack = take(clone.turns(2, 4));
        assertThat(ack.committedThrough()).isEqualTo(4);
        assertThat(ack.rejected())
                .containsExactly(
                        new Ack.Rejected(2, "other-content"), new Ack.Rejected(3, "other-content"));
        assertThat(rows.rows("select * from clone_alarm").getFirst())
                .containsEntry("events", number(2))
                .containsEntry("first_seq", number(2))
                .containsEntry("last_seq", number(3));
        assertThat(rows.texts("select boot from event order by seq"))
                .containsExactly("boot-1", "boot-1", "boot-1", "boot-of-the-clone");
        take(clone.turns(2, 4));
        assertThat(rows.number("select events from clone_alarm")).isEqualTo(2);
        assertThat(rows.number("select letters from dead_letter_count")).isEqualTo(2);
    }

    @Test
    void noticesACloneWithinOneTransaction() {
        NodeScript clone = new NodeScript("press-3", node.epoch(), "boot-of-the-clone", 0);
        Ack ack = take(node.turns(1, 1), clone.turns(1, 1));
        assertThat(ack.rejected()).containsExactly(new Ack.Rejected(1, "other-content"));
        assertThat(rows.number("select count(*) from event")).isEqualTo(1);
    }

    @Test
    void keepsAnEventOfAKindThatItDoesNotKnowAndGoesOn() {
        String unknown =
                "{\"seq\":2,\"at\":1,\"boot\":\"b\",\"upMs\":1,\"kind\":\"telepathy\",\"fact\":{}}";
        String wrong =
                "{\"seq\":3,\"at\":1,\"boot\":\"b\",\"upMs\":1,\"kind\":\"health\",\"fact\":{}}";
        String one = EventCodec.text(node.event(1, node.turn(1)));
        String four = EventCodec.text(node.event(4, node.turn(4)));
        Received batch = node.texts(List.of(one, unknown, wrong, four), List.of());
        for (int i = 0; i < 2; i++) {
            Ack ack = take(batch);
            assertThat(ack.committedThrough()).isEqualTo(4);
            assertThat(ack.rejected())
                    .containsExactly(
                            new Ack.Rejected(2, "unknown-fact"),
                            new Ack.Rejected(3, "invalid-fact"));
        }
        assertThat(rows.texts("select text from dead_letter order by seq"))
                .containsExactly(unknown, wrong);
        assertThat(rows.number("select sum(letters) from dead_letter_count")).isEqualTo(2);
        assertThat(rows.number("select count(*) from event")).isEqualTo(2);
    }

    @Test
    void boundsDeadLettersAndCountsThoseBeyond() {
        List<String> unknown = new ArrayList<>();
        for (int seq = 1; seq <= 9; seq++) {
            unknown.add(
                    "{\"seq\":%d,\"kind\":\"telepathy\",\"fact\":\"%s\"}"
                            .formatted(seq, "x".repeat(300)));
        }
        Received batch = node.texts(unknown, List.of());
        for (int i = 0; i < 2; i++) {
            Ack ack = take(batch);
            assertThat(ack.committedThrough()).isEqualTo(9);
            assertThat(ack.rejected()).hasSize(9);
        }
        assertThat(rows.number("select count(*) from dead_letter")).isEqualTo(3);
        assertThat(rows.number("select max(length(text)) from dead_letter")).isEqualTo(200);
        assertThat(rows.number("select letters from dead_letter_count")).isEqualTo(9);
    }

    @Test
    void leavesWhatIsTooScatteredWithTheNode() {
        List<Received> scattered = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            scattered.add(node.turns(2L * i, 2L * i));
        }
        assertThat(take(scattered.toArray(Received[]::new)).missing()).hasSize(8);
        assertThat(rows.number("select count(*) from event")).isEqualTo(8);
        assertThat(take(node.turns(1, 24)).committedThrough()).isEqualTo(24);
    }

    @Test
    void putsAClockRightThatIsSevenMinutesOff() {
        NodeScript late = new NodeScript("press-3", node.epoch(), "boot-1", 7 * 60_000);
        take(
                late.batch(
                        List.of(
                                late.event(1, NodeScript.incident("i", 1, Moment.DECLARED)),
                                late.event(
                                        2,
                                        NodeScript.milestone(
                                                "i",
                                                1,
                                                Moment.DECLARED,
                                                NodeScript.BEGIN + 1_500 + 7 * 60_000)))));
        assertThat(rows.rows("select * from event where seq = 2").getFirst())
                .containsEntry("at", NodeScript.BEGIN + 2_000 + 7 * 60_000)
                .containsEntry("true_at", NodeScript.BEGIN + 2_000)
                .containsEntry("clock", "off");
        assertThat(rows.number("select true_at from milestone"))
                .isEqualTo(NodeScript.BEGIN + 1_500);
        assertThat(rows.number("select count(*) from incident where clock_off")).isEqualTo(1);
    }

    @Test
    void putsRightLaterWhatCameBeforeAnythingWasKnownOfItsClock() {
        NodeScript late = new NodeScript("press-3", node.epoch(), "boot-1", 7 * 60_000);
        take(late.clockless(List.of(late.event(1, late.turn(1)))));
        assertThat(rows.texts("select clock from turn")).containsExactly("unknown");
        take(late.turns(2, 2));
        take(late.clockless(List.of(late.event(3, late.turn(3)))));
        assertThat(rows.texts("select clock from turn")).containsExactly("off", "off", "off");
        assertThat(rows.rows("select true_at from turn order by true_at"))
                .extracting(row -> row.get("true_at"))
                .containsExactly(
                        NodeScript.BEGIN + 1_000,
                        NodeScript.BEGIN + 2_000,
                        NodeScript.BEGIN + 3_000);
    }

    @Test
    void leavesWhatAnEarlierBootWroteAsItIs() {
        NodeScript before = new NodeScript("press-3", node.epoch(), "boot-0", -86_400_000);
        take(before.clockless(List.of(before.event(1, before.turn(1)))), node.turns(2, 2));
        assertThat(rows.rows("select * from event where seq = 1").getFirst())
                .containsEntry("true_at", NodeScript.BEGIN + 1_000 - 86_400_000)
                .containsEntry("clock", "unknown");
    }

    @Test
    void showsTheHighestVersionOfAnIncidentInWhicheverOrder() {
        take(node.batch(3, NodeScript.incident("i", 3, Moment.TESTING)));
        take(node.batch(1, NodeScript.incident("i", 1, Moment.DECLARED)));
        take(
                node.batch(2, NodeScript.incident("i", 2, Moment.REPAIRING)),
                node.batch(4, NodeScript.incident("i", 4, Moment.RESTORED)));
        assertThat(rows.texts("select state from incident")).containsExactly("RESTORED");
        NodeScript other = NodeScript.of("press-4", 4);
        take(other.batch(1, NodeScript.incident("i", 9, Moment.DECLARED)));
        assertThat(rows.texts("select state from incident order by node"))
                .containsExactly("RESTORED", "DECLARED");
    }

    @Test
    void showsTheLaterWordOfAMilestoneInWhicheverOrder() {
        take(
                node.batch(3, NodeScript.milestone("i", 1, Moment.ACKNOWLEDGED, NodeScript.BEGIN)),
                node.batch(1, NodeScript.milestone("i", 1, Moment.DECLARED, NodeScript.BEGIN)));
        take(node.batch(2, NodeScript.milestone("i", 1, Moment.DIAGNOSING, NodeScript.BEGIN)));
        assertThat(rows.texts("select moment from milestone")).containsExactly("ACKNOWLEDGED");
        NodeScript restored = NodeScript.of("press-3", 7);
        take(restored.batch(9, NodeScript.milestone("i", 1, Moment.TESTING, NodeScript.BEGIN)));
        assertThat(rows.texts("select moment from milestone")).containsExactly("TESTING");
        take(NodeScript.of("press-3", 8).batch(1, NodeScript.milestone("i", 1, Moment.FAILED, 5)));
        assertThat(rows.texts("select moment from milestone")).containsExactly("TESTING");
    }

    @Test
    void showsTheLatestWordOfInstallationsAndHealth() {
        take(
                node.batch(2, NodeScript.installation("manual/m", 1, "installed")),
                node.batch(1, NodeScript.installation("manual/m", 1, "refused")),
                node.batch(3, NodeScript.installation("manual/m", 2, "installed")),
                node.batch(5, NodeScript.health("engine/store", "ok")),
                node.batch(4, NodeScript.health("engine/store", "failed")));
        assertThat(rows.texts("select state from installation order by serial"))
                .containsExactly("installed", "installed");
        assertThat(rows.texts("select state from health")).containsExactly("ok");
        assertThat(rows.number("select count(*) from health_said")).isEqualTo(2);
    }

    @Test
    void readsIncidentsWithTheirMilestonesAndDeadLetters() {
        long at = NodeScript.BEGIN + 7_000;
        take(
                node.batch(1, NodeScript.incident("i", 1, Moment.DECLARED)),
                node.batch(3, NodeScript.milestone("i", 2, Moment.ACKNOWLEDGED, at + 1)),
                node.batch(2, NodeScript.milestone("i", 1, Moment.DECLARED, at)),
                node.texts(List.of("{\"seq\":4,\"kind\":\"telepathy\"}"), List.of()));
        take(NodeScript.of("press-4", 2).batch(9, NodeScript.incident("i", 1, Moment.FAILED)));
        List<Incident> recent = new Incidents(store).recent(10);
        assertThat(recent).extracting(Incident::node).containsExactly("press-4", "press-3");
        assertThat(recent.getLast().clockOff()).isFalse();
        assertThat(recent.getLast().milestones())
                .containsExactly(
                        new Incident.Milestone(1, Moment.DECLARED, at, null, "said", false),
                        new Incident.Milestone(
                                2, Moment.ACKNOWLEDGED, at + 1, null, "said", false));
        assertThat(new Incidents(store).recent(1)).hasSize(1);
        DeadLetterBox letters = new DeadLetterBox(store);
        assertThat(letters.recent(null, 10)).isEqualTo(letters.recent("press-3", 10));
        assertThat(letters.recent("press-3", 10))
                .extracting(DeadLetter::seq, DeadLetter::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4L, "unknown-fact"));
        assertThat(letters.recent("press-4", 10)).isEmpty();
    }

    @Test
    void keepsACallWithItsTimelineAndThatItsReplyWasTold() {
        take(
                node.batch(1, NodeScript.escalation("e-1", "Why does it leak?")),
                node.batch(2, new ReceiptFact("r-1", "e-1")));
        assertThat(rows.texts("select timeline from escalation").getFirst())
                .contains("\"DECLARED\"", "\"waitFor\":\"EXPERT\"");
        assertThat(rows.texts("select reply || ' ' || escalation from receipt"))
                .containsExactly("r-1 e-1");
    }

    @Test
    void forgetsWordsAfterTheirDays() {
        take(node.turns(1, 3));
        TranscriptRetention retention =
                new TranscriptRetention(
                        store,
                        () -> Instant.ofEpochMilli(NodeScript.BEGIN + 2_500),
                        0,
                        (_, _) -> 0);
        assertThat(retention.forget()).isEqualTo(2);
        retention.close();
        assertThat(rows.texts("select question from turn where question is not null")).hasSize(1);
    }

    Ack take(Received... received) {
        List<Answer> answers = ingest.ingest(List.of(received));
        assertThat(answers).hasSize(1);
        return answers.getFirst().ack();
    }

    /// SQLite gives the smallest type that holds a number.
    Object number(long value) {
        return rows.rows("select cast(%d as bigint) as n".formatted(value)).getFirst().get("n");
    }
}
