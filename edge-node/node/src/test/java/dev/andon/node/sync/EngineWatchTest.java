package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Which changes of engines become facts.
class EngineWatchTest {
    private final List<Fact> told = new ArrayList<>();
    private final EngineWatch watch = new EngineWatch(told::add);

    private void look(String state, long ms) {
        watch.look(List.of(new EngineState("embeddings", state, state)), ms);
    }

    @Test
    void saysNothingOfAnEngineThatStartsAndWorks() {
        look("starting", 0);
        look("ok", 1000);
        look("ok", 100_000);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsThatAnEngineBrokeAndThatItCameBack() {
        look("ok", 0);
        look("failed", 1000);
        look("starting", 2000);
        look("ok", 60_000);
        assertThat(told)
                .containsExactly(
                        new HealthFact("engine/embeddings", "failed", "failed"),
                        new HealthFact("engine/embeddings", "ok", "ok"));
    }

    @Test
    void tellsThatAnEngineNeverCame() {
        look("starting", 0);
        look("failed", 10);
        assertThat(told).hasSize(1);
    }

    @Test
    void doesNotFillTheOutboxWithAnEngineThatFlutters() {
        for (int i = 0; i < 600; i++) {
            look(i % 2 == 0 ? "ok" : "failed", i * 100L);
        }
        assertThat(told.size()).isBetween(1, 3);
    }
}
