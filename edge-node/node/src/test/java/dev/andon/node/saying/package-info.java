@NullMarked
package dev.andon.node.saying;

import org.jspecify.annotations.NullMarked;
