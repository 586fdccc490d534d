package dev.andon.hub.web;

import java.util.Map;
import java.util.function.Supplier;

/// `health`.
public final class HealthOperations implements Operations {
    private final Supplier<HubHealth> health;

    /// @param health asked at each request
    public HealthOperations(Supplier<HubHealth> health) {
        this.health = health;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("health", Operation.of(_ -> Answer.of(health.get())));
    }
}
