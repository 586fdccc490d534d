package dev.andon.node.sync;

import org.jspecify.annotations.Nullable;

/// How the link to the hub is. Turns are served in every state: without its hub a node queues.
///
/// @param state of it
/// @param code for programs: `connected`, `hub-away`, `connecting`, `greeting`, `unreachable`,
///     `refused`, `tls`, `lost`, `no-common-version`, `store`, `failed`
/// @param detail what is so, for a person
/// @param mend what a person can do; null if nothing needs doing
public record LinkState(State state, String code, String detail, @Nullable String mend) {
    /// From well to broken.
    public enum State {
        OK,
        STARTING,
        FAILED
    }
}
