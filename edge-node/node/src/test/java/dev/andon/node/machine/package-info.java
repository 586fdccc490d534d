@NullMarked
package dev.andon.node.machine;

import org.jspecify.annotations.NullMarked;
