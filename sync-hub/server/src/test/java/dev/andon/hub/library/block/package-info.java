/// Tests.
@NullMarked
package dev.andon.hub.library.block;

import org.jspecify.annotations.NullMarked;
