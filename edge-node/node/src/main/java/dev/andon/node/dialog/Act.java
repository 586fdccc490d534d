package dev.andon.node.dialog;

/// What is done after a yes: an entry in the log of incidents, or a call.
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
    WITHDRAW,
    /// The expert is called.
    CALL
}
