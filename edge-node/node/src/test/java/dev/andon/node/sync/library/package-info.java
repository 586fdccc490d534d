@NullMarked
package dev.andon.node.sync.library;

import org.jspecify.annotations.NullMarked;
