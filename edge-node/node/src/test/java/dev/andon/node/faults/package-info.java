/// Nodes, broker and hub as processes that are killed at random moments, and a history kept outside
/// of them that is held against the hub at the end.
@NullMarked
package dev.andon.node.faults;

import org.jspecify.annotations.NullMarked;
