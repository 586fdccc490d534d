@NullMarked
package dev.andon.node.procedure;

import org.jspecify.annotations.NullMarked;
