/// Who belongs to the fleet: a one-time code in, credentials for the broker out.
///
/// In: an invitation by an administrator; a code and a public key of a node. Out: what the node
/// connects with, and for a broker whether to let somebody in. Never knows: how it is asked over
/// the network, which broker there is. Its tables are `invitation` and `node_credential`.
@NullMarked
package dev.andon.hub.enrol;

import org.jspecify.annotations.NullMarked;
