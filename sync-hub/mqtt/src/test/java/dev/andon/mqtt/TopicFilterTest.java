package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples are those of MQTT 5, section 4.7, and our own topics.
class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1, true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
        "sport/tennis/player1/#, sport/tennis/player2, false",
        "sport/#, sport, true",
        "#, a/b/c, true",
        "#, $SYS/broker, false",
        "+/broker, $SYS/broker, false",
        "$SYS/#, $SYS/broker, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "a/b, a/B, false",
        "a/b, a/b/c, false",
        "a/b/c, a/b, false",
        "andon/v1/s/node/+/events, andon/v1/s/node/edge-1/events, true",
        "$share/ingest/andon/v1/s/node/+/events, andon/v1/s/node/edge-1/events, true",
        "$share/ingest/andon/v1/s/node/+/events, andon/v1/s/node/edge-1/ack, false",
        "andon/v1/s/library/+/+/manifest/+, andon/v1/s/library/manual/px/manifest/3, true",
    })
    void matchesAsTheStandardSays(String filter, String topic, boolean matches) {
        assertThat(LinkPart.Subscription.passing(filter, 1).matches(topic)).isEqualTo(matches);
    }
}
