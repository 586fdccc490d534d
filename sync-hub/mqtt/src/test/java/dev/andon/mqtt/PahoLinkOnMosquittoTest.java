package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Skipped where Debian's package `mosquitto` is not installed; `.ci/run` installs it.
@EnabledIf("dev.andon.mqtt.testing.MosquittoProcess#installed")
class PahoLinkOnMosquittoTest extends MqttLinkContract {
    @Override
    TestBroker start(TestBroker.Options options) {
        return MosquittoProcess.start(options);
    }

    @Override
    MqttConnector connector() {
        return new PahoConnector();
    }

    @Test
    void keepsTheOrder() throws Exception {
        MqttLink receiver = hearing(topic(), 1);
        MqttLink sender = link(client());
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            sent.add(sender.publish(confirmed(String.valueOf(i))));
        }
        assertThat(texts(receiver, 500)).containsExactlyElementsOf(numbers(500));
        for (CompletableFuture<Void> each : sent) {
            done(each);
        }
    }

    @Test
    void refusesWhatIsTooLargeForTheBroker(@TempDir Path folder) throws Exception {
        try (TestBroker small =
                MosquittoProcess.start(
                        TestBroker.Options.open(folder), List.of("max_packet_size 20000"))) {
            MqttLink sender = link(client(small.url(), "sender"));

            assertThatThrownBy(
                            () ->
                                    sender.publish(
                                            Publication.confirmed(
                                                    topic(), Payload.of(new byte[20_000]))))
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("too-large"));
            done(sender.publish(Publication.confirmed(topic(), Payload.of(new byte[19_000]))));
        }
    }

    /// A limit that the broker does not tell: it shows in the answer alone, and the link stands.
    @Test
    void tellsWhatTheBrokerAnswersToBeTooLargeFromWhatItForbids(@TempDir Path folder)
            throws Exception {
        try (TestBroker small =
                MosquittoProcess.start(
                        TestBroker.Options.open(folder), List.of("message_size_limit 20000"))) {
            MqttLink sender = link(client(small.url(), "sender"));

            assertThatThrownBy(
                            () ->
                                    done(
                                            sender.publish(
                                                    Publication.confirmed(
                                                            topic(),
                                                            Payload.of(new byte[20_001])))))
                    .hasCauseInstanceOf(MqttFailure.class)
                    .satisfies(
                            e ->
                                    assertThat(((MqttFailure) e.getCause()).code())
                                            .isEqualTo("too-large"));
            done(sender.publish(Publication.confirmed(topic(), Payload.of(new byte[20_000]))));
            assertThat(sender.connected()).isTrue();
        }
    }
}
