package dev.andon.hub.library;

import org.jspecify.annotations.Nullable;

/// How far one node is with what its ring is to serve.
///
/// @param node that is meant
/// @param online whether it is connected
/// @param state of the revision there
/// @param serves the revision that it says it serves; null if it does not say, or serves none
/// @param code why it refused; null if it did not
/// @param reason for a person; null if it did not refuse
/// @param failedEngine an engine that failed since, or is failed; null if none
public record NodeState(
        String node,
        boolean online,
        State state,
        @Nullable String serves,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String failedEngine) {
    /// What became of it.
    public enum State {
        /// It serves it.
        INSTALLED,
        /// It has not said anything yet.
        PENDING,
        /// It said no.
        REFUSED
    }

    /// Why this node proves nothing yet, for people; null if it proves it.
    @Nullable String lacks() {
        return switch (state) {
            case REFUSED -> "%s refused it: %s (%s)".formatted(node, reason, code);
            case PENDING ->
                    "%s has not installed it yet%s"
                            .formatted(node, online ? "" : " and is offline");
            case INSTALLED ->
                    failedEngine == null
                            ? null
                            : "on %s failed since: %s".formatted(node, failedEngine);
        };
    }
}
