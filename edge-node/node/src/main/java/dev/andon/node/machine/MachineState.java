package dev.andon.node.machine;

/// What a machine is doing, as far as it is known.
public enum MachineState {
    RUNNING,
    STOPPED,
    /// It cannot be heard: its gateway is lost, or it says something that has no meaning here.
    UNKNOWN
}
