/// What this room promises.
@NullMarked
package dev.andon.node.journal;

import org.jspecify.annotations.NullMarked;
