package dev.andon.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.Eventually;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hub's own link over a real broker, and a node at its other end.
class CommandsTest {
    private static final MqttConnector CONNECTOR = new PahoConnector();
    private static final Topics TOPICS = new Topics("lyon");

    @TempDir Path folder;

    private TestBroker broker;
    private HubStore store;
    private Commands commands;
    private StatusListener statuses;
    private Fleet fleet;
    private int looks;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void begin() {
        broker = EmbeddedArtemis.start(TestBroker.Options.open(folder.resolve("broker")));
        store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")));
        commands = new Commands(TOPICS, store, () -> Instant.now().plus(ahead));
        statuses = new StatusListener(TOPICS, store, InstantSource.system());
        fleet = new Fleet(store, InstantSource.system());
    }

    @AfterEach
    void end() {
        statuses.close();
        store.close();
        broker.close();
    }

    @Test
    void tellsANodeAndKeepsWhatCameOfIt() throws Exception {
        try (LinkLoop hub = hub();
                MqttLink node = node()) {
            Command command =
                    commands.issue(
                            "press-3", "status", Map.of("why", "test"), Duration.ofMinutes(5));
            Delivery heard = hears(node);
            assertThat(SyncCodec.decode(heard.payload().bytes(), Command.class)).isEqualTo(command);
            assertThat(heard.correlation()).isEqualTo(Payload.of(command.id()));
            answer(node, "press-3", command.id(), "done");
            Optional<CommandResult> result = commands.await(command.id(), Duration.ofMinutes(1));
            assertThat(result.orElseThrow().code()).isEqualTo("done");
            assertThat(commands.of("press-3", 10)).hasSize(1);
            assertThat(commands.find(command.id()).orElseThrow().result()).isEqualTo(result.get());
        }
    }

    @Test
    void sendsWhatWasIssuedWithoutALinkOnceThereIsOne() throws Exception {
        Command command = commands.issue("press-3", "resync", Map.of(), Duration.ofMinutes(5));
        assertThat(commands.await(command.id(), Duration.ofMillis(10))).isEmpty();
        try (MqttLink node = node();
                LinkLoop hub = hub()) {
            assertThat(SyncCodec.decode(hears(node).payload().bytes(), Command.class))
                    .isEqualTo(command);
        }
    }

    @Test
    void keepsACommandForANodeThatIsAwayForDays() {
        node().close();
        try (LinkLoop hub = hub();
                MqttLink other = listening("other")) {
            Command command = commands.issue("press-3", "status", Map.of(), Commands.LIFETIME_MAX);
            hears(other);
            try (MqttLink node = node()) {
                assertThat(SyncCodec.decode(hears(node).payload().bytes(), Command.class))
                        .isEqualTo(command);
            }
        }
    }

    /// As when the broker has forgotten the node's session.
    @Test
    void tellsANodeThatComesWhatItHasNotAnswered() {
        try (LinkLoop hub = hub();
                MqttLink other = listening("other")) {
            Command command = commands.issue("press-3", "status", Map.of(), Duration.ofDays(1));
            hears(other);
            ahead = Duration.ofMinutes(2);
            try (MqttLink node = node()) {
                node.publish(birth()).join();
                assertThat(SyncCodec.decode(hears(node).payload().bytes(), Command.class))
                        .isEqualTo(command);
            }
        }
    }

    @Test
    void believesOnlyTheNodeThatWasAsked() throws Exception {
        try (LinkLoop hub = hub();
                MqttLink node = node()) {
            Command command = commands.issue("press-3", "status", Map.of(), Duration.ofMinutes(5));
            hears(node);
            answer(node, "press-4", command.id(), "forged");
            node.publish(Publication.confirmed(TOPICS.results("press-3"), Payload.of("garbage")));
            answer(node, "press-3", command.id(), "done");
            assertThat(commands.await(command.id(), Duration.ofMinutes(1)).orElseThrow().code())
                    .isEqualTo("done");
        }
    }

    @Test
    void seesANodeComeAndDie() {
        try (LinkLoop hub = hub()) {
            NodeStatus death = NodeStatus.death("press-3", "00", 7, "0.1");
            Publication will =
                    Publication.confirmed(
                                    TOPICS.status("press-3"), Payload.of(SyncCodec.encode(death)))
                            .retained();
            MqttSettings settings =
                    broker.client("press-3").leaving(new MqttSettings.Will(will, Duration.ZERO));
            try (MqttLink node = CONNECTOR.connect(settings)) {
                node.publish(birth()).join();
                Eventually.holds("it is seen", () -> online() == 1);
                node.publish(will).join();
            }
            Eventually.holds("its end is seen", () -> online() == 0 && fleet.nodes().size() == 1);
        }
    }

    /// As when the node spoke just while the hub subscribed.
    @Test
    void hearsLaterWhatItMissed() {
        try (LinkLoop hub = hub();
                MqttLink node = node()) {
            node.publish(birth()).join();
            Eventually.holds("it is seen", () -> online() == 1);
            store.write(handle -> handle.execute("delete from node_status"));
            Eventually.holds("it is seen all the same", () -> online() == 1);
        }
    }

    @Test
    void forgetsANodeThatWasRemovedHereAndAtTheBroker() {
        try (LinkLoop hub = hub();
                MqttLink node = node()) {
            node.publish(birth()).join();
            Eventually.holds("it is seen", () -> online() == 1);
            assertThat(statuses.forget("press-3", false)).isTrue();
            assertThat(statuses.forget("press-3", false)).isFalse();
            assertThat(statuses.forget("press-4", false)).isFalse();
            node.publish(birth()).join();
            node.publish(birth()).join();
            Eventually.holds("the broker keeps nothing", this::brokerKeepsNothing);
            assertThat(fleet.nodes()).isEmpty();
        }
    }

    /// What is retained comes to a new subscription before what is said after it.
    private boolean brokerKeepsNothing() {
        String topic = TOPICS.status("press-3");
        try (MqttLink look = CONNECTOR.connect(broker.client("look-" + looks++))) {
            look.subscribe(topic, 1);
            look.publish(Publication.confirmed(topic, Payload.of("end"))).join();
            return hears(look).payload().equals(Payload.of("end"));
        }
    }

    private static Publication birth() {
        NodeStatus birth =
                new NodeStatus(
                        "press-3",
                        "00",
                        true,
                        7,
                        "0.1",
                        List.of(1),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of());
        return Publication.confirmed(TOPICS.status("press-3"), Payload.of(SyncCodec.encode(birth)))
                .retained();
    }

    private long online() {
        return fleet.nodes().stream().filter(FleetNode::online).count();
    }

    private LinkLoop hub() {
        return LinkLoop.start(
                "hub",
                () -> CONNECTOR.connect(broker.client("hub")),
                new LinkParts(List.of(statuses, commands)),
                failure -> {});
    }

    private MqttLink node() {
        return listening("press-3");
    }

    private MqttLink listening(String client) {
        MqttLink node = CONNECTOR.connect(broker.client(client));
        node.subscribe(TOPICS.commands("press-3"), 1);
        return node;
    }

    private static Delivery hears(MqttLink node) {
        Delivery heard = node.next(Duration.ofMinutes(1));
        assertThat(heard).isNotNull();
        heard.acknowledge();
        return heard;
    }

    private static void answer(MqttLink node, String name, String id, String code) {
        CommandResult result = new CommandResult(id, name, true, code, "It is done.");
        node.publish(
                        Publication.confirmed(
                                TOPICS.results(name), Payload.of(SyncCodec.encode(result))))
                .join();
    }
}
