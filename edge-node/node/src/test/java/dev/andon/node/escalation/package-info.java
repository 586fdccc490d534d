/// Calls for the expert, over a real journal.
@NullMarked
package dev.andon.node.escalation;

import org.jspecify.annotations.NullMarked;
