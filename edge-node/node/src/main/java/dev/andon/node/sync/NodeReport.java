package dev.andon.node.sync;

import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/// What the node can say of itself. Each is asked about once a second, on a thread of the sync; it
/// answers at once and does not fail.
///
/// @param version of the software
/// @param installed of the library, previous revisions included
/// @param models at hand
/// @param embedder fingerprint of what makes the vectors; null while that is not open
/// @param disk of the home
/// @param engines how each is
public record NodeReport(
        String version,
        Supplier<List<Installed>> installed,
        Supplier<List<String>> models,
        Supplier<@Nullable String> embedder,
        Supplier<DiskState> disk,
        Supplier<List<EngineState>> engines) {}
