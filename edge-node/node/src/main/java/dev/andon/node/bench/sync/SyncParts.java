package dev.andon.node.bench.sync;

import java.util.List;

/// The parts, apart from [SyncBenchmark]: that one and the list of all measures begin with each
/// other.
final class SyncParts {
    /// In the order in which they are measured; the last leaves the demonstration's node joined to
    /// a hub that is gone.
    static final List<SyncPart> ALL =
            List.of(
                    new IngestPart(),
                    new KilledPart(),
                    new WorkersPart(),
                    new FleetPart(),
                    new OfflinePart(),
                    new PushPart(),
                    new FanOutPart(),
                    new LongPart(),
                    new PromotePart());

    private SyncParts() {}
}
