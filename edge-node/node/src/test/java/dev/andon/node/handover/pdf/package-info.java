/// A handover on paper, read back.
@NullMarked
package dev.andon.node.handover.pdf;

import org.jspecify.annotations.NullMarked;
