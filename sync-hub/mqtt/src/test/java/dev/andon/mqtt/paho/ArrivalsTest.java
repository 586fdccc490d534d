package dev.andon.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.Payload;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals();

    @Test
    void dropsAndCountsWhatMayBeLostBeyondItsBound() {
        for (int i = 0; i < Arrivals.FLEETING_MAX + 10; i++) {
            arrivals.add(delivery(0));
        }
        arrivals.add(delivery(1));

        assertThat(arrivals.dropped()).isEqualTo(10);
        for (int i = 0; i < Arrivals.FLEETING_MAX + 1; i++) {
            assertThat(arrivals.take(Duration.ZERO)).isNotNull();
        }
        assertThat(arrivals.take(Duration.ZERO)).isNull();
        arrivals.add(delivery(0));
        assertThat(arrivals.take(Duration.ZERO)).as("there is room again").isNotNull();
    }

    @Test
    void wakesWhoWaitsWhenSomethingComes() throws Exception {
        CompletableFuture<Delivery> waiting =
                CompletableFuture.supplyAsync(() -> arrivals.take(Duration.ofMinutes(1)));
        arrivals.add(delivery(1));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void wakesWhoWaitsWhenItEnds() {
        CompletableFuture<Delivery> waiting =
                CompletableFuture.supplyAsync(() -> arrivals.take(Duration.ofMinutes(1)));
        arrivals.end(new MqttFailure("lost", "gone"));
        assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
    }

    @Test
    void givesTheRestBeforeItSaysThatItEnded() {
        arrivals.add(delivery(1));
        arrivals.end(new MqttFailure("lost", "gone"));
        arrivals.end(new MqttFailure("closed", "later"));
        arrivals.add(delivery(1));

        assertThat(arrivals.take(Duration.ZERO)).isNotNull();
        assertThatThrownBy(() -> arrivals.take(Duration.ZERO))
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
    }

    @Test
    void staysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(arrivals.take(Duration.ofMinutes(1))).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Delivery delivery(int qos) {
        return new Delivery("a/b", Payload.EMPTY, qos, false, null, null, null, Map.of(), () -> {});
    }
}
