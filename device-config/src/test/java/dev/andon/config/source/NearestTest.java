package dev.andon.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "port, port, 0",
        "prot, port, 1",
        "PORT, port, 0",
        "port, '', 4",
        "kitten, sitting, 3",
        "certifcate, certificate, 1"
    })
    void countsTheChangedLetters(String written, String meant, int distance) {
        assertThat(Nearest.distance(written, meant)).isEqualTo(distance);
        assertThat(Nearest.distance(meant, written)).isEqualTo(distance);
    }

    @Test
    void findsTheNearest() {
        assertThat(Nearest.of("machin", List.of("line", "machine"))).contains("machine");
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }

    @Test
    void findsAKeyThatStandsInAnotherSection() {
        assertThat(Nearest.ofPath("node.port", List.of("node.site", "web.port")))
                .contains("web.port");
    }
}
