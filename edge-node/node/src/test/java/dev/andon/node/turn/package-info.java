/// Tests of the turn.
@NullMarked
package dev.andon.node.turn;

import org.jspecify.annotations.NullMarked;
