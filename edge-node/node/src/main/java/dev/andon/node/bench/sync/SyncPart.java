package dev.andon.node.bench.sync;

/// One measurement of the sync, with a hub of its own.
interface SyncPart {
    /// What it is called behind `sync.`, `push`.
    String name();

    /// Measures and tells its figures. What it started has ended when this returns.
    ///
    /// What cannot be measured here is told, or thrown as one of the failures of the product.
    void measure(Stand stand);
}
