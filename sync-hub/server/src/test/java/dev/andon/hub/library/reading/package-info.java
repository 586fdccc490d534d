/// Tests.
@NullMarked
package dev.andon.hub.library.reading;

import org.jspecify.annotations.NullMarked;
