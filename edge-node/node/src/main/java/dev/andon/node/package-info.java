/// The application at the line. [EdgeNode] is the composition root: it alone knows every engine.
@NullMarked
package dev.andon.node;

import org.jspecify.annotations.NullMarked;
