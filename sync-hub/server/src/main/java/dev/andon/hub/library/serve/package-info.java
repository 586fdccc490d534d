/// Tells the nodes what the library decided, and gives them the blocks that they ask for.
///
/// In: wants. Out: retained manifests and the catalog, blocks for one node or for all. Never knows:
/// what a document says.
@NullMarked
package dev.andon.hub.library.serve;

import org.jspecify.annotations.NullMarked;
