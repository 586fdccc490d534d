/// What this room promises.
@NullMarked
package dev.andon.node.incident;

import org.jspecify.annotations.NullMarked;
