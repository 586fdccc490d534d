/// How a node becomes one of a hub's: a code that a person carries from the hub to the node, and
/// what the hub gives for it.
///
/// In: the hub's address and the code. Out: credentials, the authority of the hub's certificates,
/// the keys that sign the library. Never knows: what the link is used for.
@NullMarked
package dev.andon.node.sync.enrol;

import org.jspecify.annotations.NullMarked;
