package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class MessagesTest {
    @Test
    void copiesThePayloadInAndOut() {
        byte[] bytes = {1, 2, 3};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.bytes()[1] = 9;

        assertThat(payload.bytes()).containsExactly(1, 2, 3);
        assertThat(payload)
                .isEqualTo(Payload.of(new byte[] {1, 2, 3}))
                .hasToString("Payload[3 bytes]");
        assertThat(payload.hashCode()).isEqualTo(Payload.of(new byte[] {1, 2, 3}).hashCode());
        assertThat(payload).isNotEqualTo(Payload.EMPTY);
    }

    @Test
    void changesOnePropertyOfAPublicationAtATime() {
        Publication full =
                Publication.confirmed("a", Payload.of("x"))
                        .retained()
                        .of("application/json")
                        .answeredAt("b", Payload.of("id"))
                        .expiring(30)
                        .with(Map.of("k", "v"));
        assertThat(full)
                .isEqualTo(
                        new Publication(
                                "a",
                                Payload.of("x"),
                                1,
                                true,
                                "application/json",
                                "b",
                                Payload.of("id"),
                                30L,
                                Map.of("k", "v")));
        assertThat(Publication.fleeting("a", Payload.EMPTY).qos()).isZero();
    }

    @Test
    void knowsNoQualityOfServiceBeyondOne() {
        assertThatThrownBy(
                        () ->
                                new Publication(
                                        "a",
                                        Payload.EMPTY,
                                        2,
                                        false,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowThePassword() {
        MqttSettings settings =
                MqttSettings.of(URI.create("ssl://hub:8883"), "edge-1").as("edge-1", "secret");
        assertThat(settings.toString()).contains("edge-1").doesNotContain("secret");
        assertThat(settings.password()).isEqualTo("secret");
    }
}
