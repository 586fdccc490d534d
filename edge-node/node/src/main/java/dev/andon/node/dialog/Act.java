package dev.andon.node.dialog;

/// An entry in the log of incidents.
public enum Act {
    OPEN,
    ACKNOWLEDGE,
    DIAGNOSE,
    WAIT,
    REPAIR,
    REPAIRED,
    TEST,
    RESTORE,
    /// It was opened by mistake.
    WITHDRAW
}
