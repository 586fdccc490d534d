/// What this room promises.
@NullMarked
package dev.andon.node.sync;

import org.jspecify.annotations.NullMarked;
