/// Looks at everything that a node stands on: ok, or the command that mends it.
@NullMarked
package dev.andon.node.doctor;

import org.jspecify.annotations.NullMarked;
