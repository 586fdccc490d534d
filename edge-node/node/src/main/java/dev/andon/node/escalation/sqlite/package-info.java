/// Calls for the expert and his replies in the journal's file.
///
/// In: a call with its fact, a reply. Out: the same, once they are on the disk. Never knows: what
// is
/// said of them.
@NullMarked
package dev.andon.node.escalation.sqlite;

import org.jspecify.annotations.NullMarked;
