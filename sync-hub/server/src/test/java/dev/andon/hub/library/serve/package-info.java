/// Tests.
@NullMarked
package dev.andon.hub.library.serve;

import org.jspecify.annotations.NullMarked;
