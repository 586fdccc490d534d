/// Files as trees of blocks: cut where their content says, kept under their hash, found by the hash
/// of any of their blocks.
///
/// In: files. Out: [dev.andon.protocol.Manifest.FileTree]s, and the bytes of a block. Never knows:
/// documents, nodes, signatures.
@NullMarked
package dev.andon.hub.library.block;

import org.jspecify.annotations.NullMarked;
