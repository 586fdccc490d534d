/// One spoken turn, end to end. [Turn#run] is the table of contents of the product.
@NullMarked
package dev.andon.node.turn;

import org.jspecify.annotations.NullMarked;
