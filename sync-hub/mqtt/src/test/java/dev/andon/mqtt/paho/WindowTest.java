package dev.andon.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.mqtt.MqttFailure;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class WindowTest {
    private final Window window = new Window();

    @Test
    void letsOneInForEachThatLeaves() throws Exception {
        window.open(1);
        CompletableFuture<Void> first = window.enter(() -> true);
        CompletableFuture<CompletableFuture<Void>> second =
                CompletableFuture.supplyAsync(() -> window.enter(() -> true));

        window.leave(first);
        window.leave(first);

        assertThat(second.get(30, TimeUnit.SECONDS)).isNotDone();
        assertThatThrownBy(() -> window.enter(() -> false))
                .as("it is full again")
                .isInstanceOf(MqttFailure.class);
    }

    @Test
    void failsAllThatIsUnderWayAndAllThatWaitsAtTheEnd() {
        window.open(1);
        CompletableFuture<Void> first = window.enter(() -> true);
        CompletableFuture<CompletableFuture<Void>> waiting =
                CompletableFuture.supplyAsync(() -> window.enter(() -> true));

        window.end(new MqttFailure("lost", "gone"));

        assertThat(first).isCompletedExceptionally();
        assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(MqttFailure.class);
        assertThatThrownBy(() -> window.enter(() -> true)).isInstanceOf(MqttFailure.class);
    }

    @Test
    void noticesWithoutBeingToldThatTheConnectionIsGone() {
        assertThatThrownBy(() -> window.enter(() -> false))
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
    }

    @Test
    void staysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> window.enter(() -> true))
                .isInstanceOfSatisfying(
                        MqttFailure.class, e -> assertThat(e.code()).isEqualTo("closed"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
