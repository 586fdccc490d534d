/// The expert's desk, on every database.
@NullMarked
package dev.andon.hub.inbox;

import org.jspecify.annotations.NullMarked;
