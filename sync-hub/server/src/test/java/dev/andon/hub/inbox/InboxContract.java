package dev.andon.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.fleet.Commands;
import dev.andon.hub.inbox.ExpertCall.Answer;
import dev.andon.hub.inbox.ExpertCall.State;
import dev.andon.hub.ingest.EventIngest;
import dev.andon.hub.ingest.IngestLimits;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.protocol.Topics;
import dev.andon.protocol.fact.EscalationFact.Step;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.ReceiptFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Calls and answers, with a node of which only the words are played.
abstract class InboxContract {
    private static final String CALL = "8c1d7c1e-0f7b-4a35-8d8e-6b6f5b6c7d02";
    private static final String OTHER = "8c1d9999-0f7b-4a35-8d8e-6b6f5b6c7d02";
    private static final long DAY_MS = 86_400_000;

    private final NodeScript node = NodeScript.of("press-3", 1);
    private long now = NodeScript.BEGIN + 60_000;
    private HubStore store;
    private EventIngest ingest;
    private Inbox inbox;

    abstract StoreSettings empty();

    @BeforeEach
    void open() {
        store = HubStore.open(empty());
        ingest = new EventIngest(store, () -> Instant.ofEpochMilli(now), IngestLimits.USUAL);
        inbox =
                new Inbox(
                        store,
                        new Commands(new Topics("lyon"), store, () -> Instant.ofEpochMilli(now)),
                        () -> Instant.ofEpochMilli(now));
        says(1, NodeScript.escalation(CALL, "Why does it leak?"));
        says(2, NodeScript.escalation(OTHER, "Which seal?"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void listsTheCallsTheLatestFirst() {
        List<ExpertCall> calls = inbox.calls(false, 10);
        assertThat(calls).extracting(ExpertCall::escalation).containsExactly(OTHER, CALL);
        ExpertCall call = calls.getLast();
        assertThat(call.node()).isEqualTo("press-3");
        assertThat(call.question()).isEqualTo("Why does it leak?");
        assertThat(call.citations()).hasSize(1);
        assertThat(call.timeline())
                .containsExactly(
                        new Step(Moment.DECLARED, NodeScript.BEGIN, null),
                        new Step(Moment.WAITING, NodeScript.BEGIN + 300_000, Wait.EXPERT));
        assertThat(call.calledAt()).isEqualTo(NodeScript.BEGIN + 1_000);
        assertThat(call.open()).isTrue();
        assertThat(inbox.calls(true, 1)).hasSize(1);
    }

    @Test
    void followsAnAnswerUntilItIsHeard() throws InterruptedException {
        Answer answer = answer("Look at the seal.");
        assertThat(answer.state()).isEqualTo(State.WAITING);
        assertThat(inbox.calls(true, 10)).extracting(ExpertCall::escalation).containsExactly(OTHER);
        confirmed(answer, true, "It is on the node.");
        assertThat(answered().state()).isEqualTo(State.DELIVERED);
        says(3, new ReceiptFact(answer.id(), CALL));
        assertThat(answered().state()).isEqualTo(State.HEARD);
        assertThat(answered().text()).isEqualTo("Look at the seal.");
    }

    @Test
    void takesTheSameWordsForTheSameAnswer() throws InterruptedException {
        Answer answer = answer("Look at the seal.");
        assertThat(answer(" Look at the seal. ").id()).isEqualTo(answer.id());
        answer("Look at the hose, too.");
        assertThat(inbox.calls(false, 10).getLast().answers()).hasSize(2);
    }

    @Test
    void wantsAnotherAnswerWhereTheNodeDidNotTakeIt() throws InterruptedException {
        Answer answer = answer("Look at the seal.");
        confirmed(answer, false, "This node knows no such call.");
        assertThat(answered().state()).isEqualTo(State.REFUSED);
        assertThat(answered().result()).isEqualTo("This node knows no such call.");
        assertThat(inbox.calls(true, 10)).hasSize(2);
        assertThat(answer("Look at the seal.").id()).isNotEqualTo(answer.id());
    }

    @Test
    void wantsAnotherAnswerWhereTheNodeWasAwayTooLong() throws InterruptedException {
        answer("Look at the seal.");
        now += 30 * DAY_MS + 1;
        assertThat(answered().state()).isEqualTo(State.EXPIRED);
        assertThat(inbox.calls(true, 10)).hasSize(2);
    }

    @Test
    void forgetsTheWordsAndKeepsWhatBecameOfThem() throws InterruptedException {
        confirmed(answer("Look at the zebra."), true, "It is on the node.");
        answer("Look at the giraffe.");
        now += DAY_MS;
        assertThat(forget()).isEqualTo(3);
        assertThat(forget()).isZero();
        assertThat(inbox.calls(false, 10).getLast().answers())
                .extracting(Answer::text, Answer::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(null, State.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple(null, State.WAITING));
        HubRows rows = new HubRows(store);
        assertThat(rows.texts("select command from command where command like '%zebra%'"))
                .isEmpty();
        assertThat(rows.texts("select command from command where command like '%giraffe%'"))
                .as("what the node has not got yet")
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoAnswerAndWhatIsNoCall() {
        assertRefused("unknown-escalation", "8c1d8", "Look.");
        assertRefused("unknown-escalation", "%", "Look.");
        assertRefused("ambiguous-escalation", "8C1D", "Look.");
        assertRefused("no-answer", CALL, "  ");
        assertRefused("text-too-long", CALL, "a".repeat(2_001));
        assertThat(inbox.calls(true, 10)).hasSize(2);
    }

    private void assertRefused(String code, String id, String text) {
        assertThatThrownBy(() -> inbox.answer(id, text, null, Duration.ZERO))
                .isInstanceOfSatisfying(
                        InboxException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Answer answer(String text) throws InterruptedException {
        now++;
        return inbox.answer("8C1D7c", text, null, Duration.ZERO).answers().getLast();
    }

    private Answer answered() {
        return inbox.calls(false, 10).getLast().answers().getLast();
    }

    private long forget() {
        return store.write(handle -> inbox.forget(handle, now));
    }

    private void says(long seq, Fact fact) {
        ingest.ingest(List.of(node.batch(seq, fact)));
    }

    /// As the node's result is kept.
    private void confirmed(Answer answer, boolean done, String message) {
        store.write(
                handle ->
                        handle.createUpdate(
                                        """
                                        update command set done = :done, code = :code,
                                            message = :message where id = :id\
                                        """)
                                .bind("done", done)
                                .bind("code", done ? "done" : "failed")
                                .bind("message", message)
                                .bind("id", answer.id())
                                .execute());
    }
}
