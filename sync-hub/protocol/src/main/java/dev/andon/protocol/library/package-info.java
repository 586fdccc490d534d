/// What the hub gives to its nodes: the signed catalog, the signed manifest of each revision, the
/// tree of blocks that a file is made of, and the same in one file for plants without a link.
@NullMarked
package dev.andon.protocol.library;

import org.jspecify.annotations.NullMarked;
