/// The evaluation of answers, without asking anything.
@NullMarked
package dev.andon.node.eval;

import org.jspecify.annotations.NullMarked;
