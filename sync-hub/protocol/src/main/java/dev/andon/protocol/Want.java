package dev.andon.protocol;

import java.util.List;

/// Node to hub: blocks that it lacks. What it asks for at once is its credit; what is not answered
/// it asks for again.
///
/// @param node that asks
/// @param manifestSha256 of the manifest that the blocks belong to, so that the hub knows who else
///     will want them
/// @param blocks SHA-256 of each, hexadecimal
public record Want(String node, String manifestSha256, List<String> blocks) implements SyncMessage {
    /// Blocks in one message at most.
    public static final int BLOCKS_MAX = 64;

    public Want {
        Names.name(node);
        Names.sha256(manifestSha256);
        blocks.forEach(Names::sha256);
        blocks = List.copyOf(blocks);
        if (blocks.size() > BLOCKS_MAX) {
            throw new IllegalArgumentException(
                    "%d blocks wanted at once; %d at most".formatted(blocks.size(), BLOCKS_MAX));
        }
    }
}
