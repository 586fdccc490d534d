@NullMarked
package dev.andon.node.sync.library.sqlite;

import org.jspecify.annotations.NullMarked;
