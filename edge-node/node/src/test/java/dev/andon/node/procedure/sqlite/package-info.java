@NullMarked
package dev.andon.node.procedure.sqlite;

import org.jspecify.annotations.NullMarked;
