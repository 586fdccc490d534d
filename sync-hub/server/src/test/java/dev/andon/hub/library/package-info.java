/// Tests.
@NullMarked
package dev.andon.hub.library;

import org.jspecify.annotations.NullMarked;
