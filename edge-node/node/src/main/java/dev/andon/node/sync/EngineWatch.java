package dev.andon.node.sync;

import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.fact.HealthFact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes facts of engines that break and come back. For one thread.
final class EngineWatch {
    /// Between two facts of one engine: one that flutters does not fill the outbox.
    static final long QUIET_MS = 30_000;

    private final FactLog facts;
    private final Map<String, Told> told = new HashMap<>();

    private record Told(boolean well, long ms) {}

    EngineWatch(FactLog facts) {
        this.facts = facts;
    }

    /// @param nowMs milliseconds that never go back
    void look(List<EngineState> engines, long nowMs) {
        engines.stream()
                .filter(engine -> !engine.state().equals("starting"))
                .forEach(engine -> look(engine, nowMs));
    }

    private void look(EngineState engine, long nowMs) {
        boolean well = engine.state().equals("ok");
        Told before = told.get(engine.engine());
        if (before == null && well) {
            told.put(engine.engine(), new Told(true, nowMs - QUIET_MS));
        } else if (before == null || before.well() != well && nowMs - before.ms() >= QUIET_MS) {
            facts.write(
                    new HealthFact("engine/" + engine.engine(), engine.state(), engine.detail()));
            told.put(engine.engine(), new Told(well, nowMs));
        }
    }
}
