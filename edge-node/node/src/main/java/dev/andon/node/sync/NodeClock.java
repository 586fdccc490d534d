package dev.andon.node.sync;

/// The clocks of this computer.
public interface NodeClock {
    /// The wall clock, UTC milliseconds; somebody may set it.
    long at();

    /// Which boot of the computer this is.
    String boot();

    /// Milliseconds since that boot; nobody can set it, and it goes on while the process restarts.
    long upMs();
}
