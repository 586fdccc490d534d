package dev.andon.node.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs without a disk.
final class MemoryRuns implements RunStore {
    private final Map<String, ProcedureRun> open = new HashMap<>();

    @Override
    public synchronized Optional<ProcedureRun> open(String machine) {
        return Optional.ofNullable(open.get(machine));
    }

    @Override
    public synchronized Outcome change(String machine, Decision decision) {
        Outcome outcome = decision.of(open.get(machine));
        ProcedureRun after = outcome.run();
        if (after != null) {
            open.compute(machine, (_, _) -> after.open() ? after : null);
        }
        return outcome;
    }
}
