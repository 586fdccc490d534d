package dev.andon.node.bench.sync;

/// How much is measured. The figures are named for [#FULL] whatever the sizes are.
///
/// @param events of the ingest, of 1 KB
/// @param eventsKilled of the drain during which the hub is killed
/// @param kills of the hub
/// @param eventsOfWorkers that one worker takes, and then two
/// @param nodes at once
/// @param paceSeconds for which each of these writes twice a second
/// @param eventsLong through one node, for the hub's memory
/// @param eventsEarly of these, after which the memory is first looked at
/// @param pdfMib of the manual that is pushed
/// @param clients that fetch one file at once
/// @param fileMib of that file
/// @param askers of one question during the update
/// @param incidents offline
/// @param turns offline
record Sizes(
        int events,
        int eventsKilled,
        int kills,
        int eventsOfWorkers,
        int nodes,
        int paceSeconds,
        int eventsLong,
        int eventsEarly,
        int pdfMib,
        int clients,
        int fileMib,
        int askers,
        int incidents,
        int turns) {
    /// What `docs/benchmarks.md` tells.
    static final Sizes FULL =
            new Sizes(
                    100_000, 60_000, 3, 100_000, 50, 30, 1_000_000, 100_000, 50, 20, 20, 20, 40,
                    200);
}
