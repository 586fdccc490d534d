package dev.andon.hub.library;

import dev.andon.hub.library.block.BlockTable;
import dev.andon.hub.library.block.ContentFiles;
import dev.andon.hub.library.reading.ManualReading;
import dev.andon.hub.store.HubStore;

import java.time.InstantSource;
import java.util.function.Supplier;

/// What the rooms of a library share.
///
/// @param store of rows
/// @param files under their hashes
/// @param blocks that find bytes in them
/// @param reading opens what reads and embeds
/// @param clock UTC
record LibraryParts(
        HubStore store,
        ContentFiles files,
        BlockTable blocks,
        Supplier<ManualReading> reading,
        InstantSource clock) {}
