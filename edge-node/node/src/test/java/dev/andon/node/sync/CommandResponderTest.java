package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.node.sync.CommandResponder.Deed;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What the node does for the hub.
class CommandResponderTest {
    private static final Topics TOPICS = new Topics(Talk.SITE);
    private static final long LATER = System.currentTimeMillis() + 3_600_000;

    private final MemoryBroker broker = new MemoryBroker();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private CommandResponder responder;
    private LinkLoop loop;

    @BeforeEach
    void connect() {
        Deed deed =
                new Deed(
                        command -> "done " + done.incrementAndGet() + command.arguments(),
                        after::incrementAndGet);
        Deed broken =
                new Deed(
                        _ -> {
                            throw new IllegalStateException("out of order");
                        },
                        after::incrementAndGet);
        responder =
                new CommandResponder(
                        new Address(TOPICS, Talk.NODE),
                        new HubTime(new TestClock(), _ -> {}),
                        Map.of("status", deed, "break", broken));
        loop =
                LinkLoop.start(
                        "commands",
                        () -> broker.connect(MqttSettings.of(Talk.BROKER, Talk.NODE)),
                        new LinkParts(List.of(responder)),
                        _ -> {});
        Awaiting.await("it listens", () -> broker.hears(TOPICS.commands(Talk.NODE)));
    }

    @AfterEach
    void close() {
        loop.close();
        responder.close();
    }

    private void send(String id, String name, long expires) {
        Command command = new Command(id, name, Map.of("a", "b"), expires);
        broker.route(
                Publication.confirmed(
                                TOPICS.commands(Talk.NODE), Payload.of(SyncCodec.encode(command)))
                        .answeredAt(TOPICS.results(Talk.NODE), Payload.of("correlation-" + id)));
    }

    private List<Publication> answers(int count) {
        Awaiting.await("answers", () -> broker.taken(TOPICS.results(Talk.NODE)).size() >= count);
        return broker.taken(TOPICS.results(Talk.NODE));
    }

    private static CommandResult result(Publication answer) {
        return SyncCodec.decode(answer.payload().bytes(), CommandResult.class);
    }

    @Test
    void answersWithWhatWasDoneAndTheCorrelation() {
        send("1", "status", LATER);
        Publication answer = answers(1).getFirst();
        assertThat(result(answer))
                .isEqualTo(new CommandResult("1", Talk.NODE, true, "done", "done 1{a=b}"));
        assertThat(answer.correlation()).isEqualTo(Payload.of("correlation-1"));
        assertThat(answer.qos()).isEqualTo(1);
    }

    @Test
    void doesTwiceWhatCameTwiceOnlyOnce() {
        answersWithWhatWasDoneAndTheCorrelation();
        int before = answers(1).size();
        send("1", "status", LATER);
        List<Publication> all = answers(before + 1);
        assertThat(all).allMatch(answer -> result(answer).message().equals("done 1{a=b}"));
        assertThat(done).hasValue(1);
        assertThat(after).hasValue(1);
    }

    @Test
    void refusesWhatExpiredAndWhatItDoesNotKnowAndSaysWhatFailed() {
        answersWithWhatWasDoneAndTheCorrelation();
        int before = answers(1).size();
        send("2", "status", 1);
        send("3", "dance", LATER);
        send("4", "break", LATER);
        List<CommandResult> results =
                answers(before + 3).stream().map(CommandResponderTest::result).toList();
        assertThat(results.subList(before, before + 3))
                .extracting(CommandResult::code)
                .containsExactly("expired", "unknown-command", "failed");
        assertThat(results).noneMatch(r -> r.id().equals("3") && !r.message().contains("status"));
        assertThat(done).hasValue(1);
    }

    @Test
    void passesOverWhatIsNoCommand() {
        answersWithWhatWasDoneAndTheCorrelation();
        int before = answers(1).size();
        broker.route(Publication.confirmed(TOPICS.commands(Talk.NODE), Payload.of("{\"id\": 7}")));
        send("5", "status", LATER);
        assertThat(result(answers(before + 1).getLast()).id()).isEqualTo("5");
    }

    @Test
    void remembersABoundedNumberOfAnswers() {
        answersWithWhatWasDoneAndTheCorrelation();
        int before = answers(1).size();
        for (int i = 0; i < CommandResponder.REMEMBERED_MAX + 10; i++) {
            send("many-" + i, "status", LATER);
            answers(before + i + 1);
        }
        int times = done.get();
        send("1", "status", LATER);
        answers(before + CommandResponder.REMEMBERED_MAX + 11);
        assertThat(done).hasValue(times + 1);
    }
}
