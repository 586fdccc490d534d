package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.Secret;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.node.sync.LinkState.State;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.Command;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The whole of the node's link, over a broker in memory.
class HubLinkTest {
    private static final Topics TOPICS = new Topics(Talk.SITE);

    @TempDir private Path folder;

    private final MemoryBroker broker = new MemoryBroker();
    private final MemoryOutbox outbox = new MemoryOutbox(3);
    private final TestClock clock = new TestClock();
    private final List<EngineState> engines =
            new CopyOnWriteArrayList<>(List.of(new EngineState("store", "ok", null)));
    private ScriptedHub hub;
    private HubLink link;

    @AfterEach
    void close() {
        if (link != null) {
            link.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    static Enrolment enrolment(URI broker, String ca) {
        String key = Base64.getEncoder().encodeToString(SigningKey.generate().known());
        return new Enrolment(
                Talk.SITE,
                Talk.NODE,
                URI.create("https://127.0.0.1:8470"),
                broker,
                Talk.NODE,
                new Secret("word"),
                ca,
                List.of(key));
    }

    private void start(LinkPart... further) {
        link =
                HubLink.start(
                        enrolment(URI.create("tcp://127.0.0.1:1"), ""),
                        new HubLink.Settings(folder, Duration.ofSeconds(60), broker, Talk.FAST),
                        new NodeStore(outbox, outbox, clock),
                        report(engines),
                        List.of(further));
    }

    static NodeReport report(List<EngineState> engines) {
        return new NodeReport(
                "0-test",
                List::of,
                () -> List.of("minilm"),
                () -> "fingerprint",
                () -> new DiskState(1 << 30, true),
                () -> List.copyOf(engines));
    }

    private NodeStatus status() {
        Publication kept = broker.retained(TOPICS.status(Talk.NODE));
        return kept == null
                ? NodeStatus.death("none", "", 0, "")
                : SyncCodec.decode(kept.payload().bytes(), NodeStatus.class);
    }

    private void awaitCode(String code) {
        Awaiting.await(
                "the link is " + code,
                () -> link.state().code().equals(code),
                () -> link.state().toString());
    }

    @Test
    void sendsAndTellsHowTheNodeIs() {
        hub = Talk.hub(broker);
        start();
        outbox.write(Talk.fact(1));
        awaitCode("connected");
        Awaiting.await("all is sent", () -> outbox.state().rows() == 0);
        Awaiting.await("the birth is told", () -> status().online());
        assertThat(status().models()).containsExactly("minilm");
        assertThat(status().epoch()).isEqualTo(outbox.epoch());
        assertThat(link.state().state()).isEqualTo(State.OK);
        assertThat(link.state().mend()).isNull();
        Awaiting.await(
                "it is noted",
                () ->
                        Contact.read(folder)
                                .filter(c -> c.heardAt() != null && c.link() != null)
                                .filter(c -> c.link().code().equals("connected"))
                                .isPresent());
    }

    @Test
    void saysItselfThatItIsAwayWhenItEnds() {
        hub = Talk.hub(broker);
        start();
        Awaiting.await("the birth is told", () -> status().online());
        long since = status().since();
        link.close();
        assertThat(status().online()).isFalse();
        assertThat(status().since()).isEqualTo(since);
    }

    @Test
    void leavesAWillOfTheSameConnection() {
        hub = Talk.hub(broker);
        start();
        Awaiting.await("the birth is told", () -> status().online());
        long since = status().since();
        broker.cut(Talk.NODE);
        NodeStatus death =
                broker.taken(TOPICS.status(Talk.NODE)).stream()
                        .map(p -> SyncCodec.decode(p.payload().bytes(), NodeStatus.class))
                        .filter(s -> !s.online())
                        .findFirst()
                        .orElseThrow();
        assertThat(death.since()).isEqualTo(since);
        assertThat(death.epoch()).isEqualTo(outbox.epoch());
        Awaiting.await("it is back", () -> status().online() && status().since() > since);
    }

    @Test
    void beginsEveryConnectionLaterThanTheOneBeforeThoughTheClockWasSetBack() {
        hub = Talk.hub(broker);
        start();
        Awaiting.await("the birth is told", () -> status().online());
        long since = status().since();
        link.close();
        clock.set(-420_000);
        start();
        Awaiting.await("it is back", () -> status().online());
        assertThat(status().since()).isGreaterThan(since);
    }

    @Test
    void tellsAChangeAtOnceAndMakesAFactOfABrokenEngine() {
        hub = Talk.hub(broker);
        start();
        Awaiting.await("the birth is told", () -> status().online());
        engines.set(0, new EngineState("store", "failed", "the disk is full"));
        Awaiting.await("the change is told", () -> status().health().contains(engines.getFirst()));
        Awaiting.await(
                "the fact is there",
                () ->
                        hub.events(outbox.epoch()).values().stream()
                                .anyMatch(json -> json.contains("engine/store")));
    }

    @Test
    void beginsAnewWhenTheHubAsksForIt() {
        hub = Talk.hub(broker);
        start();
        awaitCode("connected");
        long since = status().since();
        Command resync =
                new Command("c-1", "resync", Map.of(), System.currentTimeMillis() + 60_000);
        hub.publish(
                Publication.confirmed(
                        TOPICS.commands(Talk.NODE), Payload.of(SyncCodec.encode(resync))));
        Awaiting.await("it connected anew", () -> status().since() > since);
        awaitCode("connected");
        assertThat(broker.taken(TOPICS.results(Talk.NODE))).hasSize(1);
    }

    @Test
    void saysThatTheHubIsAwayAndDoesNotCallItAFault() {
        hub = Talk.hub(broker);
        hub.deaf = true;
        hub.say(false);
        start();
        awaitCode("hub-away");
        assertThat(link.state().state()).isEqualTo(State.OK);
    }

    @Test
    void saysThatTheHubSpeaksAnotherVersion() {
        hub = Talk.hub(broker);
        hub.protocols = List.of(9);
        hub.say(true);
        start();
        outbox.write(Talk.fact(1));
        awaitCode("no-common-version");
        assertThat(link.state().state()).isEqualTo(State.FAILED);
        assertThat(link.state().detail()).contains("[9]", "[1]");
        Awaiting.await("the status is told all the same", () -> status().online());
        assertThat(broker.taken(TOPICS.events(Talk.NODE))).isEmpty();
    }

    @Test
    void namesTheCauseAndTheMendWhenItCannotConnect() {
        for (String code : List.of("unreachable", "refused", "tls")) {
            broker.connecting = new MqttFailure(code, "The broker says " + code + ".");
            start();
            awaitCode(code);
            assertThat(link.state().state()).isEqualTo(State.FAILED);
            assertThat(link.state().detail()).contains("The broker says " + code);
            assertThat(link.state().mend()).isNotBlank();
            link.close();
        }
        broker.connecting = null;
        hub = Talk.hub(broker);
        start();
        awaitCode("connected");
    }

    @Test
    void outlivesAPartThatFails() {
        hub = Talk.hub(broker);
        start(new Failing());
        awaitCode("failed");
        broker.retained(TOPICS.hubStatus());
        assertThat(link.state().detail()).contains("a part broke");
    }

    private static final class Failing implements LinkPart {
        @Override
        public List<Subscription> subscriptions() {
            return List.of();
        }

        @Override
        public void connected(MqttLink stands) {
            throw new IllegalStateException("a part broke");
        }

        @Override
        public void arrived(Delivery delivery) {}
    }
}
