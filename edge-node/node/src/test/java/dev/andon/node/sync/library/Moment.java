package dev.andon.node.sync.library;

import java.util.concurrent.locks.LockSupport;

/// Where a node is killed while it takes a manual into use.
enum Moment {
    /// Within the transaction that puts the revision beside the one that serves.
    STAGING,
    /// When it lies there.
    STAGED,
    /// While the pointer moves: before its transaction or after it, as it happens.
    SWITCHING,
    /// When the pointer has moved and the ledger does not know it yet.
    SWITCHED;

    private static final String WORD = "reached ";

    /// Says that it is reached, and gives whoever hears it no time to be late.
    void reached() {
        tell();
        await();
    }

    /// Says that it is reached.
    void tell() {
        System.out.println(line());
    }

    /// Waits for the end.
    static void await() {
        while (true) {
            LockSupport.park();
        }
    }

    /// What is said.
    String line() {
        return WORD + name();
    }
}
