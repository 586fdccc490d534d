package dev.andon.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.EdgeNode;
import dev.andon.node.bench.RetrievalBenchmark.Sizes;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The whole benchmark on small sizes: what it tells, not how fast the machine is.
class RetrievalBenchmarkTest {
    private static final Sizes SMALL = new Sizes(400, 1_000, 2_000, 200, 12, 3, 3);
    private static final Map<String, Double> FIGURES = new HashMap<>();
    private static final List<String> TOLD = new ArrayList<>();

    @TempDir static Path folder;

    @BeforeAll
    static void measure() {
        NodeHome home = new NodeHome(folder).create();
        try (EdgeNode node = EdgeNode.open(home, DeviceConfig.of(home))) {
            new RetrievalBenchmark(SMALL)
                    .measure(
                            node,
                            home,
                            figure ->
                                    assertThat(FIGURES.put(figure.name(), figure.value())).isNull(),
                            TOLD::add);
        }
    }

    @Test
    void tellsEveryFigureOfItsOwn() {
        assertThat(FIGURES)
                .containsKeys(
                        "retrieval.scan_10k_ms",
                        "retrieval.scan_100k_ms",
                        "retrieval.scan_1m_ms",
                        "retrieval.floor_1m_ms",
                        "retrieval.scan_1m_over_floor",
                        "retrieval.recall_at_10_1m",
                        "retrieval.open_1m_ms",
                        "retrieval.bytes_a_passage",
                        "retrieval.keyword_ms_100k",
                        "retrieval.embed_passages_per_s",
                        "retrieval.index_1000_pages_s");
        assertThat(FIGURES.values()).allSatisfy(value -> assertThat(value).isNotNegative());
    }

    @Test
    void findsWhatAnExactSearchFinds() {
        assertThat(FIGURES.get("retrieval.recall_at_10_1m")).isEqualTo(1);
    }

    @Test
    void countsTheVectorAndTheTextOfAPassage() {
        assertThat(FIGURES.get("retrieval.bytes_a_passage")).isBetween(1_536.0 + 500, 10_000.0);
    }

    @Test
    void measuresOtherSearchesOrSaysThatItCannot() {
        for (String other : List.of("sqlite_vec", "faiss_flat")) {
            boolean measured = FIGURES.containsKey("retrieval." + other + "_100k_ms");
            assertThat(FIGURES.containsKey("retrieval." + other + "_over_scan_100k"))
                    .isEqualTo(measured);
            boolean named =
                    TOLD.stream()
                            .anyMatch(
                                    line ->
                                            line.startsWith("not measured: ")
                                                    && line.replaceAll("[-_ ]", "")
                                                            .toLowerCase(java.util.Locale.ROOT)
                                                            .contains(other.substring(0, 5)));
            assertThat(measured || named).as(TOLD.toString()).isTrue();
        }
    }

    @Test
    void leavesNothingBehind() {
        assertThat(folder.resolve("run/bench-retrieval")).doesNotExist();
    }
}
