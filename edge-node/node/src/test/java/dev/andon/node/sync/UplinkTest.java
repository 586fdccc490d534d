package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the uplink makes of a hub and a broker that behave and misbehave.
class UplinkTest {
    private final MemoryBroker broker = new MemoryBroker();
    private final MemoryOutbox outbox = new MemoryOutbox(7);

    @Test
    void sendsWhatWaitsAndRemovesItOnTheHubsWord() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.append(1200);
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(1200);
            assertThat(talk.removedEarly()).isEmpty();
        }
    }

    @Test
    void tellsABatchApartByItsProperties() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.append(3);
            talk.drained();
            Publication greeting = batches().getFirst();
            assertThat(greeting.qos()).isEqualTo(1);
            assertThat(greeting.contentType()).isEqualTo("application/json+gzip");
            assertThat(greeting.properties())
                    .isEqualTo(Map.of("epoch", outbox.epoch(), "first", "0", "last", "0"));
            assertThat(batches().getLast().properties()).containsEntry("last", "3");
        }
    }

    @Test
    void knowsTheHubsClockBeforeItSendsTheFirstEvent() {
        ScriptedHub hub = Talk.hub(broker);
        hub.clockOffsetMs = 420_000;
        try (Talk talk = new Talk(broker, Talk.BROKER, outbox, hub, Talk.FAST)) {
            talk.append(1);
            talk.drained();
            int first = hub.sizes.indexOf(hub.sizes.stream().filter(n -> n > 0).findFirst().get());
            assertThat(hub.heads.get(first).clock()).isNotNull();
            assertThat(hub.heads.get(first).clock().hubOffsetMs()).isBetween(418_000L, 422_000L);
        }
    }

    @Test
    void keepsEverythingWhileTheBrokerTakesAllAndTheHubHearsNothing() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.deaf = true;
            talk.append(50);
            int before = batches().size();
            Awaiting.await("it is greeted again", () -> batches().size() > before + 3);
            assertThat(outbox.state().rows()).isEqualTo(50);
            talk.hub.deaf = false;
            talk.drained();
        }
    }

    @Test
    void asksAgainWhenTheHubCommitsButItsWordIsLost() {
        try (Talk talk = Talk.over(broker, outbox)) {
            AtomicInteger lost = new AtomicInteger(5);
            talk.hub.onItsWay = ack -> lost.getAndDecrement() > 0 ? List.of() : List.of(ack);
            talk.append(2000);
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(2000);
            assertThat(talk.removedEarly()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesNothingWhateverBecomesOfTheHubsWords(long seed) {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.onItsWay = ScriptedHub.mischief(seed);
            for (int i = 0; i < 40; i++) {
                talk.append(100);
            }
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(4000);
            assertThat(talk.removedEarly()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void losesNothingWhenTheBrokerLosesWhatItConfirmed(long seed) {
        Random random = new Random(seed);
        try (Talk talk = Talk.over(broker, outbox)) {
            broker.losing = p -> random.nextDouble() < 0.2;
            talk.append(6000);
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(6000);
            assertThat(talk.removedEarly()).isEmpty();
        }
    }

    @Test
    void goesOnWhereItWasWhenTheConnectionIsCut() {
        try (Talk talk = Talk.over(broker, outbox)) {
            for (int cut = 0; cut < 5; cut++) {
                talk.append(300);
                Awaiting.await("there is a connection", () -> broker.knows(Talk.NODE));
                broker.cut(Talk.NODE);
            }
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(1500);
            assertThat(talk.failures).isNotEmpty();
        }
    }

    @Test
    void keepsWhatTheHubRefusesAsADeadLetterAndGoesOn() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.poison.put("question 13", "invalid-fact");
            talk.append(50);
            talk.drained();
            assertThat(outbox.deadLetters()).isEqualTo(Map.of(14L, "invalid-fact"));
            assertThat(talk.hub.events(outbox.epoch())).hasSize(49);
        }
    }

    @Test
    void pausesWhenTheHubAsksForIt() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.pauseMs = 700;
            talk.append(1);
            talk.drained();
            long begun = System.nanoTime();
            talk.append(1);
            talk.drained();
            assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThan(400);
        }
    }

    @Test
    void tellsWhatWasGivenUpEvenWithoutAnEvent() {
        outbox.write(Talk.fact(1));
        outbox.write(Talk.fact(2));
        outbox.write(Talk.fact(3));
        outbox.drop(1, 3);
        try (Talk talk = Talk.over(broker, outbox)) {
            Awaiting.await("the hub knows", () -> talk.hub.mark(outbox.epoch()) == 3);
            Awaiting.await("it is no longer told", () -> outbox.gone().isEmpty());
            talk.append(2);
            talk.drained();
            assertThat(talk.hub.mark(outbox.epoch())).isEqualTo(5);
            assertThat(talk.hub.epochs()).hasSize(1);
        }
    }

    @Test
    void halvesWhatTheBrokerFindsTooLarge() {
        broker.refusal =
                p ->
                        p.payload().length() > 3000
                                ? new MqttFailure("too-large", "At most 3,000.")
                                : null;
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.append(2000);
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(2000);
            assertThat(outbox.deadLetters()).isEmpty();
        }
    }

    @Test
    void keepsAnEventThatFitsIntoNoMessageAndGoesOn() {
        outbox.write(Talk.fact(1));
        outbox.write(Talk.ofSize(2, noise(60_000)));
        outbox.write(Talk.fact(3));
        broker.refusal =
                p ->
                        p.payload().length() > 20_000
                                ? new MqttFailure("too-large", "At most 20,000.")
                                : null;
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.drained();
            Awaiting.await("the hub knows", () -> talk.hub.mark(outbox.epoch()) == 3);
            assertThat(outbox.deadLetters()).isEqualTo(Map.of(2L, "too-large"));
            assertThat(talk.hub.gone(outbox.epoch()))
                    .containsExactly(new Gone(2, 2, "health", "too-large"));
        }
    }

    @Test
    void noticesThatItsOutboxIsARestoredCopy() {
        MemoryOutbox backup;
        ScriptedHub hub = Talk.hub(broker);
        try (Talk talk = new Talk(broker, Talk.BROKER, outbox, hub, Talk.FAST)) {
            talk.append(10);
            talk.drained();
            backup = outbox.copy();
            talk.append(10);
            talk.drained();
            talk.stop();
            Talk restored = restored(backup, hub, 15);
            try (restored) {
                restored.drained();
                assertThat(hub.epochs()).hasSize(2);
                assertThat(backup.epoch()).isNotEqualTo(outbox.epoch());
                List<String> questions = List.copyOf(hub.events(backup.epoch()).values());
                assertThat(questions).hasSize(16);
                assertThat(questions.getLast()).contains("\"subject\":\"outbox\"");
                assertThat(hub.contested()).isZero();
                assertThat(restored.removedEarly()).isEmpty();
            }
        }
    }

    /// It writes more offline than the original had sent: its numbers pass the hub's mark.
    private Talk restored(MemoryOutbox backup, ScriptedHub hub, int more) {
        for (int i = 0; i < more; i++) {
            backup.write(Talk.fact(1000 + i));
        }
        return new Talk(broker, Talk.BROKER, backup, hub, Talk.FAST);
    }

    @Test
    void beginsANewOutboxWhenTheHubHasOtherEventsUnderItsNumbers() {
        outbox.write(Talk.fact(1));
        outbox.write(Talk.fact(2));
        ScriptedHub hub = Talk.hub(broker);
        sendAsTheOriginal(new Event(2, 0, "boot-0", 0, Talk.fact(99)));
        Awaiting.await("the hub has it", () -> hub.events(outbox.epoch()).size() == 1);
        // It believes that it has sent the second, too.
        outbox.sending(2);
        String before = outbox.epoch();
        try (Talk twin = new Talk(broker, Talk.BROKER, outbox, hub, Talk.FAST)) {
            twin.drained();
            assertThat(hub.contested()).isPositive();
            assertThat(outbox.epoch()).isNotEqualTo(before);
            assertThat(hub.events(outbox.epoch()).values())
                    .anyMatch(json -> json.contains("question 1"))
                    .anyMatch(json -> json.contains("question 2"));
            assertThat(outbox.deadLetters()).isEmpty();
        }
    }

    private void sendAsTheOriginal(Event event) {
        Head head = new Head(Talk.NODE, outbox.epoch(), List.of(), null);
        byte[] batch = EventCodec.pack(head, List.of(EventCodec.text(event)));
        broker.route(
                Publication.confirmed(new Topics(Talk.SITE).events(Talk.NODE), Payload.of(batch)));
    }

    @Test
    void tellsTheHubWhatItCannotSendAgainWhenTheHubLostIt() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.append(20);
            talk.drained();
            talk.hub.forget(outbox.epoch(), 5);
            talk.append(10);
            talk.drained();
            assertThat(talk.hub.mark(outbox.epoch())).isEqualTo(30);
            assertThat(talk.hub.gone(outbox.epoch()))
                    .containsExactly(new Gone(6, 20, "unknown", "not-kept"));
        }
    }

    @Test
    void sendsNothingToAHubThatSpeaksAnotherVersion() {
        ScriptedHub hub = Talk.hub(broker);
        hub.protocols = List.of(2, 3);
        hub.say(true);
        try (Talk talk = new Talk(broker, Talk.BROKER, outbox, hub, Talk.FAST)) {
            talk.append(5);
            Awaiting.await("it is told", () -> talk.presence.foreign());
            hub.protocols = List.of(1, 2);
            assertThat(batches()).isEmpty();
            hub.say(true);
            talk.drained();
        }
    }

    @Test
    void endsALinkThatMakesNoProgress() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.deaf = true;
            talk.append(5);
            Awaiting.await(
                    "the watchdog ends the link",
                    () -> talk.failures.stream().anyMatch(f -> f.code().equals("lost")));
            talk.hub.deaf = false;
            talk.drained();
        }
    }

    @Test
    void passesOverWordsThatMeanNothing() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.append(5);
            talk.drained();
            String topic = new Topics(Talk.SITE).ack(Talk.NODE);
            List.of("", "{", "[]", "{\"epoch\":1}", "x".repeat(200_000))
                    .forEach(text -> broker.route(Publication.fleeting(topic, Payload.of(text))));
            talk.append(5);
            talk.drained();
            assertThat(talk.failures).isEmpty();
        }
    }

    @Test
    void keepsTheWindowAndTheMessagesWithinTheirBounds() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.mute = true;
            for (int i = 0; i < 3000; i++) {
                outbox.write(Talk.ofSize(i, noise(2_000)));
            }
            talk.hub.mute = false;
            talk.drained();
            assertThat(batches()).allMatch(p -> p.payload().length() <= Protocol.MESSAGE_BYTES_MAX);
            assertThat(talk.hub.sizes).allMatch(size -> size <= Protocol.EVENTS_MAX);
        }
    }

    @Test
    void ignoresAnAcknowledgementOfAnotherOutbox() {
        try (Talk talk = Talk.over(broker, outbox)) {
            talk.hub.onItsWay =
                    ack -> List.of(new Ack("00", 99, List.of(), List.of(), 0, ack.hubTime()), ack);
            talk.append(5);
            talk.drained();
            assertThat(talk.hub.epochs()).hasSize(1);
        }
    }

    private List<Publication> batches() {
        return broker.taken(new Topics(Talk.SITE).events(Talk.NODE));
    }

    static String noise(int chars) {
        Random random = new Random(chars);
        return IntStream.range(0, chars)
                .mapToObj(_ -> Character.toString((char) (33 + random.nextInt(58))))
                .collect(Collectors.joining());
    }
}
