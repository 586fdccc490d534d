package dev.andon.node.command;

import dev.andon.node.dialog.Situation.Awaited;

/// What Andon wants to know of a draft.
enum Asking {
    MACHINE(Awaited.VALUE),
    FAULT(Awaited.VALUE),
    SINCE(Awaited.VALUE),
    WAIT(Awaited.VALUE),
    CAUSE(Awaited.WORDS),
    /// What of the read-back is wrong.
    RIGHT(Awaited.VALUE),
    YES(Awaited.YES);

    private final Awaited awaited;

    Asking(Awaited awaited) {
        this.awaited = awaited;
    }

    Awaited awaited() {
        return awaited;
    }
}
