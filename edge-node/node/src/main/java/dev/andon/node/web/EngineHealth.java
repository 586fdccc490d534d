package dev.andon.node.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// How one engine of the node is.
///
/// @param name `speech recognition`, `store`
/// @param state of it
/// @param detail what it runs, or what is wrong
/// @param mend what a person can do; null if nothing needs doing
public record EngineHealth(String name, State state, String detail, @Nullable String mend) {
    /// From well to broken.
    public enum State {
        OK,
        /// Works, with less than it should have (quote mode, a model missing).
        DEGRADED,
        STARTING,
        FAILED;

        /// As it stands in JSON.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether turns can be served.
    boolean ready() {
        return state == State.OK || state == State.DEGRADED;
    }

    /// The state of the worst engine.
    static State worst(List<EngineHealth> engines) {
        return engines.stream().map(EngineHealth::state).max(State::compareTo).orElse(State.OK);
    }
}
