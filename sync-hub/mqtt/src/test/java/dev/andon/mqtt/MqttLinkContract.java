package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.mqtt.MqttSettings.Will;
import dev.andon.mqtt.testing.ChaosProxy;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.TestBroker;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// What a link does at any broker that may stand in a plant.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MqttLinkContract {
    /// For something that must come.
    static final Duration SOON = Duration.ofSeconds(30);

    /// For something that must not come.
    private static final Duration QUIET = Duration.ofMillis(700);

    private static final String FORBIDDEN = "andon/v1/forbidden/";

    private TestBroker broker;
    private final List<MqttLink> links = new ArrayList<>();
    private String topic = "";

    abstract TestBroker start(TestBroker.Options options);

    abstract MqttConnector connector();

    @BeforeAll
    void startsTheBroker(@TempDir Path folder) {
        broker = start(TestBroker.Options.open(folder).forbidding(FORBIDDEN));
    }

    @AfterAll
    void endsTheBroker() {
        broker.close();
    }

    @BeforeEach
    void takesATopicOfItsOwn() {
        topic = "andon/v1/s/" + UUID.randomUUID();
    }

    @AfterEach
    void closesWhatIsOpen() {
        links.forEach(MqttLink::close);
        links.clear();
    }

    @Test
    void carriesAMessageWithAllThatBelongsToIt() throws Exception {
        MqttLink receiver = hearing(topic(), 1);
        Publication sent =
                Publication.confirmed(topic(), Payload.of("grüße"))
                        .of("application/json")
                        .answeredAt("andon/v1/s/answers", Payload.of(new byte[] {0, 1, -1}))
                        .expiring(60)
                        .with(Map.of("epoch", "00ff", "name", "Wärme"));

        done(link(client()).publish(sent));

        Delivery came = next(receiver);
        assertThat(came.topic()).isEqualTo(topic());
        assertThat(came.payload()).isEqualTo(sent.payload());
        assertThat(came.qos()).isEqualTo(1);
        assertThat(came.retained()).isFalse();
        assertThat(came.contentType()).isEqualTo("application/json");
        assertThat(came.responseTopic()).isEqualTo("andon/v1/s/answers");
        assertThat(came.correlation()).isEqualTo(Payload.of(new byte[] {0, 1, -1}));
        assertThat(came.properties()).isEqualTo(sent.properties());
    }

    @Test
    void carriesEmptyAndLargePayloads() throws Exception {
        MqttLink receiver = hearing(topic(), 1);
        MqttLink sender = link(client());
        byte[] large = new byte[128 * 1024];
        large[large.length - 1] = 7;

        done(sender.publish(Publication.confirmed(topic(), Payload.EMPTY)));
        done(sender.publish(Publication.confirmed(topic(), Payload.of(large))));

        assertThat(next(receiver).payload().length()).isZero();
        assertThat(next(receiver).payload()).isEqualTo(Payload.of(large));
    }

    /// The order is the broker's affair: Artemis 2.55 changes it, Mosquitto does not.
    @Test
    void losesAndDoublesNothingOfMuchMoreThanFitsAWindow() throws Exception {
        MqttLink receiver = hearing(topic(), 1);
        MqttLink sender = link(client());
        for (int i = 0; i < 1000; i++) {
            sender.publish(confirmed(String.valueOf(i)));
        }
        assertThat(texts(receiver, 1000)).containsExactlyInAnyOrderElementsOf(numbers(1000));
    }

    @Test
    void waitsWhileTheWindowIsFullAndThenGoesOn() throws Exception {
        try (ChaosProxy proxy = proxy()) {
            MqttLink sender = link(client(proxy.url(), UUID.randomUUID().toString()));
            proxy.hold();
            List<CompletableFuture<Void>> sent = new ArrayList<>();
            Thread thread =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 40; i++) {
                                            sent.add(sender.publish(confirmed("x")));
                                        }
                                    });
            assertThat(thread.join(QUIET)).isFalse();
            assertThat(sent.size()).isBetween(1, 32);

            proxy.release();

            assertThat(thread.join(SOON)).isTrue();
            for (CompletableFuture<Void> each : sent) {
                done(each);
            }
        }
    }

    @Test
    void givesWhatWasNotAcknowledgedToTheNextConnectionOfTheClient() throws Exception {
        String id = UUID.randomUUID().toString();
        MqttLink first = link(client(broker.url(), id));
        first.subscribe(topic(), 1);
        MqttLink sender = link(client());
        for (int i = 0; i < 4; i++) {
            done(sender.publish(confirmed(String.valueOf(i))));
        }
        next(first).acknowledge();
        next(first).acknowledge();
        next(first);
        first.close();

        MqttLink second = link(client(broker.url(), id));

        assertThat(texts(second, 2)).containsExactly("2", "3");
        assertThat(second.next(QUIET)).isNull();
    }

    @Test
    void givesWhatCameWhileTheClientWasAway() throws Exception {
        String id = UUID.randomUUID().toString();
        MqttLink first = link(client(broker.url(), id));
        first.subscribe(topic(), 1);
        first.close();
        done(link(client()).publish(confirmed("while away")));

        assertThat(texts(link(client(broker.url(), id)), 1)).containsExactly("while away");
    }

    @Test
    void hasNoMoreUnacknowledgedThanItSaid() throws Exception {
        MqttSettings usual = client();
        MqttLink receiver = link(receiving(usual, 8));
        receiver.subscribe(topic(), 1);
        MqttLink sender = link(client());
        for (int i = 0; i < 100; i++) {
            done(sender.publish(confirmed(String.valueOf(i))));
        }
        List<Delivery> held = new ArrayList<>();
        for (Delivery each = receiver.next(SOON); each != null; each = receiver.next(QUIET)) {
            held.add(each);
        }
        assertThat(held).hasSize(8);

        held.forEach(Delivery::acknowledge);

        assertThat(texts(receiver, 92)).hasSize(92);
    }

    @Test
    void leavesItsWillAfterAnAbruptDeath() {
        MqttLink receiver = hearing(topic(), 1);
        try (ChaosProxy proxy = proxy()) {
            Publication death = confirmed("gone").retained().with(Map.of("epoch", "7"));
            link(
                    client(proxy.url(), UUID.randomUUID().toString())
                            .leaving(new Will(death, Duration.ofSeconds(1))));
            proxy.cut();
        }
        Delivery came = next(receiver);
        assertThat(came.payload()).isEqualTo(Payload.of("gone"));
        assertThat(came.properties()).containsEntry("epoch", "7");
        Delivery kept = next(hearing(topic(), 1));
        assertThat(kept.retained()).isTrue();
    }

    @Test
    void leavesNoWillAtAProperEnd() {
        MqttLink receiver = hearing(topic(), 1);
        link(client().leaving(new Will(confirmed("gone"), Duration.ZERO))).close();

        assertThat(receiver.next(QUIET)).isNull();
    }

    @Test
    void givesWhatIsRetainedToThoseWhoComeLaterUntilItIsCleared() throws Exception {
        MqttLink sender = link(client());
        done(sender.publish(confirmed("kept").retained()));

        Delivery came = next(hearing(topic(), 1));

        assertThat(came.retained()).isTrue();
        assertThat(came.payload()).isEqualTo(Payload.of("kept"));
        done(sender.publish(Publication.confirmed(topic(), Payload.EMPTY).retained()));
        assertThat(hearing(topic(), 1).next(QUIET)).isNull();
    }

    @Test
    void sharesASubscriptionAmongWorkers() throws Exception {
        String shared = "$share/workers/" + topic() + "/+";
        MqttLink one = hearing(shared, 1);
        MqttLink other = hearing(shared, 1);
        MqttLink sender = link(client());
        for (int i = 0; i < 60; i++) {
            done(sender.publish(Publication.confirmed(topic() + "/" + i, Payload.EMPTY)));
        }
        Set<String> ones = new HashSet<>();
        Set<String> others = new HashSet<>();
        long end = System.nanoTime() + SOON.toNanos();
        while (ones.size() + others.size() < 60 && System.nanoTime() < end) {
            take(one, ones);
            take(other, others);
        }
        assertThat(ones).hasSizeBetween(5, 55).doesNotContainAnyElementsOf(others);
        assertThat(ones.size() + others.size()).isEqualTo(60);
    }

    @Test
    void failsAPublicationThatTheBrokerDenies() throws Exception {
        MqttLink sender = link(client());
        CompletableFuture<Void> denied =
                sender.publish(Publication.confirmed(FORBIDDEN + "x", Payload.of("x")));

        assertThatThrownBy(() -> done(denied))
                .cause()
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("refused"));
        done(sender.publish(confirmed("goes on")));
    }

    @Test
    void failsWhatTheBrokerMayHaveTakenWhenTheLinkIsCut() {
        try (ChaosProxy proxy = proxy()) {
            MqttLink receiver = hearing(topic(), 1);
            MqttLink sender = link(client(proxy.url(), UUID.randomUUID().toString()));
            proxy.hold();
            CompletableFuture<Void> unsure = sender.publish(confirmed("unsure"));
            assertThat(next(receiver).payload()).isEqualTo(Payload.of("unsure"));
            proxy.cut();

            assertThatThrownBy(() -> done(unsure))
                    .cause()
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
            assertThatThrownBy(() -> sender.publish(confirmed("more")))
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
        }
    }

    @Test
    void givesWhatCameBeforeItSaysThatItIsLost() throws Exception {
        try (ChaosProxy proxy = proxy()) {
            MqttLink receiver = link(client(proxy.url(), UUID.randomUUID().toString()));
            receiver.subscribe(topic(), 1);
            MqttLink sender = link(client());
            for (int i = 0; i < 3; i++) {
                done(sender.publish(confirmed(String.valueOf(i))));
            }
            assertThat(text(next(receiver))).isEqualTo("0");
            CompletableFuture<Void> passed = sender.publish(confirmed("last"));
            done(passed);
            Delivery second = next(receiver);
            proxy.cut();

            List<String> rest = new ArrayList<>();
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    rest.add(text(next(receiver)));
                                }
                            })
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
            assertThat(text(second)).isEqualTo("1");
            assertThat(List.of("2", "last")).containsAll(rest);
            assertThat(receiver.connected()).isFalse();
            second.acknowledge();
        }
    }

    @Test
    void throwsAwayOfAFloodOnlyWhatMayBeLost() throws Exception {
        MqttLink receiver = hearing(topic() + "/flood", 0);
        receiver.subscribe(topic(), 1);
        MqttLink sender = link(client());
        long end = System.nanoTime() + SOON.toNanos();
        while (receiver.dropped() == 0 && System.nanoTime() < end) {
            sender.publish(Publication.fleeting(topic() + "/flood", Payload.of("block")));
        }
        assertThat(receiver.dropped()).isPositive();
        done(sender.publish(confirmed("kept")));

        Delivery each = next(receiver);
        while (each.qos() == 0) {
            each = next(receiver);
        }
        assertThat(text(each)).isEqualTo("kept");
    }

    @Test
    void endsWhenAnotherConnectionTakesItsName() {
        String id = UUID.randomUUID().toString();
        MqttLink first = link(client(broker.url(), id));
        link(client(broker.url(), id));

        assertThatThrownBy(() -> first.next(SOON))
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
    }

    @Test
    void closesInTimeAlthoughTheBrokerIsSilent() {
        try (ChaosProxy proxy = proxy()) {
            MqttLink link = link(client(proxy.url(), UUID.randomUUID().toString()));
            proxy.hold();
            link.publish(confirmed("x"));
            long begin = System.nanoTime();

            link.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(10));
            assertThatThrownBy(() -> link.publish(confirmed("y")))
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("closed"));
        }
    }

    @Test
    void closesProperlyOnAnInterruptedThread() throws Exception {
        MqttLink receiver = hearing(topic(), 1);
        MqttLink leaving = link(client().leaving(new Will(confirmed("gone"), Duration.ZERO)));
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    assertThat(leaving.next(SOON)).isNull();
                                    leaving.close();
                                });
        assertThat(thread.join(SOON)).isTrue();

        assertThat(receiver.next(QUIET)).isNull();
    }

    @Test
    void sendsEachTopicInFull() throws Exception {
        try (ChaosProxy proxy = proxy().capturing()) {
            MqttLink sender = link(client(proxy.url(), UUID.randomUUID().toString()));
            for (int i = 0; i < 3; i++) {
                done(sender.publish(confirmed("x")));
            }
            assertThat(proxy.publications())
                    .extracting(Publication::topic)
                    .containsExactly(topic(), topic(), topic());
        }
    }

    // --- what the tests say in a word

    String topic() {
        return topic;
    }

    TestBroker broker() {
        return broker;
    }

    MqttSettings client() {
        return client(broker.url(), UUID.randomUUID().toString());
    }

    MqttSettings client(URI url, String id) {
        return MqttSettings.of(url, id);
    }

    static MqttSettings receiving(MqttSettings usual, int most) {
        return new MqttSettings(
                usual.broker(),
                usual.clientId(),
                usual.userName(),
                usual.password(),
                usual.tls(),
                usual.sessionExpiry(),
                usual.window(),
                most,
                usual.keepAlive(),
                usual.connectMax(),
                usual.will());
    }

    ChaosProxy proxy() {
        return ChaosProxy.before(broker.url(), Mischief.none());
    }

    MqttLink link(MqttSettings settings) {
        MqttLink link = connector().connect(settings);
        links.add(link);
        return link;
    }

    MqttLink hearing(String filter, int qos) {
        MqttLink link = link(client());
        link.subscribe(filter, qos);
        return link;
    }

    Publication confirmed(String text) {
        return Publication.confirmed(topic(), Payload.of(text));
    }

    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    static Delivery next(MqttLink link) {
        Delivery next = link.next(SOON);
        assertThat(next).isNotNull();
        return next;
    }

    static void done(CompletableFuture<Void> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        future.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    static String text(Delivery delivery) {
        return new String(delivery.payload().bytes());
    }

    static List<String> texts(MqttLink link, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Delivery next = next(link);
            texts.add(text(next));
            next.acknowledge();
        }
        return texts;
    }

    private static void take(MqttLink link, Set<String> topics) {
        @Nullable Delivery next = link.next(Duration.ofMillis(20));
        if (next != null) {
            topics.add(next.topic());
            next.acknowledge();
        }
    }
}
